package io.subsidyrules.dialect.source;

import java.time.Duration;
import java.util.function.Supplier;

/** The end of the time that some work may take, from now on. Safe for many threads. */
public final class Deadline implements CancellationPoint {

    private final Duration time;
    private final long began = System.nanoTime();
    private final Supplier<? extends RuntimeException> late;

    /** @param late what is thrown where the time is over */
    public Deadline(Duration time, Supplier<? extends RuntimeException> late) {
        this.time = time;
        this.late = late;
    }

    /** Whether all the time has passed. */
    public boolean isOver() {
        return System.nanoTime() - began > time.toNanos();
    }

    @Override
    public void reached(String file) {
        if (isOver()) {
            throw late.get();
        }
    }
}
