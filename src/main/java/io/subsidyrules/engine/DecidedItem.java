package io.subsidyrules.engine;

import io.subsidyrules.dialect.Condition;
import io.subsidyrules.dialect.FactType;
import io.subsidyrules.dialect.Rule;
import io.subsidyrules.policy.Outcome;
import io.subsidyrules.policy.Text;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An item with the rules that decide it, one for each period, the earliest first. */
public final class DecidedItem {

    private final int position;
    private final Text title;
    private final List<JudgedRule> rules;

    /** @param position its index among the items of its ruleset */
    DecidedItem(int position, Text title, List<Rule> rules, Function<Condition, Check> checks) {
        this.position = position;
        this.title = title;
        this.rules = rules.stream()
                .sorted(Comparator.comparing(rule -> rule.period().from()))
                .map(rule -> new JudgedRule(rule, checks))
                .toList();
    }

    public String id() {
        return first().item();
    }

    public String policy() {
        return first().policy();
    }

    public String clause() {
        return first().clause();
    }

    public Outcome outcome() {
        return first().outcome();
    }

    public Text title() {
        return title;
    }

    /** The type of claim that it is decided on; empty for an item on the applicant alone. */
    public Optional<FactType> claim() {
        return first().claim();
    }

    /** Its rules, the earliest first. */
    public List<Rule> rules() {
        return rules.stream().map(JudgedRule::rule).toList();
    }

    /** The rule that decides as of a date: the one in force, else the last that was, else the first that will be. */
    public Rule rule(LocalDate asOf) {
        return on(asOf).rule();
    }

    int position() {
        return position;
    }

    List<JudgedRule> judged() {
        return rules;
    }

    /** The rule to judge by: the one in force, else the last that was, else the first that will be. */
    JudgedRule on(LocalDate asOf) {
        JudgedRule chosen = rules.get(0);
        for (JudgedRule rule : rules) {
            if (!rule.rule().period().from().isAfter(asOf)) {
                chosen = rule;
            }
        }
        return chosen;
    }

    private Rule first() {
        return rules.get(0).rule();
    }
}
