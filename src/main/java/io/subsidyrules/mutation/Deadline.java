package io.subsidyrules.mutation;

import io.subsidyrules.dialect.source.CancellationPoint;
import java.time.Duration;

/** The end of the time that a run may take, and how many of its changes are done. Safe for many threads. */
final class Deadline implements CancellationPoint {

    private final Duration time;
    private final long end;
    private final int all;
    private final Progress progress;
    private int done;

    Deadline(Duration time, int all, Progress progress) {
        this.time = time;
        this.end = System.nanoTime() + time.toNanos();
        this.all = all;
        this.progress = progress;
    }

    /** @throws MutationTimeException if the time has passed */
    void check() {
        if (System.nanoTime() - end > 0) {
            throw late();
        }
    }

    @Override
    public void reached(String name) {
        check();
    }

    synchronized void oneDone() {
        done++;
        progress.done(done, all);
    }

    private synchronized MutationTimeException late() {
        return new MutationTimeException(time, done, all);
    }
}
