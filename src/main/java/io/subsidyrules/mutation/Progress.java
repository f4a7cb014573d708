package io.subsidyrules.mutation;

/** Told how far a run is, by one thread at a time. */
public interface Progress {

    /** Tells nobody. */
    Progress NONE = (done, all) -> {};

    /** So many changes are done, of all. */
    void done(int done, int all);
}
