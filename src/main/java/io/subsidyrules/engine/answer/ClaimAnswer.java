package io.subsidyrules.engine.answer;

import io.subsidyrules.engine.project.EarlierAward;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.policy.Yuan;
import java.util.List;
import java.util.Optional;

/**
 * The answer on a claim.
 *
 * @param type the name of the claim type
 * @param currency of the policy that its type belongs to, and of all its amounts
 * @param amount the sum of its eligible awards
 * @param atStake the most that its undetermined and referred items could add
 * @param earlierAward the award that stood for its project when it was decided; empty if there was none, or none was
 *     asked for
 * @param lookAlikeOf the id of the earlier claim of the request whose project looks like its own
 * @param items the items that the answer shows, in the order of policy folder, clause, place in the file
 */
public record ClaimAnswer(
        String id,
        String type,
        Status status,
        Currency currency,
        Yuan amount,
        Yuan atStake,
        Optional<EarlierAward> earlierAward,
        Optional<String> lookAlikeOf,
        List<ItemAnswer> items) {

    public ClaimAnswer {
        items = List.copyOf(items);
    }

    /** Reduces a claim whose items are all here to those that an answer of that depth shows. */
    ClaimAnswer shown(Explain explain) {
        return new ClaimAnswer(
                id,
                type,
                status,
                currency,
                amount,
                atStake,
                earlierAward,
                lookAlikeOf,
                items.stream()
                        .filter(item -> status == Status.NOT_ELIGIBLE || explain.shows(item.status()))
                        .toList());
    }
}
