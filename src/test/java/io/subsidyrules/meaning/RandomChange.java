package io.subsidyrules.meaning;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.value.Period;
import io.subsidyrules.policy.Yuan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** One random change of a rule, some of which change no meaning. */
final class RandomChange {

    private final RuleBook book;
    private final Random random;

    private RandomChange(RuleBook book, Random random) {
        this.book = book;
        this.random = random;
    }

    static RuleBook of(RuleBook book, long seed) {
        return new RandomChange(book, new Random(seed)).changed();
    }

    private RuleBook changed() {
        List<Rule> rules = new ArrayList<>(book.rules());
        int at = random.nextInt(rules.size());
        Rule rule = rules.get(at);
        switch (random.nextInt(7)) {
            case 0 -> rules.set(at, with(rule, fewer(rule.conditions())));
            case 1 -> rules.set(at, with(rule, negated(rule.conditions())));
            case 2 -> rules.set(at, with(rule, shuffled(rule.conditions())));
            case 3 -> rules.set(at, with(rule, twice(rule.conditions())));
            case 4 -> rules.set(at, paying(rule));
            case 5 -> rules.set(at, later(rule));
            default -> rules.set(at, with(rule, ofAnother(rule)));
        }
        return book.with(rules);
    }

    private List<Condition> ofAnother(Rule rule) {
        List<Rule> alike = book.rules().stream()
                .filter(other -> other.claim().equals(rule.claim()))
                .toList();
        return alike.get(random.nextInt(alike.size())).conditions();
    }

    private List<Condition> fewer(List<Condition> conditions) {
        List<Condition> fewer = new ArrayList<>(conditions);
        if (!fewer.isEmpty()) {
            fewer.remove(random.nextInt(fewer.size()));
        }
        return fewer;
    }

    private List<Condition> negated(List<Condition> conditions) {
        List<Condition> others = new ArrayList<>(conditions);
        if (!others.isEmpty()) {
            int at = random.nextInt(others.size());
            Condition old = others.get(at);
            others.set(
                    at, new Condition(old.expression().negated(), old.source(), old.title(), old.place(), old.reads()));
        }
        return others;
    }

    private List<Condition> shuffled(List<Condition> conditions) {
        List<Condition> others = new ArrayList<>(conditions);
        Collections.shuffle(others, random);
        return others;
    }

    private static List<Condition> twice(List<Condition> conditions) {
        List<Condition> others = new ArrayList<>(conditions);
        others.addAll(conditions);
        return others;
    }

    private static Rule paying(Rule rule) {
        Optional<Amount> more = rule.amount()
                .map(amount -> amount instanceof Amount.Share share
                        ? new Amount.Share(
                                share.percent().add(new java.math.BigDecimal("0.5")), share.source(), share.ceiling())
                        : amount instanceof Amount.Fixed fixed
                                ? new Amount.Fixed(fixed.yuan().plus(Yuan.of("0.01")))
                                : amount);
        return copy(rule, rule.period(), rule.conditions(), more);
    }

    private static Rule later(Rule rule) {
        Period period =
                new Period(rule.period().from().plusDays(1), rule.period().until());
        return copy(rule, period, rule.conditions(), rule.amount());
    }

    private static Rule with(Rule rule, List<Condition> conditions) {
        return copy(rule, rule.period(), conditions, rule.amount());
    }

    static Rule copy(Rule rule, Period period, List<Condition> conditions, Optional<Amount> amount) {
        return new Rule(
                rule.name(),
                rule.policy(),
                rule.item(),
                rule.clause(),
                rule.per(),
                rule.currency(),
                rule.readings(),
                period,
                rule.decides(),
                conditions,
                rule.claim(),
                rule.outcome(),
                amount,
                rule.places());
    }
}
