package io.subsidyrules.engine.answer;

import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.policy.Yuan;
import java.util.List;
import java.util.Optional;

/**
 * The answer on an item for a claim, or for the applicant alone.
 *
 * @param rule the one that it was judged by
 * @param amount of an eligible award
 * @param atStake of a referred or undetermined item
 * @param missing pointers of the unknown fields of an undetermined item
 * @param failed the false conditions of an item that is not eligible
 * @param explanation where all is to be explained
 */
public record ItemAnswer(
        RuledItem item,
        Rule rule,
        Status status,
        Optional<Yuan> amount,
        Optional<Yuan> atStake,
        List<String> missing,
        List<Observation> failed,
        Optional<Explanation> explanation) {

    public ItemAnswer {
        missing = List.copyOf(missing);
        failed = List.copyOf(failed);
    }

    /** The same as a summary shows it. */
    ItemAnswer unexplained() {
        return new ItemAnswer(item, rule, status, amount, atStake, missing, failed, Optional.empty());
    }
}
