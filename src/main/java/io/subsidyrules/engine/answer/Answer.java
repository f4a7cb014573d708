package io.subsidyrules.engine.answer;

import io.subsidyrules.policy.Currency;
import io.subsidyrules.policy.Yuan;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The result of an evaluation.
 *
 * @param ruleset the version of the ruleset that decided
 * @param earlierAwards whether recorded awards count; empty where no limit could count them
 * @param totals the sums of each currency that a claim has, in the order of the claims; without a claim, those of the
 *     first policy that is asked for
 * @param questions the unknown fields that undetermined items wait for, the most yuan first, among equals the one that
 *     most items wait for, each claim's items counted apart
 * @param claims every claim of the request, in its order
 * @param supports the items on the applicant alone
 */
public record Answer(
        LocalDate asOf,
        String ruleset,
        Optional<Consulted> earlierAwards,
        List<Total> totals,
        List<Question> questions,
        List<ClaimAnswer> claims,
        List<ItemAnswer> supports) {

    public Answer {
        totals = List.copyOf(totals);
        questions = List.copyOf(questions);
        claims = List.copyOf(claims);
        supports = List.copyOf(supports);
    }

    /** The currency of the first claim. */
    public Currency currency() {
        return totals.get(0).currency();
    }

    /** The sum of what the claims of the first currency get. */
    public Yuan total() {
        return totals.get(0).total();
    }

    /** The sum at stake in the first currency. */
    public Yuan atStake() {
        return totals.get(0).atStake();
    }

    /** Reduces an answer that has all items to those that an answer of that depth shows, with their explanations. */
    public Answer shown(Explain explain) {
        return new Answer(
                asOf,
                ruleset,
                earlierAwards,
                totals,
                questions,
                claims.stream().map(claim -> claim.shown(explain)).toList(),
                supports.stream().filter(item -> explain.shows(item.status())).toList());
    }
}
