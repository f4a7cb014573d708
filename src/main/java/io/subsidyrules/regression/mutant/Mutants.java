package io.subsidyrules.regression.mutant;

import io.subsidyrules.dialect.lookup.MappedLookups;
import io.subsidyrules.dialect.lookup.ReadTables;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.dialect.value.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Small wrong changes of a rulebook, each of which a scenario should notice. {@link MutantKind} names them. Each says
 * something else than the rulebook, and than every other one. Of what is long, a table or an enum of hundreds, only
 * some are changed: {@link TableMutants}, {@link LiteralMutants}.
 */
public final class Mutants {

    private final RuleBook book;
    private final GeneralConditions general;

    private Mutants(RuleBook book) {
        this.book = book;
        this.general = new GeneralConditions(book);
    }

    /** All mutants of the book: of its rules in their order, of the conditions they share, of limits and of tables. */
    public static List<Mutant> of(RuleBook book) {
        Mutants mutants = new Mutants(book);
        FoundMutants found = new FoundMutants(book);
        Stream.of(
                        book.rules().stream().flatMap(mutants::rule),
                        mutants.general.changes(),
                        mutants.decidingDays(),
                        book.limits().stream().flatMap(mutants::limit),
                        ReadTables.of(book).stream()
                                .map(Operand.Lookup::table)
                                .distinct()
                                .flatMap(mutants::table))
                .flatMap(changes -> changes)
                .forEach(found::add);
        return found.mutants();
    }

    private Stream<Change<RuleBook>> rule(Rule rule) {
        List<Period> others = ofItem(rule)
                .filter(other -> !other.equals(rule))
                .map(Rule::period)
                .toList();
        Change<RuleBook> deleted =
                new Change<>(MutantKind.RULE, Change.text("deleted"), rule.place(), with(rule, Optional.empty()));
        return Stream.concat(
                        Stream.of(deleted),
                        RuleMutants.of(rule, others, general::isOwn)
                                .map(change -> change.in(other -> with(rule, Optional.of(other)))))
                .map(change -> change.told("rule", rule.name()));
    }

    private Stream<Rule> ofItem(Rule rule) {
        return book.rules().stream()
                .filter(other ->
                        other.policy().equals(rule.policy()) && other.item().equals(rule.item()));
    }

    private RuleBook with(Rule rule, Optional<Rule> replacement) {
        return book.with(replaced(book.rules(), rule, replacement));
    }

    private static <T> List<T> replaced(List<T> all, T one, Optional<T> replacement) {
        List<T> others = new ArrayList<>(all);
        int index = others.indexOf(one);
        others.remove(index);
        replacement.ifPresent(other -> others.add(index, other));
        return others;
    }

    /** A change for each item that is decided by the day of an event: all its rules go by the evaluation. */
    private Stream<Change<RuleBook>> decidingDays() {
        Set<List<String>> items = new HashSet<>();
        return book.rules().stream()
                .filter(rule -> rule.decides().isPresent() && items.add(List.of(rule.policy(), rule.item())))
                .map(rule -> {
                    List<Rule> changed = ofItem(rule).toList();
                    return new Change<>(
                            MutantKind.DECIDING_DAY,
                            Change.text(
                                    "decides",
                                    rule.item(),
                                    rule.decides().orElseThrow().field().title()),
                            rule.place(),
                            book.with(book.rules().stream()
                                    .map(one -> changed.contains(one) ? one.decidedBy(Optional.empty()) : one)
                                    .toList()));
                });
    }

    private Stream<Change<RuleBook>> limit(Limit limit) {
        LocalDate first = book.rules().stream()
                .filter(limit::counts)
                .map(rule -> rule.period().from())
                .min(Comparator.naturalOrder())
                .orElse(limit.period().from());
        Change<RuleBook> deleted =
                new Change<>(MutantKind.LIMIT, Change.text("deleted"), limit.place(), with(limit, Optional.empty()));
        return Stream.concat(
                        Stream.of(deleted),
                        LimitMutants.of(limit, first, general::isOwn)
                                .map(change -> change.in(other -> with(limit, Optional.of(other)))))
                .map(change -> change.told("limit", limit.name()));
    }

    private RuleBook with(Limit limit, Optional<Limit> replacement) {
        return book.limitedBy(replaced(book.limits(), limit, replacement));
    }

    private Stream<Change<RuleBook>> table(Table table) {
        List<Operand.Lookup> lookups = ReadTables.of(book).stream()
                .filter(lookup -> lookup.table().equals(table))
                .toList();
        return TableMutants.of(table, lookups).map(change -> change.told(
                        "table", table.head().name(), change.place().line())
                .in(other -> {
                    MappedLookups replaced = MappedLookups.replacing(table, other);
                    return book.with(book.rules().stream().map(replaced::in).toList())
                            .limitedBy(book.limits().stream().map(replaced::in).toList());
                }));
    }
}
