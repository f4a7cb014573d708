package io.subsidyrules.engine.answer;

import io.subsidyrules.policy.Yuan;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The result of an evaluation.
 *
 * @param ruleset the version of the ruleset that decided
 * @param earlierAwards whether recorded awards count; empty where no limit could count them
 * @param questions the unknown fields that undetermined items wait for, the most yuan first, among equals the one that
 *     most items wait for, each claim's items counted apart
 * @param claims every claim of the request, in its order
 * @param supports the items on the applicant alone
 */
public record Answer(
        LocalDate asOf,
        String ruleset,
        Optional<Consulted> earlierAwards,
        Yuan total,
        Yuan atStake,
        List<Question> questions,
        List<ClaimAnswer> claims,
        List<ItemAnswer> supports) {

    public Answer {
        questions = List.copyOf(questions);
        claims = List.copyOf(claims);
        supports = List.copyOf(supports);
    }

    /** Reduces an answer that has all items to those that an answer of that depth shows, with their explanations. */
    public Answer shown(Explain explain) {
        return new Answer(
                asOf,
                ruleset,
                earlierAwards,
                total,
                atStake,
                questions,
                claims.stream().map(claim -> claim.shown(explain)).toList(),
                supports.stream().filter(item -> explain.shows(item.status())).toList());
    }
}
