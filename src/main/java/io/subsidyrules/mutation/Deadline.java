package io.subsidyrules.mutation;

import io.subsidyrules.dialect.source.CancellationPoint;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** The end of the time that a run may take, and how far it is. Safe for many threads. */
final class Deadline implements CancellationPoint {

    private final Duration time;
    private final long end;
    private final AtomicInteger tried = new AtomicInteger();

    Deadline(Duration time) {
        this.time = time;
        this.end = System.nanoTime() + time.toNanos();
    }

    /** @throws MutationTimeException if the time has passed */
    void check() {
        if (System.nanoTime() - end > 0) {
            throw new MutationTimeException(time, tried.get());
        }
    }

    @Override
    public void reached(String name) {
        check();
    }

    /** Tells that another change was tried. */
    void oneTried() {
        tried.incrementAndGet();
    }
}
