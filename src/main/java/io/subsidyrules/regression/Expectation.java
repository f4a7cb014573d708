package io.subsidyrules.regression;

import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.text.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The expectations of a scenario; what it does not name is not checked.
 *
 * @param questions the pointers of the questions, all of them in order
 * @param items by item id
 * @param claims by claim id
 */
record Expectation(
        Optional<Yuan> total,
        Optional<Yuan> atStake,
        Optional<List<String>> questions,
        Map<String, OfItem> items,
        Map<String, OfClaim> claims) {

    static final Expectation NOTHING =
            new Expectation(Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), Map.of());

    Expectation {
        items = Map.copyOf(items);
        claims = Map.copyOf(claims);
    }

    /** Whether any answer that has the items and claims would do. */
    boolean isEmpty() {
        return total.isEmpty()
                && atStake.isEmpty()
                && questions.isEmpty()
                && items.values().stream().allMatch(OfItem::isEmpty)
                && claims.values().stream().allMatch(OfClaim::isEmpty);
    }

    /** Whether it names what would have to be otherwise, which an answer has only where it is asked for. */
    boolean namesChanges() {
        return Stream.concat(
                        items.values().stream(),
                        claims.values().stream().flatMap(claim -> claim.items().values().stream()))
                .anyMatch(item -> item.changes().isPresent());
    }

    /** Whether it expects of an item that it fails by this field. */
    boolean namesFailed(String pointer) {
        return Stream.concat(
                        items.values().stream(),
                        claims.values().stream().flatMap(claim -> claim.items().values().stream()))
                .anyMatch(item ->
                        item.failed().filter(all -> all.contains(pointer)).isPresent());
    }

    /** The expectation on the decision, without the sentences that explain it. */
    Expectation ofDecision() {
        Map<String, OfClaim> decided = new HashMap<>();
        claims.forEach((id, claim) -> decided.put(
                id, new OfClaim(claim.status(), claim.amount(), claim.atStake(), decisions(claim.items()))));
        return new Expectation(total, atStake, questions, decisions(items), decided);
    }

    private static Map<String, OfItem> decisions(Map<String, OfItem> items) {
        Map<String, OfItem> decided = new HashMap<>();
        items.forEach((id, item) -> decided.put(
                id,
                new OfItem(
                        item.status(),
                        item.amount(),
                        item.atStake(),
                        item.missing(),
                        item.failed(),
                        Map.of(),
                        Optional.empty())));
        return decided;
    }

    /**
     * The expectations of an item.
     *
     * @param missing the pointers, all of them in order
     * @param failed the pointers of the failed conditions, all of them in order
     * @param explanation what the answer says of it, by language
     * @param changes what would make it hold, all of it in order
     */
    record OfItem(
            Optional<Status> status,
            Optional<Yuan> amount,
            Optional<Yuan> atStake,
            Optional<List<String>> missing,
            Optional<List<String>> failed,
            Map<Language, OfExplanation> explanation,
            Optional<List<OfChange>> changes) {

        OfItem {
            explanation = Map.copyOf(explanation);
            changes = changes.map(List::copyOf);
        }

        boolean isEmpty() {
            return status.isEmpty()
                    && amount.isEmpty()
                    && atStake.isEmpty()
                    && missing.isEmpty()
                    && failed.isEmpty()
                    && explanation.values().stream().allMatch(OfExplanation::isEmpty)
                    && changes.isEmpty();
        }

        static OfItem of(Optional<Status> status) {
            return new OfItem(
                    status,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    Optional.empty());
        }
    }

    /**
     * The expectations of an explanation in one language.
     *
     * @param holds the sentences of the conditions that hold, all of them in order
     * @param fails those of the conditions that do not
     * @param unknown those of the conditions of which it is not known
     */
    record OfExplanation(
            Optional<List<String>> holds,
            Optional<List<String>> fails,
            Optional<List<String>> unknown,
            Optional<String> calculation) {

        boolean isEmpty() {
            return holds.isEmpty() && fails.isEmpty() && unknown.isEmpty() && calculation.isEmpty();
        }
    }

    /**
     * The expectations of one way to make an item hold.
     *
     * @param fields the pointers of what would have to be otherwise, all of them in order
     * @param changeable whether an applicant can ever change all of it
     * @param says the sentences on them, by language
     */
    record OfChange(
            Optional<List<String>> fields,
            Optional<Yuan> gain,
            Optional<Boolean> changeable,
            Map<Language, List<String>> says) {

        OfChange {
            says = Map.copyOf(says);
        }
    }

    /** The expectation on a claim. */
    record OfClaim(Optional<Status> status, Optional<Yuan> amount, Optional<Yuan> atStake, Map<String, OfItem> items) {

        OfClaim {
            items = Map.copyOf(items);
        }

        boolean isEmpty() {
            return status.isEmpty()
                    && amount.isEmpty()
                    && atStake.isEmpty()
                    && items.values().stream().allMatch(OfItem::isEmpty);
        }
    }
}
