package io.subsidyrules.recording.search;

import io.subsidyrules.access.Visibility;
import io.subsidyrules.engine.answer.Status;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which decisions are looked for: those that all of the filters hold for.
 *
 * @param item the id of an item that the summary of the decision shows
 * @param policy the same of the policy of such an item
 * @param status that of the item, else that of any item of the policy, else that of any item
 * @param reference what the caller calls it
 * @param ruleset the version that decided
 * @param from when it was recorded at the earliest
 * @param before when it was recorded no more; both are exact to the microsecond, as the ledger is
 * @param visible those that whoever looks may see
 */
public record DecisionQuery(
        Optional<String> applicant,
        Optional<String> item,
        Optional<String> policy,
        Optional<Status> status,
        Optional<String> reference,
        Optional<String> ruleset,
        Optional<Instant> from,
        Optional<Instant> before,
        Visibility visible) {

    /** Every decision. */
    public static final DecisionQuery ALL = new DecisionQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Visibility.ALL);

    /** @throws IllegalArgumentException if {@link #isText} does not hold for a text */
    public DecisionQuery {
        Stream.of(applicant, item, policy, reference, ruleset)
                .flatMap(Optional::stream)
                .filter(text -> !isText(text))
                .findFirst()
                .ifPresent(text -> {
                    throw new IllegalArgumentException("Nothing can be looked for by the text (%s).".formatted(text));
                });
        from = from.map(DecisionQuery::wholeMicros);
        before = before.map(DecisionQuery::wholeMicros);
    }

    /** Whether a decision can have it: it is not empty, and has neither control characters nor halves of characters. */
    public static boolean isText(String text) {
        return !text.isEmpty()
                && text.codePoints()
                        .noneMatch(point ->
                                Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE);
    }

    /** Whether it is about the items that a summary shows. */
    boolean asksForItems() {
        return item.isPresent() || policy.isPresent() || status.isPresent();
    }

    /** A time between two microseconds is after all that was recorded at the first of them. */
    private static Instant wholeMicros(Instant time) {
        Instant whole = time.truncatedTo(ChronoUnit.MICROS);
        return whole.equals(time) ? whole : whole.plus(1, ChronoUnit.MICROS);
    }
}
