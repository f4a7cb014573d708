package io.subsidyrules.storage;

import io.subsidyrules.storage.diagnosis.Diagnosis;
import io.subsidyrules.storage.diagnosis.Unusable;
import io.subsidyrules.storage.diagnosis.UnusableCause;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.jboss.logging.Logger;

/** The tables of the service, which it makes and changes itself, from one version to the next. */
final class Schema {

    private static final Logger LOG = Logger.getLogger(Schema.class);

    /** Not counted as known. */
    private static final int NEVER = Integer.MIN_VALUE;

    private final Flyway flyway;
    private final Diagnosis diagnosis;
    private int known = NEVER;

    Schema(Flyway flyway, Diagnosis diagnosis) {
        this.flyway = flyway;
        this.diagnosis = diagnosis;
    }

    /** Brings the tables up to date where they are not known to be; says why that cannot be done. */
    Optional<Unusable> unusable(ServerFacts facts, Connection connection) throws SQLException {
        if (facts.migrations() == known) {
            return Optional.empty();
        }
        try {
            Optional<Unusable> refused = facts.unfit().or(() -> updated(facts));
            if (refused.isEmpty()) {
                refused = foreign(connection);
            }
            if (refused.isEmpty()) {
                known = ServerFacts.of(connection).migrations();
            }
            return refused;
        } catch (FlywayException failed) {
            return Optional.of(ofMigration(failed));
        }
    }

    private Optional<Unusable> updated(ServerFacts facts) {
        boolean behind = true;
        if (facts.migrations() >= 0) {
            MigrationInfoService info = flyway.info();
            Optional<Unusable> newer = newer(info.all());
            if (newer.isPresent()) {
                return newer;
            }
            behind = info.pending().length > 0;
        }
        Optional<Unusable> refused = behind ? facts.unchangeable() : Optional.empty();
        if (refused.isEmpty() && !facts.readOnly()) {
            int steps = flyway.migrate().migrationsExecuted;
            if (steps > 0) {
                LOG.infof("The tables of the database were brought up to date (steps: %s).", steps);
            }
        }
        return refused;
    }

    private static Optional<Unusable> newer(MigrationInfo[] steps) {
        String newest = Arrays.stream(steps)
                .filter(step -> step.getState().isResolved())
                .map(step -> String.valueOf(step.getVersion()))
                .reduce((earlier, later) -> later)
                .orElse("none");
        return Arrays.stream(steps)
                .filter(step -> step.getState() == MigrationState.FUTURE_SUCCESS
                        || step.getState() == MigrationState.FUTURE_FAILED)
                .findFirst()
                .map(step -> new Unusable(
                        UnusableCause.NEWER_SCHEMA,
                        "the schema has step %s, and this version knows steps up to %s"
                                .formatted(step.getVersion(), newest)));
    }

    /** Tables that the user may not use, as where a copy was restored by another one. */
    private static Optional<Unusable> foreign(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select string_agg(relname, ', ')
                        from (select relname from pg_class
                              where relnamespace = (select oid from pg_namespace where nspname = current_schema())
                              and relkind = 'r' and relname <> 'flyway_schema_history'
                              and not (has_table_privilege(oid, 'select') and has_table_privilege(oid, 'insert'))
                              order by relname limit 3) as first_of_them""")) {
            row.next();
            return Optional.ofNullable(row.getString(1))
                    .map(tables -> new Unusable(UnusableCause.SCHEMA_RIGHTS, "it may not use " + tables));
        }
    }

    /** If the database has not refused it, the tables are not those that the earlier steps made. */
    private Unusable ofMigration(FlywayException failed) {
        Unusable unusable = diagnosis.of(failed);
        return unusable.cause() == UnusableCause.REFUSED
                ? new Unusable(UnusableCause.ALTERED_SCHEMA, unusable.said())
                : unusable;
    }
}
