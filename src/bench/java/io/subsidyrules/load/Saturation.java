package io.subsidyrules.load;

import java.time.Duration;
import java.util.List;

/** A load by a client of this project: each connection sends a request as soon as its last one is answered. */
public final class Saturation {

    private Saturation() {}

    /**
     * The answers of a load.
     *
     * @param requests how many were answered
     * @param errors answers with a status above 399
     * @param unanswered requests that were not answered, or not in five seconds
     * @param p50Micros half of the answers with 2xx or 422 took no longer
     * @param p99Micros 99 in 100 of them took no longer
     */
    public record Answers(long requests, Duration took, long errors, long unanswered, long p50Micros, long p99Micros) {}

    /**
     * Sends requests in turn for some time.
     *
     * @param port of a server on the loopback address
     * @param requests each with its head
     */
    public static Answers of(int port, List<byte[]> requests, int connections, Duration time) throws Exception {
        try (OpenLoop load = new OpenLoop(port, number -> requests.get((int) (number % requests.size())))) {
            long began = System.nanoTime();
            Tally tally = load.saturate(connections, time);
            return new Answers(
                    tally.answered() - tally.count(0),
                    Duration.ofNanos(System.nanoTime() - began),
                    tally.errors(),
                    tally.count(0),
                    tally.percentile(50).toNanos() / 1_000,
                    tally.p99().toNanos() / 1_000);
        }
    }
}
