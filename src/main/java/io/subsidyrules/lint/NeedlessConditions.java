package io.subsidyrules.lint;

import io.subsidyrules.dialect.lookup.RowConditions;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.source.CancellationPoint;
import io.subsidyrules.engine.fact.Variables;
import io.subsidyrules.fault.Place;
import io.subsidyrules.meaning.IdleConditions;
import io.subsidyrules.meaning.tree.Effort;
import io.subsidyrules.text.TextCatalogue;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Conditions that never decide, as a search through all requests proves: without such a condition, none comes to
 * another status or amount. A condition that several rules take over is one only where that holds in each of them.
 */
final class NeedlessConditions {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(NeedlessConditions.class);

    /** The most proofs of a folder. */
    private static final int PROOFS = 24;

    /** The most requests that are evaluated for a proof. */
    private static final int EVALUATIONS = 500;

    private RuleBook book;
    private final CancellationPoint checkpoint;
    private int proofs;

    private NeedlessConditions(RuleBook book, CancellationPoint checkpoint) {
        this.book = book;
        this.checkpoint = checkpoint;
    }

    /**
     * Looks for them.
     *
     * @param known conditions that were found otherwise
     * @param checkpoint asked from time to time whether to go on, with a rule file
     */
    static Stream<LintFinding> of(RuleBook book, Collection<LintFinding> known, CancellationPoint checkpoint) {
        Set<Condition> conditions = new LinkedHashSet<>();
        book.rules().forEach(rule -> conditions.addAll(rule.conditions()));
        NeedlessConditions search = new NeedlessConditions(book, checkpoint);
        Set<Place> places = known.stream().map(LintFinding::place).collect(Collectors.toSet());
        conditions.stream()
                .filter(condition -> places.contains(condition.place()))
                .forEach(search::drop);
        return conditions.stream()
                .filter(condition -> !RowConditions.isOne(condition) && !places.contains(condition.place()))
                .filter(search::isNeedless)
                .map(condition -> LintFinding.of(
                        condition.place(), LintCode.CONDITION_NEVER_DECIDES, condition.source(), TEXTS.text("proved")));
    }

    /** One of two that make each other needless is needed once the other is taken out. */
    private void drop(Condition condition) {
        book = book.with(book.rules().stream()
                .map(rule -> rule.asking(others(rule, condition)))
                .toList());
    }

    private static List<Condition> others(Rule rule, Condition condition) {
        return rule.conditions().stream()
                .filter(other -> !other.equals(condition))
                .toList();
    }

    private boolean isNeedless(Condition condition) {
        Map<List<String>, List<Rule>> byItem = book.rules().stream()
                .filter(rule -> rule.conditions().contains(condition))
                .collect(Collectors.groupingBy(
                        rule -> List.of(rule.policy(), rule.item()), LinkedHashMap::new, Collectors.toList()));
        boolean needless = byItem.values().stream().flatMap(List::stream).allMatch(rule -> canBe(rule, condition))
                && byItem.values().stream().allMatch(rules -> isProved(rules, condition));
        if (needless) {
            drop(condition);
        }
        return needless;
    }

    /** A condition on what nothing else in the rule reads decides, unless no request could fulfil the others. */
    private static boolean canBe(Rule rule, Condition condition) {
        Set<Operand> read = Stream.concat(
                        rule.inForce().stream(),
                        others(rule, condition).stream().map(Condition::expression))
                .flatMap(other -> Variables.of(other).stream())
                .collect(Collectors.toSet());
        return !Collections.disjoint(Variables.of(condition.expression()), read);
    }

    private boolean isProved(List<Rule> ofItem, Condition condition) {
        if (proofs == PROOFS) {
            return false;
        }
        proofs++;
        Rule first = ofItem.get(0);
        try (IdleConditions idle = IdleConditions.ofItem(first, book)) {
            Effort effort = new Effort(EVALUATIONS, checkpoint);
            return idle.isIdle(ofItem, condition, first.place().file(), effort);
        }
    }
}
