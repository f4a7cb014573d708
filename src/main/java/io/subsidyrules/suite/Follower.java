package io.subsidyrules.suite;

/** Follows a run of scenarios. Called by many threads. */
public interface Follower {

    /** Does not look. */
    Follower NONE = (done, total) -> {};

    /** Learns that so many scenarios were run, of all that are to be run. */
    void at(long done, long total);
}
