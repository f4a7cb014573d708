package io.subsidyrules.http;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The ids by which single requests and problems are found again, which need not be hard to guess. */
public final class RandomId {

    private RandomId() {}

    /** A random id (version 4 of RFC 9562). */
    public static UUID next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() >>> 2) | Long.MIN_VALUE);
    }
}
