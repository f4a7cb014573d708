package io.subsidyrules.meaning;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.meaning.tree.Effort;
import io.subsidyrules.meaning.tree.Judge;
import io.subsidyrules.meaning.tree.Search;
import java.util.ArrayList;
import java.util.List;

/** Tells conditions of an item without which every request comes to the same. Only what is proved counts. */
public final class IdleConditions implements AutoCloseable {

    private final RuleBook book;
    private final MeantItem item;
    private final List<Rule> rules;
    private final Judge judge;
    private final boolean canProve;

    IdleConditions(RuleBook book, MeantItem item) {
        this.book = book;
        this.item = item;
        this.rules = item.rules(book);
        this.judge = item.judge(book);
        this.canProve = Search.canProve(judge);
    }

    /** Those of the item that a rule decides. */
    public static IdleConditions ofItem(Rule rule, RuleBook book) {
        return new IdleConditions(book, MeantItem.of(book, rule));
    }

    /** Whether something can be proved of the rules of the item at all. */
    public boolean canProve() {
        return canProve;
    }

    /**
     * Whether no request comes to anything else where some rules of the item lack a condition that each of them has.
     *
     * @param name with which the checkpoint of the effort is asked
     */
    public boolean isIdle(List<Rule> lacking, Condition condition, String name, Effort effort) {
        if (!canProve) {
            return false;
        }
        List<Rule> others = new ArrayList<>(rules);
        others.replaceAll(rule -> lacking.contains(rule) ? without(condition, rule) : rule);
        try (Judge without = item.judge(book.with(others))) {
            return Search.areSame(judge, without, name, effort);
        }
    }

    private static Rule without(Condition condition, Rule rule) {
        List<Condition> fewer = new ArrayList<>(rule.conditions());
        fewer.remove(condition);
        return rule.asking(fewer);
    }

    @Override
    public void close() {
        judge.close();
    }
}
