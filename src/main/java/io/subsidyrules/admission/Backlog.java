package io.subsidyrules.admission;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * The decisions that were taken on and are not recorded yet: never more than are recorded in time, by how fast that was
 * lately done, and few where a crowd waits. Where it is full, a caller still gets its part of the places. Safe for many
 * threads.
 */
public final class Backlog {

    /** No more wait than this, however fast they are recorded. */
    public static final int MOST = 2_000;

    /** So many can wait in any case. */
    private static final int FEWEST = 64;

    /** The size below which a batch says nothing of how fast many are written. */
    private static final int FEW = 16;

    /** The share of the newest measurement, for a second of writing. */
    private static final double NEWEST = 0.7;

    private final Patience patience;
    private final int most;
    private final LongSupplier nanos;
    private final Crowd crowd;
    private final Map<String, Integer> callers = new HashMap<>();
    private double perSecond;
    private int waiting;
    private OptionalLong writingSince = OptionalLong.empty();

    /**
     * The longest time for recording all that waits.
     *
     * @param longest in any case
     * @param crowded where a crowd waits
     * @param crowdedAfter how long more than that waits before it is a crowd
     */
    public record Patience(Duration longest, Duration crowded, Duration crowdedAfter) {

        public Patience {
            if (crowded.isNegative() || crowded.isZero() || crowded.compareTo(longest) > 0) {
                throw new IllegalArgumentException(
                        ("Recording is to take %s in a crowd and %s otherwise; it takes some time, and the "
                                        + "first may not be longer.")
                                .formatted(crowded, longest));
            }
            if (crowdedAfter.isNegative()) {
                throw new IllegalArgumentException(
                        "A crowd is one after %s, which is less than none.".formatted(crowdedAfter));
            }
        }
    }

    /**
     * A backlog of nothing.
     *
     * @param most how many may wait, however fast they are recorded
     */
    public Backlog(Patience patience, int most, LongSupplier nanos) {
        this.patience = patience;
        this.nanos = nanos;
        this.most = most;
        this.crowd = new Crowd(patience.crowdedAfter(), nanos);
        this.perSecond = most / seconds(patience.longest());
    }

    /** Whether one more of that caller would have to wait too long. */
    public synchronized boolean isFull(String caller) {
        int may = isStuck() ? FEWEST : measure();
        return Crowd.isFull(waiting, may, callers.getOrDefault(caller, 0), callers.size());
    }

    private boolean isStuck() {
        return writingSince.isPresent()
                && nanos.getAsLong() - writingSince.getAsLong()
                        > patience.longest().toNanos();
    }

    /** A place for a decision of that caller, which is to be left in any case; none if it is full. */
    public synchronized Optional<Place> place(String caller) {
        if (isFull(caller)) {
            return Optional.empty();
        }
        waiting++;
        callers.merge(caller, 1, Integer::sum);
        return Optional.of(new Place(() -> left(caller)));
    }

    private synchronized void left(String caller) {
        waiting--;
        callers.computeIfPresent(caller, (name, own) -> own == 1 ? null : own - 1);
        // Nobody asks while nothing comes.
        measure();
    }

    /** The number that may wait, by the measured speed and by whether there is a crowd from now on. */
    synchronized int measure() {
        int few = recordedIn(patience.crowded());
        return crowd.isCrowd(waiting, few) ? few : recordedIn(patience.longest());
    }

    private int recordedIn(Duration time) {
        return (int) Math.min(most, Math.max(FEWEST, perSecond * seconds(time)));
    }

    /** The number of those that wait. */
    public synchronized int waiting() {
        return waiting;
    }

    /** Some are being recorded from now on. */
    public synchronized void begin() {
        writingSince = OptionalLong.of(nanos.getAsLong());
    }

    /** So many were recorded together since {@link #begin}; 0 if that failed. */
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
