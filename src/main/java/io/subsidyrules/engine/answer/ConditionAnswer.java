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
 * @param members those of a list that it counts, each with whether it is counted; empty where it counts none
 * @param place where the rule file writes it; empty for repeat and paid, which no rule file writes
 * @param onEarlierAwards whether it asks what was awarded before, which no fact of the request says
 * @param cuts whether it is that of a limit which cuts the award to what is left
 */
public record ConditionAnswer(
        Truth truth,
        Observation seen,
        List<Seen> others,
        List<MemberAnswer> members,
        Optional<Place> place,
        boolean onEarlierAwards,
        boolean cuts) {

    public ConditionAnswer {
        others = List.copyOf(others);
        members = List.copyOf(members);
    }

    /** A condition that counts no members and asks for no earlier awards. */
    public static ConditionAnswer of(Truth truth, Observation seen, List<Seen> others, Optional<Place> place) {
        return of(truth, seen, others, List.of(), place);
    }

    /** A condition that counts members. */
    public static ConditionAnswer of(
            Truth truth, Observation seen, List<Seen> others, List<MemberAnswer> members, Optional<Place> place) {
        return new ConditionAnswer(truth, seen, others, members, place, false, false);
    }

    /** The same as that of a limit which cuts the award. */
    public ConditionAnswer cutting() {
        return new ConditionAnswer(truth, seen, others, members, place, onEarlierAwards, true);
    }

    /**
     * A member of a list.
     *
     * @param pointer its JSON pointer in the request
     * @param counted whether it fulfils the conditions
     * @param failed the conditions that it does not fulfil, as the rule file writes them
     * @param actual the number of it that is added up or compared; empty for a count, and where it is unknown
     */
    public record MemberAnswer(String pointer, Truth counted, List<String> failed, Optional<Object> actual) {
        public MemberAnswer {
            failed = List.copyOf(failed);
        }
    }

    /**
     * A value that a condition read.
     *
     * @param pointer its JSON pointer in the request, whether it is there or not
     * @param actual as in {@link Observation}; empty if it is unknown
     */
    public record Seen(String pointer, Optional<Object> actual) {}
}
