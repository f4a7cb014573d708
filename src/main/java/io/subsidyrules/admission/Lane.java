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
 * Work of one kind, of which only so much runs at a time. What waits gets its turn by caller, one of each after the other.
 * What has waited too long is dropped before it is begun. When more waits than gets done in time, the lane is crowded until
 * it is empty again: little waiting is too long then, and the newest goes first, so that what is answered is answered in
 * time. Safe for many threads.
 */
public final class Lane {

    private static final Duration FIRST_GUESS = Duration.ofMillis(1);

    /** What the newest measurement counts. */
    private static final double NEWEST = 0.05;

    private final int most;
    private final Patience patience;
    private final LongSupplier nanos;
    private final Map<String, Deque<Turn>> callers = new LinkedHashMap<>();

    /** By age; those that were begun meanwhile are passed over. */
    private final Deque<Turn> all = new ArrayDeque<>();

    private int running;
    private int waiting;

    private boolean crowded;

    /** The time from the end of one to the end of the next, while something waits. */
    private double eachNanos = FIRST_GUESS.toNanos();

    /** When one ended last, with others waiting; 0 where none did. */
    private long endedLast;

    /**
     * How long work may wait.
     *
     * @param usual where the lane is not crowded
     * @param crowded where it is
     * @param crowdedFrom how long it takes to do what waits, where that is a crowd
     */
    public record Patience(Duration usual, Duration crowded, Duration crowdedFrom) {}

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
    }

    /**
     * Begins work, now or when it is its turn.
     *
     * @param start begins it, until {@link #leave}; false where that is not needed any more
     * @param drop is called instead where it has waited too long
     */
    public void enter(String caller, BooleanSupplier start, Runnable drop) {
        List<Runnable> late = new ArrayList<>(0);
        boolean now;
        synchronized (this) {
            now = running < most && waiting == 0;
            if (now) {
                running++;
            } else {
                wait(new Turn(caller, nanos.getAsLong(), start, drop));
                dropLate(late);
            }
        }
        late.forEach(Runnable::run);
        if (now && !start.getAsBoolean()) {
            leave();
        }
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

    /** How much waits. */
    public synchronized int waiting() {
        return waiting;
    }

    /** How much runs. */
    public synchronized int running() {
        return running;
    }

    private void wait(Turn turn) {
        waiting++;
        all.addLast(turn);
        callers.computeIfAbsent(turn.caller, caller -> new ArrayDeque<>()).addLast(turn);
    }

    private void measure() {
        long now = nanos.getAsLong();
        if (waiting > 0 && endedLast > 0) {
            eachNanos += NEWEST * (now - endedLast - eachNanos);
        }
        endedLast = waiting > 0 ? now : 0;
    }

    private boolean isCrowded() {
        crowded = waiting > 0
                && (crowded || waiting * eachNanos > patience.crowdedFrom().toNanos());
        return crowded;
    }

    private void dropLate(List<Runnable> late) {
        long longest = (isCrowded() ? patience.crowded() : patience.usual()).toNanos();
        long now = nanos.getAsLong();
        for (Turn oldest = all.peekFirst();
                oldest != null && (oldest.over || now - oldest.since > longest);
                oldest = all.peekFirst()) {
            all.removeFirst();
            if (!oldest.over) {
                oldest.over = true;
                waiting--;
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
        Turn turn = isCrowded() ? own.removeLast() : own.removeFirst();
        if (!own.isEmpty()) {
            callers.put(caller.getKey(), own);
        }
        turn.over = true;
        waiting--;
        return Optional.of(turn);
    }
}
