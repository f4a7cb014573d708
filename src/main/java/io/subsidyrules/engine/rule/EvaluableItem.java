package io.subsidyrules.engine.rule;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.engine.answer.RuledItem;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Truth;
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

    /**
     * The rule to judge by: the one that is in force on the day that decides, else the last that was, else the first
     * that will be. Where that day is not known, the one of those that may be it which gives most.
     */
    public EvaluableRule on(Facts facts) {
        LocalDate day = facts.decidingDay(rules.get(0).rule());
        if (day != null) {
            return rules.get(item.index(day));
        }
        EvaluableRule most = null;
        for (EvaluableRule rule : open(facts)) {
            if (most == null || rule.amount(facts).compareTo(most.amount(facts)) > 0) {
                most = rule;
            }
        }
        return most == null ? rules.get(item.index(facts.asOf())) : most;
    }

    /** The rules that may judge: the one of the day that decides; where that is not known, all that are not false. */
    public List<EvaluableRule> open(Facts facts) {
        return facts.decidingDay(rules.get(0).rule()) != null
                ? List.of(on(facts))
                : rules.stream()
                        .filter(rule -> rule.truth(facts) != Truth.FALSE)
                        .toList();
    }
}
