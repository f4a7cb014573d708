package io.subsidyrules.storage.schema;

import io.subsidyrules.storage.diagnosis.Unusable;
import io.subsidyrules.storage.diagnosis.UnusableCause;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The facts that a server states about itself and about the schema that a connection works in.
 *
 * @param schema null if the search path leads to none
 * @param creates whether the user may make tables in the schema
 * @param migrations how many steps brought the schema to where it is; {@link #NONE} where the service has made none in
 *     it, {@link #HIDDEN} where the user may not see them
 * @param others some tables and the like that are in the schema; empty if it is empty
 */
public record ServerFacts(
        int version,
        String encoding,
        boolean readOnly,
        @Nullable String schema,
        boolean creates,
        int migrations,
        String others) {

    static final int NONE = -1;
    static final int HIDDEN = -2;

    private static final int OLDEST = 150_000;

    private static final String SERVER = """
            select current_setting('server_version_num')::int, current_setting('server_encoding'),
                   pg_is_in_recovery() or current_setting('transaction_read_only') = 'on', current_schema(),
                   coalesce(has_schema_privilege(current_schema(), 'create'), false),
                   case when history is null then %s
                        when not has_table_privilege(history, 'select') then %s end,
                   coalesce((select string_agg(relname, ', ')
                             from (select relname from pg_class
                                   where relnamespace = (select oid from pg_namespace where nspname = current_schema())
                                   and relkind in ('r', 'p', 'v', 'm', 'f', 'S')
                                   order by relname limit 3) as first_of_them), '')
            from (select to_regclass(quote_ident(current_schema()) || '.flyway_schema_history')
                      as history) as made""".formatted(NONE, HIDDEN);

    public static ServerFacts of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            ServerFacts facts;
            boolean counted;
            try (ResultSet row = statement.executeQuery(SERVER)) {
                row.next();
                int migrations = row.getInt(6);
                counted = row.wasNull();
                facts = new ServerFacts(
                        row.getInt(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getString(4),
                        row.getBoolean(5),
                        migrations,
                        row.getString(7));
            }
            return counted ? facts.with(migrations(statement)) : facts;
        }
    }

    private static int migrations(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select count(*) from flyway_schema_history where success")) {
            row.next();
            return row.getInt(1);
        }
    }

    private ServerFacts with(int known) {
        return new ServerFacts(version, encoding, readOnly, schema, creates, known, others);
    }

    /** The reason that this server and schema can never be the service's. */
    Optional<Unusable> unfit() {
        if (version < OLDEST) {
            return why(UnusableCause.TOO_OLD, "it is PostgreSQL %s".formatted(version / 10_000));
        }
        if (!encoding.equals("UTF8")) {
            return why(UnusableCause.NOT_UTF8, "it is in %s".formatted(encoding));
        }
        if (schema == null) {
            return why(UnusableCause.NO_SCHEMA, "");
        }
        if (migrations == HIDDEN) {
            return why(UnusableCause.SCHEMA_RIGHTS, "it may not read flyway_schema_history");
        }
        if (migrations < 0 && !others.isEmpty()) {
            return why(UnusableCause.OTHER_TABLES, "%s in the schema %s".formatted(others, schema));
        }
        return Optional.empty();
    }

    private static Optional<Unusable> why(UnusableCause cause, String said) {
        return Optional.of(new Unusable(cause, said));
    }

    /** The reason that the schema cannot be changed now. */
    Optional<Unusable> unchangeable() {
        if (readOnly) {
            return why(UnusableCause.READ_ONLY, "");
        }
        return creates
                ? Optional.empty()
                : why(UnusableCause.SCHEMA_RIGHTS, "it may not create tables in the schema %s".formatted(schema));
    }
}
