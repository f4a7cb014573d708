package io.subsidyrules.engine.answer;

/** The depth to which an answer shows an evaluation. */
public enum Explain {
    /** The items that are not NOT_ELIGIBLE; under a claim all items where all are. */
    SUMMARY,
    /** All items, each with all its conditions and how its amount came about. */
    FULL,
    /** The same, and for each item that is not eligible what would have to be otherwise. */
    CHANGES;

    /** Whether items of that status are shown; under a claim that is eligible for nothing, all are in any case. */
    public boolean shows(Status item) {
        return this != SUMMARY || item != Status.NOT_ELIGIBLE;
    }
}
