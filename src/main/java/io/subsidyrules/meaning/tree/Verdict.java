package io.subsidyrules.meaning.tree;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.engine.answer.ItemAnswer;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.policy.Yuan;
import java.util.List;
import java.util.Optional;

/**
 * What the engine says of an item in a situation.
 *
 * @param status empty where the rulebook cannot be told of the situation: it lacks a constant
 * @param rule the one that judged it; empty where the answer does not show it, since it is not eligible
 * @param money the award, or what a person decides on; what is at stake while a fact is missing follows from the awards
 *     that are still possible
 * @param missing pointers of the fields that it waits for
 */
public record Verdict(Optional<Status> status, Optional<Rule> rule, Optional<Yuan> money, List<String> missing) {

    static final Verdict REFUSED = new Verdict(Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    static final Verdict NOTHING =
            new Verdict(Optional.of(Status.NOT_ELIGIBLE), Optional.empty(), Optional.empty(), List.of());

    public Verdict {
        missing = List.copyOf(missing);
    }

    static Verdict of(ItemAnswer item) {
        return new Verdict(Optional.of(item.status()), Optional.of(item.rule()), money(item), item.missing());
    }

    private static Optional<Yuan> money(ItemAnswer item) {
        return item.status() == Status.UNDETERMINED || item.rule().amount().isEmpty()
                ? Optional.empty()
                : item.amount().or(item::atStake);
    }

    boolean isUndetermined() {
        return status.filter(Status.UNDETERMINED::equals).isPresent();
    }

    /** The amount of the rule that judged it. */
    Optional<Amount> amount() {
        return rule.flatMap(Rule::amount);
    }
}
