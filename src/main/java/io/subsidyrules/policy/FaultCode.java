package io.subsidyrules.policy;

/** The kinds of faults in rule files, policy files and scenario files. */
public enum FaultCode {
    /** The text is not what stands here in the language of the file. */
    SYNTAX,
    /** The construct exists in DRL, but not in the dialect of rule files. */
    NOT_IN_DIALECT,
    /** A name that nothing declares. */
    UNKNOWN_NAME,
    /** A name that is declared twice, or two rules for one item at one time. */
    DUPLICATE,
    /** A value of another type than the one needed. */
    WRONG_TYPE,
    /** A value outside of its limits. */
    OUT_OF_RANGE,
    /** Something compulsory is not there. */
    MISSING,
    /** A text is there in one language only. */
    MISSING_LANGUAGE,
    /** A clause has neither a rule nor a reason, or both. */
    CLAUSE_UNDECIDED,
    /** A rule cites a clause, a reading or an item that the policy file does not have. */
    UNKNOWN_CITATION,
    /** A scenario does not say what the rules give. */
    SCENARIO_FAILED
}
