package io.subsidyrules.engine;

/** The status of an item or a claim; the better one first. */
public enum Status {
    ELIGIBLE,
    REFERRED,
    UNDETERMINED,
    NOT_ELIGIBLE;

    Status worst(Status other) {
        return compareTo(other) >= 0 ? this : other;
    }

    Status best(Status other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
