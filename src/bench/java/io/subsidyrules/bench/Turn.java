package io.subsidyrules.bench;

import java.time.Duration;

/**
 * What one turn of a load came to.
 *
 * @param requests how many were answered
 * @param errors answers with a status above 399
 * @param p50Micros half of the answers took no longer
 * @param p99Micros 99 in 100 answers took no longer
 * @param cpu the processor time of the server
 */
record Turn(long requests, Duration took, long errors, long p50Micros, long p99Micros, Duration cpu) {

    double perSecond() {
        return requests / (took.toNanos() / 1e9);
    }

    double cpuMicros() {
        return cpu.toNanos() / 1e3 / requests;
    }
}
