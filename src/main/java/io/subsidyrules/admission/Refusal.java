package io.subsidyrules.admission;

/** The reason that a sound request is refused. */
public enum Refusal {
    /** Its caller has as much under way as one caller may have. */
    CALLER_SHARE,
    /** All callers together have as much under way as the service can hold. */
    BUDGET,
    /** It has waited for its turn for so long that an answer would come too late. */
    WAITED,
    /** More waits for its turn than is begun in time. */
    CROWDED,
    /** More waits to be recorded than can be recorded in time. */
    RECORDING_BEHIND
}
