package io.subsidyrules.admission;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Tells a burst, which is over soon, from more than there is time for. What waits is a crowd once as many as may always
 * wait have waited for some time, and until no more than half of them have waited for a tenth of a second: a shorter
 * pause, in which all that waited is worked off and nothing new is let in, ends no overload. One thread at a time may
 * use it.
 */
final class Crowd {

    private static final Duration LULL = Duration.ofMillis(100);

    private final Duration after;
    private final LongSupplier nanos;
    private boolean crowded;

    /** Since when what waits would make it another: a crowd where it is none, none if it is one. */
    private OptionalLong otherwiseSince = OptionalLong.empty();

    /** @param after how long as many as may always wait have to wait before they are a crowd */
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
    boolean isCrowd(int waiting, int few) {
        see(crowded ? waiting <= few / 2 : waiting >= few);
        return crowded;
    }

    /** Nothing waits any more. */
    void isGone() {
        see(crowded);
    }

    /** Whether a crowd waited when it was last looked at. */
    boolean isThere() {
        return crowded;
    }

    private void see(boolean otherwise) {
        if (!otherwise) {
            otherwiseSince = OptionalLong.empty();
        } else if (otherwiseSince.isEmpty()) {
            otherwiseSince = OptionalLong.of(nanos.getAsLong());
        } else if (nanos.getAsLong() - otherwiseSince.getAsLong() > (crowded ? LULL : after).toNanos()) {
            crowded = !crowded;
            otherwiseSince = OptionalLong.empty();
        }
    }

    /**
     * Whether a caller has to stay outside: as many wait as may, and it has its part of them. Twice as many wait at
     * most, however many callers there are.
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
