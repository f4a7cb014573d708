package io.subsidyrules.admission;

/** The kinds of work, by what they wait for. */
public enum Work {
    /** A page of operators: it never waits and is never refused. */
    OPERATION,
    /** Processor time, little of it: an evaluation of a usual size, a page. */
    EVALUATION,
    /** The same, and then a place among what waits to be recorded. */
    DECISION,
    /** Processor time, much of it: an evaluation of many claims. */
    LARGE_EVALUATION,
    /** The database, and then processor time: evaluating anew what is recorded, a dry run. */
    REPLAY,
    /** The database. */
    READING,
    /** The database and the one who reads, for as long as there is something to read. */
    EXPORT
}
