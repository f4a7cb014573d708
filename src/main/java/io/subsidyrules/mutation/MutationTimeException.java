package io.subsidyrules.mutation;

import java.time.Duration;

/** The changes of the rules were not all tried in the time that they may take. */
public final class MutationTimeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration time;
    private final int done;
    private final int all;

    MutationTimeException(Duration time, int done, int all) {
        super("The changes took longer than " + time, null, false, false);
        this.time = time;
        this.done = done;
        this.all = all;
    }

    /** The time that all may take. */
    public Duration time() {
        return time;
    }

    /** The number of changes that were tried. */
    public int done() {
        return done;
    }

    /** The number of all changes. */
    public int all() {
        return all;
    }
}
