package io.subsidyrules.engine.rule;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.engine.answer.RuledItem;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * An item with its rules ready to evaluate.
 *
 * @param rules in the order of the item's rules
 */
public record EvaluableItem(RuledItem item, List<EvaluableRule> rules) {

    public EvaluableItem {
        rules = List.copyOf(rules);
    }

    public static EvaluableItem of(RuledItem item, Function<Condition, EvaluableCondition> checks) {
        return new EvaluableItem(
                item,
                item.rules().stream()
                        .map(rule -> new EvaluableRule(rule, checks))
                        .toList());
    }

    /** The rule to judge by: the one in force, else the last that was, else the first that will be. */
    public EvaluableRule on(LocalDate asOf) {
        return rules.get(item.index(asOf));
    }
}
