package io.subsidyrules.admission;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The work that an event loop does itself between two looks at its sockets. Whatever comes meanwhile waits until the
 * round is over, so a round may take as long as work may wait in a {@link Lane}, and less in a crowd; more work is
 * refused then, but that of callers that had less than their part of the round. One thread at a time may use it.
 */
public final class Round {

    private final LongSupplier nanos;
    private final Crowd crowd;

    /** The longest round, and the longest in a crowd, in microseconds. */
    private final int longest;

    private final int crowded;

    /** So many pieces of work have time in any case. */
    private final int least;

    /** The microseconds that each caller had in this round, after the first half of the time that it has in a crowd. */
    private final Map<String, Integer> callers = new HashMap<>();

    /** The microseconds that all of them had. */
    private int shared;

    private int most;
    private boolean begun;
    private long began;
    private int spent;
    private int pieces;

    Round(Lane.Patience patience, LongSupplier nanos) {
        this.nanos = nanos;
        this.crowd = new Crowd(patience.crowdedAfter(), nanos);
        this.longest = micros(patience.expected());
        this.crowded = micros(patience.crowded());
        this.least = patience.least();
        this.most = longest;
    }

    /** Whether its time is over, so that some callers at most get more of it. */
    public boolean isOver() {
        return spent >= most && pieces >= least;
    }

    /** Whether it has no time for that caller. */
    public boolean isFull(String caller) {
        if (!isOver()) {
            return false;
        }
        int own = callers.getOrDefault(caller, 0);
        int all = callers.size() + (own == 0 ? 1 : 0);
        return own >= shared / all || spent / 2 >= most;
    }

    /** Begins work; true if it is the first of the round, which then has to be ended. */
    public boolean begin() {
        if (begun) {
            return false;
        }
        begun = true;
        began = nanos.getAsLong();
        limit();
        return true;
    }

    /** Work for a caller was done. */
    public void done(Supplier<String> caller) {
        int before = spent;
        pieces++;
        spent = (int) ((nanos.getAsLong() - began) / 1_000);
        if (before >= crowded / 2) {
            callers.merge(caller.get(), spent - before, Integer::sum);
            shared += spent - before;
        }
    }

    /** Ends the round: the loop is about to look at its sockets. */
    public void end() {
        boolean unused = crowd.isCrowd(pieces < least ? 0 : spent, crowded);
        limit();
        begun = false;
        spent = 0;
        pieces = 0;
        shared = 0;
        callers.clear();
    }

    /** Between two rounds nothing waits, so that a crowd is over after a pause as well. */
    private void limit() {
        if (crowd.isThere()) {
            crowd.isGone();
        }
        most = crowd.isThere() ? crowded : longest;
    }

    private static int micros(Duration duration) {
        return (int) (duration.toNanos() / 1_000);
    }
}
