-- The projects that awards were paid for, however each is written: project is the hash of the canonical form, look_alike
-- that of the form which it has in common with all that look like it. Form counts the changes of these forms.
create table paid_project (
    form       smallint not null,
    look_alike bytea    not null check (octet_length(look_alike) = 32),
    round      integer  not null check (round >= 0),
    project    bytea    not null check (octet_length(project) = 32),
    decision   bigint   not null references decision,
    claim      smallint not null check (claim >= 0),
    applicant  text     not null,
    primary key (form, look_alike, round)
);
create index paid_project_decision on paid_project (form, decision);

-- The forms in which all is known that was paid before.
create table project_form (
    form smallint not null primary key
);

-- Until a form is known, only what was paid before is entered, which may have been paid twice; from then on there is one
-- standing award at most of all that look alike.
create function refuse_award_of_look_alike() returns trigger language plpgsql as $$
begin
    if exists (select from project_form where form > new.form) then
        raise exception 'This service is older than the form in which the ledger knows projects.';
    end if;
    if not exists (select from project_form where form = new.form) then
        if current_setting('subsidy.known_projects', true) is distinct from 'entered' then
            raise exception 'The projects that were paid before are not known yet.';
        end if;
    elsif exists (
        select from paid_project before
        where before.form = new.form and before.look_alike = new.look_alike
          and not exists (select from revoked_claim revoked
                          where revoked.decision = before.decision and revoked.claim in (before.claim, -1))
    ) then
        raise exception 'The project, or one that looks like it, has a standing award.' using errcode = 'unique_violation';
    end if;
    return new;
end $$;
create trigger one_standing_award before insert on paid_project
    for each row execute function refuse_award_of_look_alike();

-- A service of the version before, which knows projects only as they were written, must not award beside one that knows more.
create function refuse_award_as_written() returns trigger language plpgsql as $$
begin
    if exists (select from project_form) then
        raise exception 'This service is older than the form in which the ledger knows projects.';
    end if;
    return new;
end $$;
create trigger known_form before insert on project_award
    for each row execute function refuse_award_as_written();

create trigger only_grows before update or delete or truncate on paid_project
    for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on project_form
    for each statement execute function refuse_change();
