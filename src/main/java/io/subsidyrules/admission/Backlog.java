package io.subsidyrules.admission;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * How long it takes until what waits to be recorded is recorded, by how fast it was last recorded. Safe for many threads.
 */
public final class Backlog {

    /** So many can wait in any case. */
    private static final int FEWEST = 64;

    /** What is written together with few others says nothing of how fast many are. */
    private static final int FEW = 16;

    /** What the newest measurement counts for a second of writing. */
    private static final double NEWEST = 0.7;

    private final Duration longest;
    private final int most;
    private final LongSupplier nanos;
    private double perSecond;
    private int waiting;
    private OptionalLong writingSince = OptionalLong.empty();

    /**
     * A backlog of nothing.
     *
     * @param longest how long it may take to record what waits
     * @param most how many may wait, however fast they are recorded
     */
    public Backlog(Duration longest, int most, LongSupplier nanos) {
        this.longest = longest;
        this.nanos = nanos;
        this.most = most;
        this.perSecond = most / seconds(longest);
    }

    /** Whether one more would have to wait too long. */
    public synchronized boolean isTooLong() {
        return waiting >= (isStuck() ? FEWEST : most());
    }

    private boolean isStuck() {
        return writingSince.isPresent() && nanos.getAsLong() - writingSince.getAsLong() > longest.toNanos();
    }

    /** How many may wait, by the speed that was measured. */
    public synchronized int most() {
        return (int) Math.min(most, Math.max(FEWEST, perSecond * seconds(longest)));
    }

    /** How many wait. */
    public synchronized int waiting() {
        return waiting;
    }

    /** One more waits. */
    public synchronized void add() {
        waiting++;
    }

    /** One fewer waits: it was recorded, or will not be. */
    public synchronized void remove() {
        waiting--;
    }

    /** Some are being recorded from now on. */
    public synchronized void begin() {
        writingSince = OptionalLong.of(nanos.getAsLong());
    }

    /** So many were recorded together since {@link #begin}; 0 where that failed. */
    public synchronized void end(int count) {
        double seconds = Math.max((nanos.getAsLong() - writingSince.orElseThrow()) / 1e9, 0.000_1);
        writingSince = OptionalLong.empty();
        if (count >= FEW) {
            double weight = 1 - Math.pow(1 - NEWEST, Math.min(1, seconds));
            perSecond += weight * (count / seconds - perSecond);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
