package io.subsidyrules.suite;

import io.subsidyrules.dialect.source.CancellationPoint;
import io.subsidyrules.dialect.source.Deadline;
import io.subsidyrules.regression.Largest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The time that a run may take, of which each file's share is counted. Safe for many threads. */
public final class SharedTime implements CancellationPoint {

    private final Duration time;
    private final Deadline deadline;
    private final Map<String, Long> shares = new ConcurrentHashMap<>();

    public SharedTime(Duration time) {
        this.time = time;
        this.deadline = new Deadline(time, this::tooLong);
    }

    /**
     * Tells that a file is about to be looked at.
     *
     * @throws TooLongException if the time has passed
     */
    @Override
    public void reached(String file) {
        shares.putIfAbsent(file, 0L);
        deadline.reached(file);
    }

    private TooLongException tooLong() {
        Map.Entry<String, Long> longest = Largest.fileOfLargestPart(shares);
        return new TooLongException(longest.getKey(), Duration.ofNanos(longest.getValue()), time);
    }

    /** The same for one thread: the time from each point to the next is the share of the first's file. */
    public CancellationPoint ofOneThread() {
        return new CancellationPoint() {
            private String current = "";
            private long began;

            @Override
            public void reached(String file) {
                long now = System.nanoTime();
                if (!current.isEmpty()) {
                    spent(current, now - began);
                }
                current = file;
                began = now;
                SharedTime.this.reached(file);
            }
        };
    }

    void spent(String file, long nanos) {
        shares.merge(file, nanos, Long::sum);
    }
}
