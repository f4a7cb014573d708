-- By what the projects of a claim type were told apart when awards were recorded; the last row of a type holds.
create table project_keys (
    type     text   not null,
    sequence bigint not null references decision,
    keys     text   not null,
    primary key (type, sequence)
);
create trigger only_grows before update or delete or truncate on project_keys
    for each statement execute function refuse_change();
