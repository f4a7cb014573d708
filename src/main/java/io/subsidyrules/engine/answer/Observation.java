package io.subsidyrules.engine.answer;

import io.subsidyrules.text.Text;
import java.util.Optional;

/**
 * The entry of an answer on a condition that is false, and in an explanation on any condition.
 *
 * @param pointer the first field that it reads, or {@code /asOf}
 * @param condition as the rule file writes it, of a limit its outcome, or the word repeat, paid or
 *     {@link #LARGEST_AMOUNT}
 * @param text the condition in plain words
 * @param actual the value seen: a String, Integer, BigDecimal, Boolean, LocalDate or Constant; empty if it is unknown
 * @param repeats the id of the earlier claim for the same project
 * @param decision the id of the earlier decision that awarded the same project, or used up a limit
 * @param usedUpBy the id of the claim of the request that used up a limit
 */
public record Observation(
        String pointer,
        String condition,
        Text text,
        Optional<Object> actual,
        Optional<String> repeats,
        Optional<String> decision,
        Optional<String> usedUpBy) {

    /** The condition that a person decides on more than the largest amount of the policy. */
    public static final String LARGEST_AMOUNT = "largestAmount";

    /** A failed condition that names neither another claim nor another decision. */
    public static Observation of(String pointer, String condition, Text text, Optional<Object> actual) {
        return new Observation(pointer, condition, text, actual, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
