package io.subsidyrules.storage.schema;

import io.subsidyrules.storage.diagnosis.Diagnosis;
import io.subsidyrules.storage.diagnosis.Unusable;
import io.subsidyrules.storage.diagnosis.UnusableCause;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.jboss.logging.Logger;

/**
 * The tables of the service, which it makes and changes itself, from one version to the next: as their owner, where one
 * is named, who then grants the service's user what it needs.
 */
public final class Schema {

    private static final Logger LOG = Logger.getLogger(Schema.class);

    /** Not counted as known. */
    private static final int NEVER = Integer.MIN_VALUE;

    private static final String EXCESS =
            "The database's user %s may do more than the service needs: %s. So whoever has its password "
                    + "can change what is recorded. Let another user own the schema, named by "
                    + "QUARKUS_FLYWAY_USERNAME and QUARKUS_FLYWAY_PASSWORD, and take these rights from this one; see "
                    + "docs/recording.md.";

    private final Flyway flyway;
    private final Diagnosis diagnosis;
    private int known = NEVER;
    private volatile Optional<String> told = Optional.empty();

    public Schema(Flyway flyway, Diagnosis diagnosis) {
        this.flyway = flyway;
        this.diagnosis = diagnosis;
    }

    /** Brings the tables up to date where they are not known to be; says why that cannot be done. */
    public Optional<Unusable> unusable(ServerFacts facts, Connection connection) throws SQLException {
        if (facts.migrations() == known) {
            return Optional.empty();
        }
        try {
            Optional<Unusable> refused = prepared(Rights.user(connection));
            if (refused.isEmpty()) {
                refused = Rights.missing(connection)
                        .map(tables -> new Unusable(UnusableCause.SCHEMA_RIGHTS, "it may not use " + tables));
            }
            if (refused.isEmpty()) {
                known = ServerFacts.of(connection).migrations();
                tell(connection);
            }
            return refused;
        } catch (FlywayException failed) {
            return Optional.of(ofMigration(failed));
        }
    }

    /** Over connections of the owner, which are closed again; without one, of the service's user itself. */
    private Optional<Unusable> prepared(String user) throws SQLException {
        try (Connection owner = flyway.getConfiguration().getDataSource().getConnection()) {
            ServerFacts facts = ServerFacts.of(owner);
            Optional<Unusable> refused = facts.unfit().or(() -> updated(facts));
            if (refused.isEmpty() && !facts.readOnly() && !Rights.user(owner).equals(user)) {
                Rights.grant(owner, user);
            }
            return refused;
        }
    }

    /** More rights than are needed keep nothing from being recorded, and are logged once. */
    private void tell(Connection connection) throws SQLException {
        String user = Rights.user(connection);
        Optional<String> found = Rights.beyond(connection).map(rights -> EXCESS.formatted(user, rights));
        if (!found.equals(told)) {
            found.ifPresent(LOG::warn);
            told = found;
        }
    }

    /** The rights of the service's user beyond those it needs, in a sentence, with the remedy. */
    public Optional<String> excess() {
        return told;
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

    /** If the database has not refused it, the tables are not those that the earlier steps made. */
    private Unusable ofMigration(FlywayException failed) {
        Unusable unusable = diagnosis.of(failed);
        return unusable.cause() == UnusableCause.REFUSED
                ? new Unusable(UnusableCause.ALTERED_SCHEMA, unusable.said())
                : unusable;
    }
}
