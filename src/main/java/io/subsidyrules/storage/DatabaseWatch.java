package io.subsidyrules.storage;

import io.agroal.api.AgroalDataSource;
import io.subsidyrules.storage.diagnosis.Diagnosis;
import io.subsidyrules.storage.diagnosis.Unusable;
import io.subsidyrules.storage.diagnosis.UnusableCause;
import io.subsidyrules.storage.postgres.OwnPostgres;
import io.subsidyrules.storage.schema.Schema;
import io.subsidyrules.storage.schema.ServerFacts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;

/**
 * The watch of the database: a thread with a connection of its own, which brings the schema up to date as soon as the
 * database answers, and goes on asking how it is. Nobody else waits for a database that is away.
 */
final class DatabaseWatch {

    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final int LONGEST_SECONDS = 1;

    private final AgroalDataSource pool;
    private final DirectConnection direct;
    private final Diagnosis diagnosis;
    private final Schema schema;
    private final DatabaseLog log;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile DatabaseState state = DatabaseState.away(new Unusable(UnusableCause.STARTING));

    /** The reason that a write failed; empty once another has succeeded. */
    private volatile Optional<Unusable> writing = Optional.empty();

    DatabaseWatch(AgroalDataSource pool, Flyway flyway) {
        this.pool = pool;
        this.direct = new DirectConnection(pool);
        this.diagnosis = new Diagnosis(direct.address());
        this.schema = new Schema(flyway, diagnosis);
        this.log = new DatabaseLog(direct.address());
    }

    void start() {
        Thread watch = new Thread(this::watch, "database-watch");
        watch.setDaemon(true);
        watch.start();
    }

    void stop() {
        stopped.countDown();
    }

    /** The state when it was last asked, which is less than a second ago. */
    DatabaseState state() {
        return state;
    }

    boolean isWritable() {
        return state.writable() && writing.isEmpty();
    }

    /** The rights of the service's user beyond those it needs. */
    Optional<String> excess() {
        return schema.excess();
    }

    /**
     * The reason that something failed. If a connection broke off, the unused ones of the pool are taken for broken
     * too.
     */
    Unusable diagnosed(Throwable failure) {
        Unusable why = diagnosis.of(failure);
        if (why.cause().isAway()) {
            pool.flush(AgroalDataSource.FlushMode.IDLE);
        }
        return why;
    }

    /** A write failed just now: nothing is taken for written until the database has taken something again. */
    void failed(Unusable why) {
        writing = Optional.of(why);
    }

    private void watch() {
        try (direct) {
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
        Optional<Unusable> notYet = ServiceDatabase.misnamed()
                .or(() -> ServiceDatabase.own().filter(own -> !own.isOpen()).map(DatabaseWatch::ofOwn));
        if (notYet.isPresent()) {
            return DatabaseState.away(notYet.get());
        }
        try {
            return state(direct.connection(LONGEST_SECONDS));
        } catch (SQLException refused) {
            return DatabaseState.away(reason(diagnosis.ofConnecting(refused)));
        } catch (RuntimeException failed) {
            return DatabaseState.away(diagnosis.of(failed));
        }
    }

    private DatabaseState state(Connection connection) {
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

    /** For a server of its own that does not listen, the service has another word. */
    private static Unusable reason(Unusable why) {
        return why.cause() == UnusableCause.NOTHING_LISTENS
                ? ServiceDatabase.own().map(DatabaseWatch::ofOwn).orElse(why)
                : why;
    }

    private static Unusable ofOwn(OwnPostgres own) {
        return own.trouble()
                .map(why -> new Unusable(UnusableCause.OWN_POSTGRES, why))
                .orElseGet(() -> new Unusable(UnusableCause.STARTING));
    }

    /**
     * The reason that it takes no further connection, or no megabyte: with a full disk it answers and stores nothing.
     */
    private Optional<Unusable> stillRefused(Connection connection) {
        try {
            direct.attempt();
        } catch (SQLException refused) {
            return Optional.of(diagnosis.ofConnecting(refused));
        }
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
