-- Who read which decisions: those that were shown, listed, exported or evaluated again for a caller, by their sequences in the
-- ledger. A row is there before the caller gets the answer.
create table access_record (
    sequence   bigint         generated always as identity primary key,
    read_at    timestamptz    not null default now(),
    caller     text           not null,
    way        text           not null check (way in ('SHOWN', 'LISTED', 'EXPORTED', 'REPLAYED', 'LEDGER')),
    entries    int8multirange not null,
    request_id text           not null
);
create index access_record_read_at on access_record (read_at, sequence);
create trigger only_grows before update or delete or truncate on access_record
    for each statement execute function refuse_change();
