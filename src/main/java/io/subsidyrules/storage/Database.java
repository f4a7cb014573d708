package io.subsidyrules.storage;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.subsidyrules.storage.DatabaseBusyException.Kind;
import io.subsidyrules.storage.diagnosis.Unusable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;

/**
 * The database as the rest of the service uses it: whether it can be used, and turns to read from it. It can be used
 * when it answers and its schema is that of this build. Safe for many threads.
 */
@Startup
@ApplicationScoped
public class Database {

    /** The time for which a part of an export is retried; each attempt waits a second for a connection. */
    private static final Duration LONGEST_TRIED = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final DatabaseWatch watch;
    private final ReaderTurns turns = new ReaderTurns();

    Database(AgroalDataSource source, Flyway flyway) {
        this.watch = new DatabaseWatch(source, flyway);
        watch.start();
    }

    /** Whether it could be written to when it was last asked, which is less than a second ago. */
    public boolean available() {
        return watch.isWritable();
    }

    /** Whether the records could be read when the database was last asked. */
    public boolean readable() {
        return watch.state().readable();
    }

    /** Its state when it was last asked. */
    DatabaseState state() {
        return watch.state();
    }

    /** The rights of the service's user beyond those it needs, in a sentence. */
    Optional<String> excessRights() {
        return watch.excess();
    }

    /**
     * A write failed just now; it is taken for away until it has been written to again. What can be read is read.
     *
     * @return why, for the log
     */
    public String failed(Throwable failure) {
        Unusable why = watch.diagnosed(failure);
        watch.failed(why);
        return why.said();
    }

    /** The reason that something failed, in one line for the log, without secrets. */
    public String reason(Throwable failure) {
        return watch.diagnosed(failure).said();
    }

    /**
     * Reads from the database in a transaction.
     *
     * @throws DatabaseAwayException if it is away, or goes away meanwhile
     * @throws DatabaseBusyException if too many others read, or it was not given in time
     */
    public <T> T read(Supplier<T> reading) {
        refuseAway();
        return turns.read(() -> transaction(reading));
    }

    /** Reads for so long that not all readers at one time may do so; throws as {@link #read}. */
    public <T> T readLong(Supplier<T> reading) {
        refuseAway();
        return turns.readLong(() -> transaction(reading));
    }

    /** Writes an answer part by part. */
    public interface Export {
        void run() throws IOException;
    }

    /**
     * Runs an export, whose parts are read by {@link #readPart}. It holds no connection between them, and whoever else
     * reads does not keep it from going on.
     *
     * @throws DatabaseAwayException if the database is away
     * @throws DatabaseBusyException if too many exports are under way; nothing of this one was begun
     */
    public void export(Export export) throws IOException {
        refuseAway();
        turns.beginExport();
        try {
            export.run();
        } finally {
            turns.endExport();
        }
    }

    /**
     * A part of an export that is under way. It waits long for its turn, and is read again where the database was slow
     * to give it. Throws as {@link #read}.
     */
    public <T> T readPart(Supplier<T> reading) {
        return turns.part(() -> {
            long until = System.nanoTime() + LONGEST_TRIED.toNanos();
            while (true) {
                try {
                    return transaction(reading);
                } catch (DatabaseBusyException slow) {
                    if (slow.kind() != Kind.SLOW || System.nanoTime() > until) {
                        throw slow;
                    }
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        });
    }

    private void refuseAway() {
        if (!readable()) {
            throw new DatabaseAwayException();
        }
    }

    private <T> T transaction(Supplier<T> reading) {
        refuseAway();
        try {
            return QuarkusTransaction.requiringNew().call(reading::get);
        } catch (RuntimeException failed) {
            // One reader that waits in vain says nothing of the others.
            if (!DatabaseFailure.passes(failed)) {
                throw failed;
            }
            throw readable() && !watch.diagnosed(failed).cause().isAway()
                    ? new DatabaseBusyException(DatabaseFailure.isDamage(failed) ? Kind.DAMAGED : Kind.SLOW, failed)
                    : new DatabaseAwayException(failed);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        watch.stop();
    }
}
