package io.subsidyrules.recording.integrity;

import io.quarkus.runtime.ShutdownEvent;
import io.subsidyrules.ledger.HeadFile;
import io.subsidyrules.ledger.KeptHead;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Keeps the end of the ledger in a file beside the signing key. A thread of its own writes the newest one, so that no
 * commit waits for it, and forces it onto the disk once a second at most. Safe for many threads.
 */
@ApplicationScoped
class HeadKeeper {

    private static final Logger LOG = Logger.getLogger(HeadKeeper.class);
    private static final Duration BETWEEN_FORCES = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(5);

    /** After all that still records; an arbitrary number below that of the database. */
    private static final int AFTER_RECORDING = 1_000_000;

    private final HeadFile file;
    private final Thread writer = new Thread(this::writeOn, "kept-head");
    private final Semaphore asked = new Semaphore(0);
    private volatile boolean stopped;
    private volatile Optional<KeptHead> newest = Optional.empty();
    private Optional<KeptHead> forced = Optional.empty();
    private Optional<KeptHead> written = Optional.empty();
    private volatile long forcedAt = System.nanoTime() - BETWEEN_FORCES.toNanos();
    private boolean failing;
    private boolean told;

    HeadKeeper(@ConfigProperty(name = "subsidy.ledger.key") Path key) {
        this.file = new HeadFile(key);
        writer.setDaemon(true);
        writer.start();
    }

    /** The file, for the log. */
    Path path() {
        return file.path();
    }

    /** The head that was kept. A damaged file is logged, and counts as no head. */
    synchronized Optional<KeptHead> kept() {
        try {
            return file.read();
        } catch (IOException damaged) {
            if (!told) {
                told = true;
                LOG.warnf(
                        "The end of the ledger that was kept beside the key is not known, so that an older "
                                + "copy of the database would not be noticed now; it is kept anew: %s",
                        damaged.getMessage());
            }
            return Optional.empty();
        }
    }

    /** Keeps this head soon. */
    void keep(KeptHead head) {
        newest = Optional.of(head);
        if (asked.availablePermits() == 0) {
            asked.release();
        }
    }

    private void writeOn() {
        try {
            while (!stopped) {
                asked.tryAcquire(BETWEEN_FORCES.toMillis(), TimeUnit.MILLISECONDS);
                asked.drainPermits();
                write(System.nanoTime() - forcedAt >= BETWEEN_FORCES.toNanos());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void write(boolean force) {
        if (newest.isEmpty() || newest.equals(force ? forced : written)) {
            return;
        }
        try {
            KeptHead head = newest.get();
            file.write(head, force);
            written = Optional.of(head);
            if (force) {
                forced = written;
                forcedAt = System.nanoTime();
            }
            failing = false;
        } catch (IOException failed) {
            if (!failing) {
                LOG.warnf(
                        "The end of the ledger cannot be kept beside the key, so that an older copy of the "
                                + "database will not be noticed at the next start. Let the service write there, and "
                                + "see docs/recording.md: %s",
                        failed);
            }
            failing = true;
        }
    }

    void stop(@Observes @Priority(AFTER_RECORDING) ShutdownEvent event) throws InterruptedException {
        close();
    }

    /** Ends with the last head that was left, on the disk. */
    void close() throws InterruptedException {
        stopped = true;
        asked.release();
        writer.join(STOP.toMillis());
        write(true);
    }
}
