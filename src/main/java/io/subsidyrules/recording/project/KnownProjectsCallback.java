package io.subsidyrules.recording.project;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Enters what was paid and awarded before as soon as the schema is up to date. The database counts as usable only after
 * that, so nothing is decided meanwhile; where it fails, it is tried again with the schema.
 */
@ApplicationScoped
public class KnownProjectsCallback implements FlywayConfigurationCustomizer {

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.callbacks(new AfterMigration());
    }

    private static final class AfterMigration extends BaseCallback {

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.AFTER_MIGRATE;
        }

        /** It has transactions of its own. */
        @Override
        public boolean canHandleInTransaction(Event event, Context context) {
            return false;
        }

        @Override
        public void handle(Event event, Context context) {
            try {
                new KnownProjects(context.getConnection()).enter();
                new KnownAwards(context.getConnection()).enter();
            } catch (SQLException | IllegalStateException failed) {
                throw new FlywayException(failed.getMessage(), failed);
            }
        }
    }
}
