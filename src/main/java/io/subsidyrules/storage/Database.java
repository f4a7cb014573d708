package io.subsidyrules.storage;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
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

    /** Fewer than there are connections. */
    private static final int MOST_READERS = 8;

    private static final int MOST_LONG_READERS = 2;

    private final AgroalDataSource source;
    private final Flyway flyway;
    private final Semaphore readers = new Semaphore(MOST_READERS);
    private final Semaphore longReaders = new Semaphore(MOST_LONG_READERS);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean migrated;
    private volatile boolean readable;
    private volatile boolean writable = true;

    Database(AgroalDataSource source, Flyway flyway) {
        this.source = source;
        this.flyway = flyway;
        Thread watch = new Thread(this::watch, "database-watch");
        watch.setDaemon(true);
        watch.start();
    }

    /** Whether it could be written to when it was last asked, which is less than a second ago. */
    public boolean available() {
        return readable && writable;
    }

    /** A write failed just now; it is taken for away until it has been written to again. What can be read is read. */
    public void failed() {
        writable = false;
    }

    /**
     * Reads from the database in a transaction.
     *
     * @throws DatabaseAwayException where it is away, or goes away meanwhile
     */
    public <T> T read(Supplier<T> reading) {
        if (!readable || !comes(readers)) {
            throw new DatabaseAwayException();
        }
        try {
            return QuarkusTransaction.requiringNew().call(reading::get);
        } catch (RuntimeException failed) {
            // One reader that waits in vain says nothing of the others.
            if (DatabaseFailure.passes(failed)) {
                throw new DatabaseAwayException(failed);
            }
            throw failed;
        } finally {
            readers.release();
        }
    }

    /**
     * Reads for so long that not all readers at one time may do so.
     *
     * @throws DatabaseAwayException as {@link #read}
     */
    public <T> T readLong(Supplier<T> reading) {
        if (!comes(longReaders)) {
            throw new DatabaseAwayException();
        }
        try {
            return read(reading);
        } finally {
            longReaders.release();
        }
    }

    /** A reader's turn; connections are left for what is to be recorded, however many read. */
    private static boolean comes(Semaphore readers) {
        try {
            return readers.tryAcquire(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.countDown();
    }

    private void watch() {
        try {
            String before = "";
            do {
                readable = answers();
                String now = standing();
                if (!now.equals(before)) {
                    LOG.info(now);
                }
                before = now;
            } while (!stopped.await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private String standing() {
        if (readable) {
            return writable
                    ? "The database can be used."
                    : "The database can be read, but not written to; nothing can be recorded.";
        }
        return "The database is away; nothing can be recorded.";
    }

    private boolean answers() {
        try (Connection connection = source.getConnection()) {
            if (!connection.isValid(LONGEST_SECONDS)) {
                return false;
            }
            if (!writable) {
                writable = takes(connection);
            }
        } catch (SQLException away) {
            LOG.debugf("The database does not answer: %s", away.getMessage());
            return false;
        }
        return migrated || migrate();
    }

    /** Whether it takes a megabyte; where the disk is full, it answers and does not. */
    private static boolean takes(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(LONGEST_SECONDS);
            statement.execute("create temporary table taken on commit drop as select generate_series(1, 30000)");
            return true;
        } catch (SQLException refused) {
            LOG.debugf("The database takes nothing: %s", refused.getMessage());
            // One that lets nobody try is asked by the next thing that is to be recorded.
            return !DatabaseFailure.passes(refused);
        }
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
