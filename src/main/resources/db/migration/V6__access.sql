-- The keys of callers. A key itself is nowhere; hash is that of all of it. The owner of the schema alone adds keys and
-- revocations, so that whoever has the password of the service makes none.
create table api_key (
    sequence   bigint      generated always as identity primary key,
    id         text        not null unique check (id ~ '^[a-z2-7]{12}$'),
    hash       bytea       not null check (octet_length(hash) = 32),
    owner      text        not null check (owner ~ '^[A-Za-z0-9][A-Za-z0-9._@/-]{0,99}$'),
    roles      text[]      not null check (cardinality(roles) > 0),
    policies   text[]      not null,
    divisions  text[]      not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null
);

-- From when on a key is refused; the earliest of its revocations counts.
create table api_key_revocation (
    sequence   bigint      generated always as identity primary key,
    key        text        not null references api_key (id),
    revoked_at timestamptz not null default now(),
    refused_from timestamptz not null
);

-- The hours in which a key was used.
create table api_key_use (
    key  text        not null references api_key (id),
    hour timestamptz not null,
    primary key (key, hour)
);

-- The division of a decision's applicant, and the divisions above it by GB/T 2260: who may see only those of a city
-- finds them here, those of its districts too.
create table decision_division (
    division text   not null,
    sequence bigint not null references decision,
    primary key (division, sequence)
);
insert into decision_division (division, sequence)
select distinct above.division, decided.sequence
from (select entry.sequence, ((entry.content::json ->> 'request')::json -> 'applicant' -> 'divisionCode') as code
      from ledger_entry entry join decision using (sequence)) decided
cross join lateral (select decided.code #>> '{}' as own) named
cross join lateral (values (own), (case when own ~ '^[0-9]{6}$' then left(own, 4) || '00' end),
                           (case when own ~ '^[0-9]{6}$' then left(own, 2) || '0000' end)) as above (division)
where json_typeof(decided.code) = 'string' and above.division is not null;

create index decision_division_sequence on decision_division (sequence);

-- Decisions of one caller, who may see no others.
create index decision_caller on decision (caller, sequence);

do $$
declare
    name text;
begin
    foreach name in array array['api_key', 'api_key_revocation', 'api_key_use', 'decision_division']
    loop
        execute format('create trigger only_grows before update or delete or truncate on %I
                        for each statement execute function refuse_change()', name);
    end loop;
end $$;
