package io.subsidyrules.engine.answer;

import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.policy.Yuan;
import java.util.List;

/**
 * An unknown field that at least one undetermined item waits for: a question to whoever made the request.
 *
 * @param pointer the JSON pointer that its value would have in the request
 * @param stakes the sums that hang on it, one for each currency that a claim which waits for it has: for each claim,
 *     the most that the undetermined items which wait for it could add, summed up. Where no amount hangs on it, it is
 *     nothing of the first claim's currency
 * @param items those that wait for it, once each, in the order of policy folder, clause, place in the file
 */
public record Question(String pointer, Field field, List<Stake> stakes, List<RuledItem> items) {

    /** A sum that hangs on a question. */
    public record Stake(Currency currency, Yuan amount) {}

    public Question {
        stakes = List.copyOf(stakes);
        items = List.copyOf(items);
    }

    /** The currency of the first sum. */
    public Currency currency() {
        return stakes.get(0).currency();
    }

    /** The first sum: the only one, where the claims that wait for it have one currency. */
    public Yuan atStake() {
        return stakes.get(0).amount();
    }
}
