package io.subsidyrules.storage;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/**
 * Whether the database can be used: it answers, and its schema is that of this build. A thread of its own brings the schema
 * up to date, as soon as the database answers, and goes on asking; nobody else waits for a database that is away.
 */
@Startup
@ApplicationScoped
public class Database {

    private static final Logger LOG = Logger.getLogger(Database.class);

    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final int LONGEST_SECONDS = 1;

    private final AgroalDataSource source;
    private final Flyway flyway;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean migrated;
    private volatile boolean available;

    Database(AgroalDataSource source, Flyway flyway) {
        this.source = source;
        this.flyway = flyway;
        Thread watch = new Thread(this::watch, "database-watch");
        watch.setDaemon(true);
        watch.start();
    }

    /** Whether it could be used when it was last asked, which is less than a second ago. */
    public boolean available() {
        return available;
    }

    /** It failed somebody just now; it is taken for away until it has answered again. */
    public void failed() {
        available = false;
    }

    /**
     * Reads from the database in a transaction.
     *
     * @throws DatabaseAwayException where it is away, or goes away meanwhile
     */
    public <T> T read(Supplier<T> reading) {
        if (!available) {
            throw new DatabaseAwayException();
        }
        try {
            return QuarkusTransaction.requiringNew().call(reading::get);
        } catch (RuntimeException failed) {
            if (DatabaseFailure.passes(failed)) {
                available = false;
                throw new DatabaseAwayException(failed);
            }
            throw failed;
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.countDown();
    }

    private void watch() {
        try {
            do {
                boolean before = available;
                available = answers();
                if (before != available) {
                    LOG.info(
                            available ? "The database can be used." : "The database is away; nothing can be recorded.");
                }
            } while (!stopped.await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answers() {
        try (Connection connection = source.getConnection()) {
            if (!connection.isValid(LONGEST_SECONDS)) {
                return false;
            }
        } catch (SQLException away) {
            LOG.debugf("The database does not answer: %s", away.getMessage());
            return false;
        }
        return migrated || migrate();
    }

    /** A database that is there, but refuses the schema, is told about each time: somebody has to do something. */
    private boolean migrate() {
        try {
            flyway.migrate();
            migrated = true;
        } catch (FlywayException refused) {
            LOG.errorf("The database's schema could not be brought up to date: %s", refused.getMessage());
        }
        return migrated;
    }
}
