package io.subsidyrules.admission;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The memory that all requests under way may take together, in bytes. A caller may have as much as it leaves free: one
 * alone half of all, two a third each, so that there is always room for the next one. Large requests may have half of
 * all together, so that there is always room for small ones. What is alone is taken however large it is. Safe for many
 * threads.
 */
public final class Budget {

    /** The part of the heap; the rest is for rules, the ledger's writer, and the collector. */
    private static final int PART_OF_HEAP = 3;

    /** A request that takes more than this part of the budget is large. */
    private static final int PART_OF_LARGE = 64;

    private final long limit;
    private final Map<String, Long> callers = new HashMap<>();
    private volatile long used;
    private long large;

    /** @param limit in bytes */
    public Budget(long limit) {
        if (limit < PART_OF_LARGE) {
            throw new IllegalArgumentException("The budget (%s bytes) is too small.".formatted(limit));
        }
        this.limit = limit;
    }

    /** The budget of a process whose heap can grow to so many bytes. */
    public static Budget ofHeap(long most) {
        return new Budget(most / PART_OF_HEAP);
    }

    /** The bytes that can be had. */
    public long limit() {
        return limit;
    }

    /** The bytes that are taken. */
    public long used() {
        return used;
    }

    /** Whether there is so much room that no caller could be refused so many bytes. */
    public boolean hasPlenty(long more) {
        return 2 * (used + more) <= limit;
    }

    /** Whether a request of that weight counts as large. */
    public boolean isLarge(long bytes) {
        return bytes > limit / PART_OF_LARGE;
    }

    /** Gives a request more than it has, or says why not. */
    synchronized Optional<Refusal> grow(String caller, long has, long more) {
        long others = used - has;
        long free = limit - used - more;
        long own = callers.getOrDefault(caller, 0L);
        if (others > 0 && free < 0) {
            return Optional.of(Refusal.BUDGET);
        }
        if (own > has && own + more > free) {
            return Optional.of(Refusal.CALLER_SHARE);
        }
        long largeOthers = large - largeOf(has);
        if (isLarge(has + more) && largeOthers > 0 && largeOthers + has + more > limit / 2) {
            return Optional.of(Refusal.BUDGET);
        }
        set(caller, has, has + more);
        return Optional.empty();
    }

    /** Replaces what a request has, whether there is room or not. */
    synchronized void set(String caller, long has, long now) {
        used += now - has;
        large += largeOf(now) - largeOf(has);
        long own = callers.getOrDefault(caller, 0L) + now - has;
        if (own == 0) {
            callers.remove(caller);
        } else {
            callers.put(caller, own);
        }
    }

    private long largeOf(long bytes) {
        return isLarge(bytes) ? bytes : 0;
    }
}
