package io.subsidyrules.engine.answer;

import io.subsidyrules.policy.Currency;
import io.subsidyrules.policy.Yuan;

/**
 * The sums of an answer in one currency. Amounts of different currencies are never summed.
 *
 * @param total what the claims of this currency get
 * @param atStake the most that their undetermined and referred items could add
 */
public record Total(Currency currency, Yuan total, Yuan atStake) {

    /** The sums with those of a further claim. */
    public Total and(Yuan amount, Yuan further) {
        return new Total(currency, total.plus(amount), atStake.plus(further));
    }
}
