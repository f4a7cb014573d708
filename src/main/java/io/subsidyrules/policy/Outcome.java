package io.subsidyrules.policy;

/** What a rule gives to whom it holds for. */
public enum Outcome {
    /** Cash in yuan, counted in the total. */
    AWARD,
    /** An entitlement that is not cash. */
    SUPPORT,
    /** The text does not settle it: a person must decide; an amount may be at stake. */
    REFER
}
