package io.subsidyrules.engine;

import io.subsidyrules.policy.Yuan;
import java.time.LocalDate;
import java.util.List;

/**
 * What an evaluation found.
 *
 * @param ruleset the version of the ruleset that decided
 * @param claims every claim of the request, in its order
 * @param supports the items on the applicant alone
 */
public record Answer(
        LocalDate asOf, String ruleset, Yuan total, Yuan atStake, List<ClaimAnswer> claims, List<ItemAnswer> supports) {

    public Answer {
        claims = List.copyOf(claims);
        supports = List.copyOf(supports);
    }
}
