package io.subsidyrules.mutation;

/** The ways in which a wrong change of the rules can end. */
public enum Fate {
    /** A scenario expects another decision than the changed rules give. */
    KILLED,
    /** No scenario notices it, and it is not proved that it changes nothing. */
    SURVIVED,
    /** No item comes to another status or amount by it, whatever the request, which is proved. */
    EQUIVALENT
}
