package io.subsidyrules.effect;

import io.subsidyrules.engine.answer.ItemAnswer;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.policy.Yuan;
import java.util.Optional;

/**
 * An item of a request by one version of the rules.
 *
 * @param amount of an eligible award, after all limits
 * @param atStake of a referred or undetermined item
 * @param currency of both
 */
public record ItemState(Status status, Optional<Yuan> amount, Optional<Yuan> atStake, Currency currency) {

    static ItemState of(ItemAnswer answer) {
        boolean eligible = answer.status() == Status.ELIGIBLE;
        return new ItemState(
                answer.status(),
                answer.amount().filter(amount -> eligible),
                answer.atStake().filter(amount -> !eligible),
                answer.item().currency());
    }

    /** The state of an item that the rules do not have, or that the answer leaves out: there is nothing to be had. */
    static ItemState none(Currency currency) {
        return new ItemState(Status.NOT_ELIGIBLE, Optional.empty(), Optional.empty(), currency);
    }

    /** The amount that is paid; zero where nothing is. */
    public Yuan paid() {
        return amount.orElse(Yuan.ZERO);
    }

    boolean isEligible() {
        return status == Status.ELIGIBLE;
    }
}
