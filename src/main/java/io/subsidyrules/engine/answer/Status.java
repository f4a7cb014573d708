package io.subsidyrules.engine.answer;

/** The status of an item or a claim; the better one first. */
public enum Status {
    ELIGIBLE,
    REFERRED,
    UNDETERMINED,
    NOT_ELIGIBLE;

    public Status worst(Status other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public Status best(Status other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
