package io.subsidyrules.policy;

/** The kind of entitlement that a rule gives. */
public enum Outcome {
    /** Cash in yuan, counted in the total. */
    AWARD,
    /** An entitlement that is not cash. */
    SUPPORT,
    /** The text does not settle it: a person must decide; an amount may be at stake. */
    REFER
}
