package io.subsidyrules.effect;

/** One of the two versions of the rules. */
public enum Version {
    /** The old rules. */
    BEFORE,
    /** The new rules. */
    AFTER
}
