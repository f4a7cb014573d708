package io.subsidyrules.admission;

import java.util.Optional;

/**
 * The share of the {@link Budget} that one request has, from its first byte until its answer has left the service and
 * nobody works for it any more. Safe for many threads.
 */
public final class Lease {

    private final Budget budget;
    private final String caller;
    private long bytes;

    /** The number of those that need it: the connection, and the thread that works. */
    private int holders = 1;

    /** A lease of nothing yet. */
    public Lease(Budget budget, String caller) {
        this.budget = budget;
        this.caller = caller;
    }

    /** The caller that it belongs to. */
    public String caller() {
        return caller;
    }

    /** Takes more; why not, where there is not enough. */
    public synchronized Optional<Refusal> grow(long more) {
        if (holders == 0) {
            return Optional.empty();
        }
        Optional<Refusal> refused = budget.grow(caller, bytes, more);
        if (refused.isEmpty()) {
            bytes += more;
        }
        return refused;
    }

    /** Sets the bytes that it takes from now on, as that is known, whether there is room or not. */
    public synchronized void settle(long now) {
        if (holders > 0) {
            budget.set(caller, bytes, now);
            bytes = now;
        }
    }

    /** One more needs it, until it calls {@link #release}; false if nobody does any more. */
    public synchronized boolean hold() {
        if (holders == 0) {
            return false;
        }
        holders++;
        return true;
    }

    /** One fewer needs it; with the last it is given back. */
    public synchronized void release() {
        if (holders == 0) {
            throw new IllegalStateException("The lease is over.");
        }
        holders--;
        if (holders == 0) {
            budget.set(caller, bytes, 0);
            bytes = 0;
        }
    }
}
