package io.subsidyrules.mutation;

import java.time.Duration;

/** The changes of the rules were not all tried in the time that they may take. */
public final class MutationTimeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration time;
    private final int tried;

    MutationTimeException(Duration time, int tried) {
        super("The changes took longer than " + time, null, false, false);
        this.time = time;
        this.tried = tried;
    }

    /** The time that all may take. */
    public Duration time() {
        return time;
    }

    /** The number of changes that were tried. How many there are is known only at the end. */
    public int tried() {
        return tried;
    }
}
