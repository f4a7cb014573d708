package io.subsidyrules.engine;

import io.subsidyrules.dialect.Condition;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * An item with its rules ready to evaluate.
 *
 * @param rules in the order of the item's rules
 */
record EvaluableItem(DecidedItem item, List<JudgedRule> rules) {

    EvaluableItem {
        rules = List.copyOf(rules);
    }

    static EvaluableItem of(DecidedItem item, Function<Condition, Check> checks) {
        return new EvaluableItem(
                item,
                item.rules().stream().map(rule -> new JudgedRule(rule, checks)).toList());
    }

    /** The rule to judge by: the one in force, else the last that was, else the first that will be. */
    JudgedRule on(LocalDate asOf) {
        return rules.get(item.index(asOf));
    }
}
