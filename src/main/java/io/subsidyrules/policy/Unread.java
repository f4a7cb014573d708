package io.subsidyrules.policy;

import java.util.Set;

/**
 * The parts of a policy file that could not be read, and have their faults: a name that is missing may have been meant
 * to be in them.
 *
 * @param readings whether some of the readings
 * @param per whether some of the words for what items are given for
 * @param currency whether the currency, in whose place CNY stands
 * @param clauses the numbers of clauses, of which the items; {@link #ofMeasure} for all clauses of a measure
 */
public record Unread(boolean readings, boolean per, boolean currency, Set<String> clauses) {

    /** Some clause, of whichever measure. */
    static final String ALL_CLAUSES = "";

    public Unread {
        clauses = Set.copyOf(clauses);
    }

    static String ofMeasure(int number) {
        return number + ".";
    }

    /** Whether there may be such a clause, or more items in it, than what was read. */
    public boolean mayHold(String clause) {
        return clauses.stream()
                .anyMatch(unread -> unread.equals(clause)
                        || ((unread.isEmpty() || unread.endsWith(".")) && clause.startsWith(unread)));
    }

    /** Whether the items of a clause, or the reason why it has none, could not be read. */
    public boolean isOf(String clause) {
        return clauses.contains(clause);
    }
}
