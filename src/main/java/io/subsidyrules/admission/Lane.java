package io.subsidyrules.admission;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Work of one kind, of which only so much runs at a time. What waits gets its turn by caller, one of each after the
 * other. No more can wait than is begun in time, by how fast it was lately done, and little where a crowd waits: so
 * what is accepted under overload is answered as quickly as before it. What has waited too long all the same is dropped
 * before it is begun. Safe for many threads.
 */
public final class Lane {

    private static final Duration FIRST_GUESS = Duration.ofMillis(1);

    /** The share of the newest measurements, for a second of work. */
    private static final double NEWEST = 0.7;

    private final int most;
    private final Patience patience;
    private final LongSupplier nanos;
    private final Crowd crowd;
    private final Map<String, Deque<Turn>> callers = new LinkedHashMap<>();

    /** By age; those that were begun meanwhile are passed over. */
    private final Deque<Turn> all = new ArrayDeque<>();

    private int running;
    private int waiting;

    /** The time from the end of one to the end of the next, while something waits. */
    private double eachNanos = FIRST_GUESS.toNanos();

    /** When one ended last, with others waiting; 0 if none did. */
    private long endedLast;

    /**
     * The longest time that work may wait.
     *
     * @param longest until it is dropped
     * @param expected until it is begun, by how fast the lane is, for it to be taken at all
     * @param crowded the same where a crowd waits
     * @param crowdedAfter how long more than that waits before it is a crowd
     * @param least how many may wait in any case
     */
    public record Patience(Duration longest, Duration expected, Duration crowded, Duration crowdedAfter, int least) {

        public Patience {
            if (crowded.isNegative() || crowded.compareTo(expected) > 0 || expected.compareTo(longest) > 0) {
                throw new IllegalArgumentException(
                        ("Work is to wait %s in a crowd, %s otherwise and %s at most; none of these may be "
                                        + "longer than the next.")
                                .formatted(crowded, expected, longest));
            }
            if (crowdedAfter.isNegative()) {
                throw new IllegalArgumentException(
                        "A crowd is one after %s, which is less than none.".formatted(crowdedAfter));
            }
            if (least < 1) {
                throw new IllegalArgumentException("%s may wait in any case; it takes at least one.".formatted(least));
            }
        }
    }

    private static final class Turn {

        private final String caller;
        private final long since;
        private final BooleanSupplier start;
        private final Runnable drop;
        private boolean over;

        Turn(String caller, long since, BooleanSupplier start, Runnable drop) {
            this.caller = caller;
            this.since = since;
            this.start = start;
            this.drop = drop;
        }
    }

    /** @param most how much runs at a time */
    public Lane(int most, Patience patience, LongSupplier nanos) {
        this.most = most;
        this.patience = patience;
        this.nanos = nanos;
        this.crowd = new Crowd(patience.crowdedAfter(), nanos);
    }

    /** Whether work of that caller cannot even wait now. */
    public synchronized boolean isFull(String caller) {
        if (waiting == 0) {
            crowd.isGone();
            return false;
        }
        return Crowd.isFull(waiting, mayWait(), own(caller), callers.size());
    }

    /**
     * Begins work, now or when it is its turn.
     *
     * @param start begins it, until {@link #leave}; false if that is not needed any more
     * @param drop is called instead where it has waited too long
     * @return false if it cannot even wait, and neither of them is called
     */
    public boolean enter(String caller, BooleanSupplier start, Runnable drop) {
        List<Runnable> late = new ArrayList<>(0);
        boolean now;
        synchronized (this) {
            now = running < most && waiting == 0;
            if (now) {
                running++;
            } else if (isFull(caller)) {
                return false;
            } else {
                wait(new Turn(caller, nanos.getAsLong(), start, drop));
                dropLate(late);
            }
        }
        late.forEach(Runnable::run);
        if (now && !start.getAsBoolean()) {
            leave();
        }
        return true;
    }

    /** Ends work that was begun, and begins the next. */
    public void leave() {
        Optional<Turn> next;
        do {
            List<Runnable> late = new ArrayList<>(0);
            synchronized (this) {
                measure();
                dropLate(late);
                next = next();
                if (next.isEmpty()) {
                    running--;
                }
            }
            late.forEach(Runnable::run);
        } while (next.isPresent() && !next.get().start.getAsBoolean());
    }

    /** Drops what has waited too long. It is called all the time. */
    public void look() {
        List<Runnable> late = new ArrayList<>(0);
        synchronized (this) {
            dropLate(late);
        }
        late.forEach(Runnable::run);
    }

    /** The amount of work that waits. */
    public synchronized int waiting() {
        return waiting;
    }

    /** The amount of work that runs. */
    public synchronized int running() {
        return running;
    }

    /** As much as is begun in time. */
    private int mayWait() {
        int few = begunIn(patience.crowded());
        return crowd.isCrowd(waiting, few) ? few : begunIn(patience.expected());
    }

    private int begunIn(Duration time) {
        return (int) Math.max(patience.least(), time.toNanos() / eachNanos);
    }

    private int own(String caller) {
        Deque<Turn> own = callers.get(caller);
        return own == null ? 0 : own.size();
    }

    private void wait(Turn turn) {
        waiting++;
        all.addLast(turn);
        callers.computeIfAbsent(turn.caller, caller -> new ArrayDeque<>()).addLast(turn);
    }

    private void measure() {
        long now = nanos.getAsLong();
        if (waiting > 0 && endedLast > 0) {
            double took = now - endedLast;
            eachNanos += (1 - Math.pow(1 - NEWEST, Math.min(1, took / 1e9))) * (took - eachNanos);
        }
        endedLast = waiting > 0 ? now : 0;
    }

    private void dropLate(List<Runnable> late) {
        long now = nanos.getAsLong();
        for (Turn oldest = all.peekFirst();
                oldest != null
                        && (oldest.over
                                || now - oldest.since > patience.longest().toNanos());
                oldest = all.peekFirst()) {
            all.removeFirst();
            if (!oldest.over) {
                oldest.over = true;
                waitsNoMore();
                forget(oldest);
                late.add(oldest.drop);
            }
        }
    }

    /** The oldest of all is the first of its caller. */
    private void forget(Turn oldest) {
        Deque<Turn> own = callers.get(oldest.caller);
        if (own != null) {
            own.removeFirst();
            if (own.isEmpty()) {
                callers.remove(oldest.caller);
            }
        }
    }

    private Optional<Turn> next() {
        Iterator<Map.Entry<String, Deque<Turn>>> first = callers.entrySet().iterator();
        if (!first.hasNext()) {
            return Optional.empty();
        }
        Map.Entry<String, Deque<Turn>> caller = first.next();
        first.remove();
        Deque<Turn> own = caller.getValue();
        Turn turn = own.removeFirst();
        if (!own.isEmpty()) {
            callers.put(caller.getKey(), own);
        }
        turn.over = true;
        waitsNoMore();
        return Optional.of(turn);
    }

    /** Reports the end of the crowd, which nobody asks for while nothing waits. */
    private void waitsNoMore() {
        waiting--;
        if (waiting == 0) {
            crowd.isGone();
        }
    }
}
