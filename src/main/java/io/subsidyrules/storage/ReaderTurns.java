package io.subsidyrules.storage;

import io.subsidyrules.storage.DatabaseBusyException.Kind;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The turns of those who read. All together have fewer than the pool has connections, so that recording has one whoever
 * reads; exports have fewer than all, so that they keep nobody else waiting. An export that has begun gets a turn for
 * each of its parts, first come, first served, however many others read.
 */
final class ReaderTurns {

    private static final int MOST_READERS = 8;
    private static final int MOST_LONG_READERS = 2;

    /** Parts of exports that are read at a time, and exports under way, each of which holds a part in memory. */
    private static final int MOST_PARTS = 2;

    private static final int MOST_EXPORTS = 24;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT_OF_PART = Duration.ofSeconds(60);

    private final Semaphore readers = new Semaphore(MOST_READERS - MOST_PARTS, true);
    private final Semaphore longReaders = new Semaphore(MOST_LONG_READERS, true);
    private final Semaphore parts = new Semaphore(MOST_PARTS, true);
    private final Semaphore exports = new Semaphore(MOST_EXPORTS, true);

    /** @throws DatabaseBusyException if too many others read */
    <T> T read(Supplier<T> reading) {
        return during(readers, LONGEST_WAIT, Kind.READERS, reading);
    }

    /** Reads for so long that not all readers at one time may do so. */
    <T> T readLong(Supplier<T> reading) {
        return during(longReaders, LONGEST_WAIT, Kind.READERS, () -> read(reading));
    }

    /**
     * Lets an export begin, which reads part by part until it ends.
     *
     * @throws DatabaseBusyException at once, where too many others are under way
     */
    void beginExport() {
        if (!exports.tryAcquire()) {
            throw new DatabaseBusyException(Kind.EXPORTS);
        }
    }

    /** An export that was let begin has ended. */
    void endExport() {
        exports.release();
    }

    /** A part of an export that is under way. */
    <T> T part(Supplier<T> reading) {
        return during(parts, LONGEST_WAIT_OF_PART, Kind.SLOW, reading);
    }

    private static <T> T during(Semaphore turns, Duration longest, Kind kind, Supplier<T> reading) {
        if (!comes(turns, longest)) {
            throw new DatabaseBusyException(kind);
        }
        try {
            return reading.get();
        } finally {
            turns.release();
        }
    }

    private static boolean comes(Semaphore turns, Duration longest) {
        try {
            return turns.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
