package io.subsidyrules.mutation;

/** Told how far a run is, by one thread. */
public interface Progress {

    /** Tells nobody. */
    Progress NONE = (done, all) -> {};

    /** The changes of so many parts of the rules are tried, of all parts. */
    void done(int done, int all);
}
