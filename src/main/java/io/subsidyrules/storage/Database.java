package io.subsidyrules.storage;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.subsidyrules.storage.diagnosis.Diagnosis;
import io.subsidyrules.storage.diagnosis.Unusable;
import io.subsidyrules.storage.diagnosis.UnusableCause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;

/**
 * The state of the database. It can be used when it answers and its schema is that of this build. A thread of its own brings the schema
 * up to date, as soon as the database answers, and goes on asking; nobody else waits for a database that is away.
 */
@Startup
@ApplicationScoped
public class Database {

    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final int LONGEST_SECONDS = 1;

    /** Fewer than there are connections. */
    private static final int MOST_READERS = 8;

    private static final int MOST_LONG_READERS = 2;

    /** How often in turn the pool may have no connection, though the database gives one, until that is said. */
    private static final int MOST_IN_VAIN = 3;

    private final AgroalDataSource source;
    private final DirectConnection direct;
    private final Diagnosis diagnosis;
    private final Schema schema;
    private final DatabaseLog log;
    private final Semaphore readers = new Semaphore(MOST_READERS);
    private final Semaphore longReaders = new Semaphore(MOST_LONG_READERS);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private int inVain;
    private volatile DatabaseState state = DatabaseState.away(new Unusable(UnusableCause.STARTING));

    /** Whether a write failed and none has succeeded since. */
    private volatile Optional<Unusable> writing = Optional.empty();

    Database(AgroalDataSource source, Flyway flyway) {
        this.source = source;
        this.direct = new DirectConnection(source);
        this.diagnosis = new Diagnosis(direct.address());
        this.schema = new Schema(flyway, diagnosis);
        this.log = new DatabaseLog(direct.address());
        Thread watch = new Thread(this::watch, "database-watch");
        watch.setDaemon(true);
        watch.start();
    }

    /** Whether it could be written to when it was last asked, which is less than a second ago. */
    public boolean available() {
        return state.writable() && writing.isEmpty();
    }

    /** Its state when it was last asked. */
    DatabaseState state() {
        return state;
    }

    /**
     * A write failed just now; it is taken for away until it has been written to again. What can be read is read.
     *
     * @return why, for the log
     */
    public String failed(Throwable failure) {
        Unusable why = diagnosis.of(failure);
        writing = Optional.of(why);
        return why.said();
    }

    /** Why something failed, in one line for the log, without secrets. */
    public String reason(Throwable failure) {
        return diagnosis.of(failure).said();
    }

    /**
     * Reads from the database in a transaction.
     *
     * @throws DatabaseAwayException where it is away, or goes away meanwhile
     */
    public <T> T read(Supplier<T> reading) {
        if (!state.readable() || !comes(readers)) {
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
            do {
                DatabaseState now = look();
                state = now;
                if (stopped.getCount() > 0) {
                    log.tell(now, System.nanoTime());
                }
            } while (!stopped.await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private DatabaseState look() {
        Optional<Unusable> misnamed = ServiceDatabase.misnamed();
        if (misnamed.isPresent()) {
            return DatabaseState.away(misnamed.get());
        }
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        try {
            do {
                try (Connection connection = source.getConnection()) {
                    if (connection.isValid(LONGEST_SECONDS)) {
                        return state(connection);
                    }
                }
                // A connection that was cut while it was in the pool says nothing of the next one.
            } while (System.nanoTime() < until);
        } catch (SQLException notConnected) {
            return unconnected();
        } catch (RuntimeException failed) {
            return DatabaseState.away(diagnosis.of(failed));
        }
        return unconnected();
    }

    private DatabaseState state(Connection connection) {
        inVain = 0;
        try {
            ServerFacts facts = ServerFacts.of(connection);
            Optional<Unusable> refused = schema.unusable(facts, connection);
            if (refused.isPresent()) {
                return DatabaseState.away(refused.get());
            }
            if (facts.readOnly()) {
                return DatabaseState.readOnly(new Unusable(UnusableCause.READ_ONLY));
            }
            if (writing.isPresent()) {
                writing = stillRefused(connection);
            }
            return writing.map(DatabaseState::readOnly).orElse(DatabaseState.USABLE);
        } catch (SQLException failed) {
            return DatabaseState.away(diagnosis.of(failed));
        }
    }

    /** The state when the pool gives no connection. A pool that is only slow, as in the first seconds of a process, changes nothing yet. */
    private DatabaseState unconnected() {
        try {
            direct.attempt();
            inVain++;
            return inVain < MOST_IN_VAIN
                    ? state
                    : DatabaseState.away(new Unusable(UnusableCause.TIMED_OUT, "The pool had no connection in time."));
        } catch (SQLException refused) {
            return DatabaseState.away(reason(diagnosis.ofConnecting(refused)));
        }
    }

    /** For a server of its own that does not listen, the service has another word. */
    private static Unusable reason(Unusable why) {
        return why.cause() == UnusableCause.NOTHING_LISTENS
                ? ServiceDatabase.own().map(Database::ofOwn).orElse(why)
                : why;
    }

    private static Unusable ofOwn(OwnPostgres own) {
        return own.trouble()
                .map(why -> new Unusable(UnusableCause.OWN_POSTGRES, why))
                .orElseGet(() -> new Unusable(UnusableCause.STARTING));
    }

    /** Why it does not take a megabyte; where the disk is full, it answers and does not. */
    private Optional<Unusable> stillRefused(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(LONGEST_SECONDS);
            statement.execute("create temporary table taken on commit drop as select generate_series(1, 30000)");
            return Optional.empty();
        } catch (SQLException refused) {
            // One that lets nobody try is asked by the next thing that is to be recorded.
            return DatabaseFailure.passes(refused) ? Optional.of(diagnosis.of(refused)) : Optional.empty();
        }
    }
}
