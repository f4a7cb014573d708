package io.subsidyrules.admission;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Tells a burst, which is over soon, from more than there is time for. What waits is a crowd once it has been more than a few
 * for some time, and until it is half of that. One thread at a time may use it.
 */
final class Crowd {

    private final Duration after;
    private final LongSupplier nanos;
    private boolean standing;
    private boolean many;
    private long manySince;

    /** @param after how long more than a few wait before they are a crowd */
    Crowd(Duration after, LongSupplier nanos) {
        this.after = after;
        this.nanos = nanos;
    }

    /**
     * Whether those that wait now are a crowd.
     *
     * @param waiting how many wait
     * @param few as many as may always wait
     */
    boolean isStanding(int waiting, int few) {
        if (waiting < few && (!standing || waiting <= few / 2)) {
            disperse();
        } else if (!many) {
            many = true;
            manySince = nanos.getAsLong();
        } else if (!standing) {
            standing = nanos.getAsLong() - manySince > after.toNanos();
        }
        return standing;
    }

    /** Nothing waits any more, and whatever waits next is no part of what waited before. */
    void disperse() {
        many = false;
        standing = false;
    }

    /**
     * Whether a caller has to stay outside: as many wait as may, and it has its part of them. Twice as many wait at most,
     * however many callers there are.
     *
     * @param most how many may wait
     * @param own how many of them are the caller's
     * @param callers how many callers wait
     */
    static boolean isFull(int waiting, int most, int own, int callers) {
        int all = callers + (own == 0 ? 1 : 0);
        return waiting >= most && (own >= Math.max(1, most / all) || waiting / 2 >= most);
    }
}
