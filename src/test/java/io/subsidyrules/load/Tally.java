package io.subsidyrules.load;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** The answers of one run of an {@link OpenLoop}, by status and time. */
final class Tally {

    /** An answer that comes later is of no use to its caller. */
    private static final Duration IN_TIME = Duration.ofSeconds(2);

    private static final long LONGEST = TimeUnit.MINUTES.toMicros(1);

    private final double rate;
    private final Duration settling;
    private final long began = System.nanoTime();
    private final Histogram accepted = new Histogram(LONGEST, 2);
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Duration time;
    private int inTime;
    private int answered;
    private int sent;
    private int withoutRetryAfter;

    /**
     * A tally of nothing yet.
     *
     * @param rate requests a second that are asked for; 0 where each waits for the answer before it
     * @param settling how long requests are sent whose times and goodput do not count
     * @param time how long requests are sent after those
     */
    Tally(double rate, Duration settling, Duration time) {
        this.rate = rate;
        this.settling = settling;
        this.time = time;
    }

    void sent() {
        sent++;
    }

    /**
     * A request is answered.
     *
     * @param status 0 where there was no answer
     * @param due when it was due, by {@link System#nanoTime}
     */
    void answered(int status, long due) {
        answered++;
        statuses.merge(status, 1, Integer::sum);
        long now = System.nanoTime();
        // Where each waits for the answer before it, those that are left at the end come on top of the time.
        boolean counts = rate > 0 ? due - began >= settling.toNanos() : now - began <= time.toNanos();
        if (isDecided(status) && counts) {
            Duration took = Duration.ofNanos(now - due);
            accepted.recordValue(Math.min(TimeUnit.NANOSECONDS.toMicros(took.toNanos()), LONGEST));
            inTime += took.compareTo(IN_TIME) <= 0 ? 1 : 0;
        }
    }

    /** Whether the service has done its work: it has evaluated the request, or has found its faults. */
    private static boolean isDecided(int status) {
        return status / 100 == 2 || status == 422;
    }

    /** A refusal did not say when to try again. */
    void withoutRetryAfter() {
        withoutRetryAfter++;
    }

    /** Refusals that did not say when to try again. */
    int refusalsWithoutRetryAfter() {
        return withoutRetryAfter;
    }

    boolean isComplete() {
        return answered >= sent;
    }

    /** Answers with 2xx or 422 within two seconds, a second. */
    double goodput() {
        return inTime / (time.toNanos() / 1e9);
    }

    /** The requests a second that were asked for. */
    double rate() {
        return rate;
    }

    /** The time that 99 of 100 answers with 2xx or 422 took at most. */
    Duration p99() {
        return percentile(99);
    }

    /** The time that so many of 100 answers with 2xx or 422 took at most. */
    Duration percentile(double percent) {
        return Duration.of(accepted.getValueAtPercentile(percent), ChronoUnit.MICROS);
    }

    /** How often a status came; 0 for what was not answered in five seconds. */
    int count(int status) {
        return statuses.getOrDefault(status, 0);
    }

    /** How many answers had a status above 399. */
    int errors() {
        return statuses.entrySet().stream()
                .filter(one -> one.getKey() >= 400)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** How many requests were answered, or given up. */
    int answered() {
        return answered;
    }

    /** How often another status than 2xx, 429 and 503 came. */
    int others() {
        return statuses.entrySet().stream()
                .filter(one ->
                        one.getKey() != 0 && one.getKey() / 100 != 2 && one.getKey() != 429 && one.getKey() != 503)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    @Override
    public String toString() {
        return "sent %d, goodput %.0f/s, p50 %.0f ms, p99 %.0f ms, statuses %s"
                .formatted(
                        sent,
                        goodput(),
                        percentile(50).toNanos() / 1e6,
                        percentile(99).toNanos() / 1e6,
                        statuses);
    }
}
