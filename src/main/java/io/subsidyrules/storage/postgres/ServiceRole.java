package io.subsidyrules.storage.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The role by which the service connects to its own PostgreSQL. It may log in; what it may do with the tables, their
 * owner grants it.
 */
final class ServiceRole {

    static final String NAME = "subsidy";

    private ServiceRole() {}

    /** Makes it where it is missing, and takes from it what it was given beyond that. */
    static void make(Connection superuser, SecretFile password) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute("""
                    do $$ begin
                        if not exists (select from pg_roles where rolname = '%1$s') then
                            create role %1$s;
                        end if;
                    end $$""".formatted(NAME));
            statement.execute("""
                    alter role %s with login nosuperuser nocreatedb nocreaterole noinherit noreplication nobypassrls
                    connection limit -1 valid until 'infinity'
                    password '%s'""".formatted(NAME, password.secret().replace("'", "''")));
        }
    }
}
