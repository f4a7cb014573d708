package io.subsidyrules.storage.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;

/**
 * The role by which the service connects to its own PostgreSQL. It may log in; what it may do with the tables, their
 * owner grants it.
 */
final class ServiceRole {

    static final String NAME = "subsidy";

    private ServiceRole() {}

    /**
     * Makes it where it is missing, and takes from it what it was given beyond that, over a connection of the superuser
     * that is closed again.
     *
     * @param data the data folder
     * @param longest the time in which the server must answer
     */
    static void make(Path data, SecretFile superuser, SecretFile password, Duration longest) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", Cluster.SUPERUSER);
        properties.setProperty("password", superuser.secret());
        properties.setProperty("socketFactory", OwnPostgresSockets.class.getName());
        properties.setProperty("socketFactoryArg", data.toString());
        properties.setProperty("socketTimeout", Long.toString(longest.toSeconds()));
        try (Connection connection = DriverManager.getConnection("jdbc:postgresql://127.0.0.1/postgres", properties)) {
            make(connection, password);
        }
    }

    private static void make(Connection superuser, SecretFile password) throws SQLException {
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
