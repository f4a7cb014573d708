package io.subsidyrules.regression.mutant;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.fault.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The conditions that several rules and limits extend: they are written once, and a change of one changes them all. */
final class GeneralConditions {

    private final RuleBook book;
    private final Set<Condition> conditions = new LinkedHashSet<>();

    GeneralConditions(RuleBook book) {
        this.book = book;
        Map<Condition, Integer> times = new LinkedHashMap<>();
        Stream.concat(
                        book.rules().stream().map(Rule::conditions),
                        book.limits().stream().map(limit -> limit.conditions()))
                .forEach(asked -> Set.copyOf(asked).forEach(condition -> times.merge(condition, 1, Integer::sum)));
        book.rules().stream()
                .flatMap(rule -> rule.conditions().stream())
                .filter(condition -> times.getOrDefault(condition, 0) > 1)
                .forEach(conditions::add);
    }

    /** Whether a condition is one rule's, or one limit's, alone. */
    boolean isOwn(Condition condition) {
        return !conditions.contains(condition);
    }

    /** These conditions, in the order of the rules. */
    Set<Condition> all() {
        return Collections.unmodifiableSet(conditions);
    }

    /**
     * The changes of one of these conditions.
     *
     * @param chosen the places whose changes are made
     */
    Stream<Change<RuleBook>> changes(Condition condition, Predicate<Place> chosen) {
        Change<List<Condition>> dropped = new Change<>(
                MutantKind.GENERAL_CONDITION,
                Change.text("noLonger", condition.source()),
                condition.place(),
                List.of());
        return Stream.concat(
                        Stream.of(dropped),
                        ConditionMutants.of(condition).map(change -> change.<List<Condition>>in(List::of)))
                .filter(change -> chosen.test(change.place()))
                .map(change -> change.in(others -> with(condition, others)));
    }

    private RuleBook with(Condition old, List<Condition> others) {
        return book.with(book.rules().stream()
                        .map(rule -> rule.conditions().contains(old)
                                ? rule.asking(replaced(rule.conditions(), old, others))
                                : rule)
                        .toList())
                .limitedBy(book.limits().stream()
                        .map(limit -> limit.conditions().contains(old)
                                ? limit.asking(replaced(limit.conditions(), old, others))
                                : limit)
                        .toList());
    }

    private static List<Condition> replaced(List<Condition> conditions, Condition old, List<Condition> others) {
        return conditions.stream()
                .flatMap(condition -> condition.equals(old) ? others.stream() : Stream.of(condition))
                .toList();
    }
}
