package io.subsidyrules.engine.answer;

import io.subsidyrules.json.JsonPart;
import io.subsidyrules.json.JsonParts;

/** The status of an item or a claim; the better one first. The package {@code engine} decides which one it is. */
public enum Status {
    /** A rule holds, and gives something. */
    ELIGIBLE,
    /**
     * A person decides: the rule that holds says so, or an earlier award or another claim is for the same project, or
     * for one that looks the same ({@code engine.PaidOnce}).
     */
    REFERRED,
    /** A fact is missing. */
    UNDETERMINED,
    /** No rule holds, or the project was paid. */
    NOT_ELIGIBLE;

    private final JsonPart member = JsonParts.member("status", name());

    /** The worse of the two. */
    public Status worst(Status other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The better of the two. */
    public Status best(Status other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The member of an answer that says it. */
    JsonPart member() {
        return member;
    }
}
