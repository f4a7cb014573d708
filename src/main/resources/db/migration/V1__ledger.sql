-- The ledger and what finds its way around in it. Every table only grows.

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The table % only grows: nothing in it is changed or deleted.', tg_table_name;
end $$;

-- One gapless sequence; content is the entry's canonical JSON, its hash included.
create table ledger_entry (
    sequence    bigint      not null primary key check (sequence > 0),
    kind        text        not null check (kind in ('KEY', 'RULESET', 'DECISION', 'REVOCATION')),
    recorded_at timestamptz not null,
    hash        text        not null check (hash ~ '^[0-9a-f]{64}$'),
    content     text        not null
);
create index ledger_entry_recorded_at on ledger_entry (recorded_at, sequence);
create index ledger_entry_rare on ledger_entry (kind, sequence) where kind in ('KEY', 'RULESET');

-- A decision as it is looked for and listed, amounts in yuan; what it says is in its entry.
create table decision (
    sequence    bigint      not null primary key references ledger_entry,
    id          uuid        not null unique,
    caller      text        not null,
    reference   text,
    applicant   text        not null,
    ruleset     text        not null,
    claims      integer     not null,
    total       numeric     not null check (total >= 0),
    at_stake    numeric     not null check (at_stake >= 0),
    statuses    text[]      not null
);
create index decision_applicant on decision (applicant, sequence);
create index decision_reference on decision (reference, sequence) where reference is not null;
create index decision_ruleset on decision (ruleset, sequence);

-- What decisions can be looked for by: an item and its status, a policy and the status of any of its items, a status of any.
create table tag (
    id     integer not null primary key,
    policy text,
    item   text,
    status text    not null,
    unique nulls not distinct (policy, item, status)
);
create table decision_tag (
    tag      integer not null references tag,
    sequence bigint  not null,
    primary key (tag, sequence)
);

-- What each decision gave: awards in yuan, and entitlements without an amount; claim -1 is the applicant itself.
create table award (
    sequence bigint   not null references decision,
    claim    smallint not null check (claim >= -1),
    policy   text     not null,
    item     text     not null,
    amount   numeric  check (amount >= 0),
    division text,
    primary key (sequence, claim, policy, item)
);
create index award_policy on award (policy, sequence);

create table revocation (
    sequence bigint not null primary key references ledger_entry,
    id       uuid   not null unique,
    decision bigint not null references decision
);
create index revocation_decision on revocation (decision, sequence);

-- A claim that is revoked; claim -1 stands for all of the decision.
create table revoked_claim (
    decision   bigint   not null references decision,
    claim      smallint not null check (claim >= -1),
    revocation bigint   not null references revocation,
    primary key (decision, claim)
);

-- A project is paid once: its first award has round 0, and the next one is possible where the one before is revoked.
create table project_award (
    project   bytea    not null check (octet_length(project) = 32),
    round     integer  not null check (round >= 0),
    decision  bigint   not null references decision,
    claim     smallint not null check (claim >= 0),
    applicant text     not null,
    primary key (project, round)
);

create function refuse_second_award() returns trigger language plpgsql as $$
begin
    if new.round > 0 and not exists (
        select from project_award before
        join revoked_claim revoked on revoked.decision = before.decision and revoked.claim in (before.claim, -1)
        where before.project = new.project and before.round = new.round - 1
    ) then
        raise exception 'The project has a standing award.' using errcode = 'unique_violation';
    end if;
    return new;
end $$;
create trigger one_standing_award before insert on project_award
    for each row execute function refuse_second_award();

create table idempotency_key (
    caller      text  not null,
    key         text  not null,
    fingerprint bytea not null,
    sequence    bigint not null references decision,
    primary key (caller, key)
);

-- The sources of every ruleset that ever decided, as a zip file.
create table ruleset (
    version  text   not null primary key,
    sequence bigint not null references ledger_entry,
    sources  bytea  not null
);

do $$
declare
    name text;
begin
    foreach name in array array['ledger_entry', 'decision', 'tag', 'decision_tag', 'award', 'revocation', 'revoked_claim',
                                'project_award', 'idempotency_key', 'ruleset']
    loop
        execute format('create trigger only_grows before update or delete or truncate on %I
                        for each statement execute function refuse_change()', name);
    end loop;
end $$;
