package io.subsidyrules.engine.answer;

import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.fault.Place;
import java.util.List;
import java.util.Optional;

/**
 * A condition of an item, as an explanation shows it.
 *
 * @param truth what it is for the facts of the request
 * @param seen what it is about and what it saw: its first field, or {@code /asOf}
 * @param others what else it saw: its other fields, in the order of reading
 * @param place where the rule file writes it; empty for repeat and paid, which no rule file writes
 */
public record ConditionAnswer(Truth truth, Observation seen, List<Seen> others, Optional<Place> place) {

    public ConditionAnswer {
        others = List.copyOf(others);
    }

    /**
     * A value that a condition read.
     *
     * @param pointer its JSON pointer in the request, whether it is there or not
     * @param actual as in {@link Observation}; empty if it is unknown
     */
    public record Seen(String pointer, Optional<Object> actual) {}
}
