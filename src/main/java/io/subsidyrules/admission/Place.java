package io.subsidyrules.admission;

import java.util.concurrent.atomic.AtomicReference;

/**
 * The place of one decision in the {@link Backlog}, which it has before it is evaluated, so that nothing is evaluated
 * that cannot be recorded in time. Safe for many threads.
 */
public final class Place {

    private final AtomicReference<State> state = new AtomicReference<>(State.RESERVED);
    private final Runnable left;

    private enum State {
        RESERVED,
        /** By a task that waits to be recorded. */
        OCCUPIED,
        LEFT
    }

    Place(Runnable left) {
        this.left = left;
    }

    /** A task has it from now on, until {@link #leave}; false where another one has or had it. */
    public boolean occupy() {
        return state.compareAndSet(State.RESERVED, State.OCCUPIED);
    }

    /** The task that has it is done. */
    public void leave() {
        if (state.compareAndSet(State.OCCUPIED, State.LEFT)) {
            left.run();
        }
    }

    /** There will be no task, if there is none yet. */
    public void giveUp() {
        if (state.compareAndSet(State.RESERVED, State.LEFT)) {
            left.run();
        }
    }
}
