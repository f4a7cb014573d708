-- The awards of claims as limits can count them: whose, for which item, as of which day, and what they came to. Place is
-- that of the award in its entry; keys are the claim's key fields in canonical JSON, and they and the applicant's id are in
-- their canonical form; groups are hashes of the applicant's other fields with their values. Form counts the changes of
-- canonical forms.
create table countable_award (
    form       smallint not null,
    sequence   bigint   not null references decision,
    place      integer  not null check (place >= 0),
    claim      smallint not null check (claim >= 0),
    policy     text     not null,
    item       text     not null,
    decided_on date     not null,
    type       text     not null,
    keys       text     not null,
    applicant  text     not null,
    groups     bigint[] not null,
    amount     numeric  not null check (amount > 0),
    primary key (sequence, place, form)
);
-- Ids and keys can be longer than what an index takes.
create index countable_award_applicant
    on countable_award (form, hashtextextended(applicant, 0), policy, item, decided_on);
create index countable_award_project on countable_award (form, hashtextextended(keys, 0)) where keys <> '{}';
create index countable_award_groups on countable_award using gin (groups) with (gin_pending_list_limit = 128);

-- The forms in which all is known that was awarded before.
create table countable_form (
    form smallint not null primary key
);

-- Until a form is known, only what was awarded before is entered; and a service of an older form must not award beside
-- one that knows more.
create function refuse_award_of_unknown_form() returns trigger language plpgsql as $$
begin
    if exists (select from countable_form known where known.form > (select min(form) from added)) then
        raise exception 'This service is older than the form in which limits count awards.';
    end if;
    if current_setting('subsidy.known_awards', true) is distinct from 'entered'
       and exists (select from added where form not in (select form from countable_form)) then
        raise exception 'The awards that limits count are not known yet.';
    end if;
    return null;
end $$;
create trigger known_form after insert on countable_award referencing new table as added
    for each statement execute function refuse_award_of_unknown_form();

-- A service of the version before, which does not enter what limits count, must not award beside one that does.
create function refuse_uncountable_award() returns trigger language plpgsql as $$
begin
    if exists (
        select from added
        where claim >= 0 and amount > 0
          and not exists (select from countable_award countable
                          where countable.sequence = added.sequence and countable.claim = added.claim
                            and countable.policy = added.policy and countable.item = added.item)
    ) then
        raise exception 'This service is older than the table in which limits count awards.';
    end if;
    return null;
end $$;
create trigger countable after insert on award referencing new table as added
    for each statement execute function refuse_uncountable_award();

create trigger only_grows before update or delete or truncate on countable_award
    for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on countable_form
    for each statement execute function refuse_change();
