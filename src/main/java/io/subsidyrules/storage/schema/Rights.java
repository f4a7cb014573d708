package io.subsidyrules.storage.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rights of the service's user on the tables. It needs to read them and to add rows, and to five of them not even
 * that: the owner alone writes what is known of the schema, of the forms of projects and of those of awards, and the
 * keys of callers.
 */
final class Rights {

    /** An arbitrary number: whoever grants holds the lock of this number. */
    private static final long LOCK = 5_735_816_004_218L;

    private static final List<String> READ_ONLY =
            List.of("flyway_schema_history", "project_form", "countable_form", "api_key", "api_key_revocation");

    private static final String TABLES = """
            from pg_class where relnamespace = (select oid from pg_namespace where nspname = current_schema())
            and relkind in ('r', 'p')""";

    private static final String MISSING = """
            select string_agg(relname, ', ') from (select relname %s
                and not (has_table_privilege(oid, 'select')
                         and (relname in ('flyway_schema_history', 'project_form', 'countable_form',
                                      'api_key', 'api_key_revocation')
                              or has_table_privilege(oid, 'insert')))
                order by relname limit 3) as first_of_them""".formatted(TABLES);

    /** Each in words that follow "may". */
    private static final String BEYOND = """
            select array_remove(array[
                case when rolsuper then 'do all, as a superuser' end,
                case when rolcreaterole then 'create roles' end,
                case when has_parameter_privilege('session_replication_role', 'set')
                     then 'switch off the triggers of its session' end,
                case when pg_has_role(nspowner, 'member') then 'drop the schema, as its owner' end,
                case when has_schema_privilege(pg_namespace.oid, 'create') then 'create tables in the schema' end,
                (select 'alter and drop ' || min(relname) || ' and ' || count(*) - 1 || ' more tables, as their owner'
                 %1$s and pg_has_role(relowner, 'member') having count(*) > 0),
                (select 'change or delete rows in ' || string_agg(relname, ', ' order by relname)
                 %1$s and has_table_privilege(oid, 'update, delete, truncate, trigger') having count(*) > 0)], null)
            from pg_roles, pg_namespace
            where rolname = current_user and nspname = current_schema()""".formatted(TABLES);

    private Rights() {}

    /** The tables that the user of a connection may not use as it has to; empty if there are none. */
    static Optional<String> missing(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(MISSING)) {
            row.next();
            return Optional.ofNullable(row.getString(1));
        }
    }

    /** The rights of a connection's user beyond those it needs, in words that follow "may"; empty if there are none. */
    static Optional<String> beyond(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(BEYOND)) {
            List<String> all = row.next() ? List.of((String[]) row.getArray(1).getArray()) : List.of();
            return all.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", all));
        }
    }

    static String user(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_user")) {
            row.next();
            return row.getString(1);
        }
    }

    /** Gives a user what it needs, and takes from it what it was granted beyond that. */
    static void grant(Connection owner, String user) throws SQLException {
        boolean automatic = owner.getAutoCommit();
        owner.setAutoCommit(false);
        try (Statement statement = owner.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(%s)".formatted(LOCK));
            for (String change : grants(owner, user)) {
                statement.execute(change);
            }
            owner.commit();
        } finally {
            owner.rollback();
            owner.setAutoCommit(automatic);
        }
    }

    private static List<String> grants(Connection owner, String user) throws SQLException {
        try (PreparedStatement names = owner.prepareStatement("select quote_ident(current_schema()), quote_ident(?)")) {
            names.setString(1, user);
            try (ResultSet row = names.executeQuery()) {
                row.next();
                String schema = row.getString(1);
                String role = row.getString(2);
                List<String> grants = new ArrayList<>(List.of(
                        "grant usage on schema %s to %s".formatted(schema, role),
                        "revoke create on schema %s from %s".formatted(schema, role),
                        "revoke all on all tables in schema %s from %s".formatted(schema, role),
                        "grant select, insert on all tables in schema %s to %s".formatted(schema, role)));
                READ_ONLY.forEach(table -> grants.add("revoke insert on %s.%s from %s".formatted(schema, table, role)));
                return grants;
            }
        }
    }
}
