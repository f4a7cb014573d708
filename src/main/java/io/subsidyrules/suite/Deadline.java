package io.subsidyrules.suite;

import io.subsidyrules.dialect.source.CancellationPoint;
import io.subsidyrules.regression.Largest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The end of the time that a run may take, of which each file's share is counted. Safe for many threads. */
final class Deadline implements CancellationPoint {

    private final Duration time;
    private final long end;
    private final Map<String, Long> shares = new ConcurrentHashMap<>();

    Deadline(Duration time) {
        this.time = time;
        this.end = System.nanoTime() + time.toNanos();
    }

    /** @throws TooLongException if the time has passed */
    @Override
    public void reached(String file) {
        shares.putIfAbsent(file, 0L);
        if (System.nanoTime() - end > 0) {
            Map.Entry<String, Long> longest = Largest.fileOfLargestPart(shares);
            throw new TooLongException(longest.getKey(), Duration.ofNanos(longest.getValue()), time);
        }
    }

    void spent(String file, long nanos) {
        shares.merge(file, nanos, Long::sum);
    }
}
