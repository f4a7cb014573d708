package io.subsidyrules.regression.mutant;

import io.subsidyrules.dialect.lookup.MappedLookups;
import io.subsidyrules.dialect.lookup.ReadTables;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.dialect.value.Period;
import io.subsidyrules.fault.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Small wrong changes of a rulebook, each of which a scenario should notice. {@link MutantKind} names them. Each says
 * something else than the rulebook, and than every other one. Of what is long, a table or an enum of hundreds, only
 * some are changed: {@link TableMutants}, {@link LiteralMutants}.
 */
public final class Mutants {

    private final RuleBook book;
    private final GeneralConditions general;
    private final Set<Operand.Lookup> lookups;
    private final FoundMutants found;

    private Mutants(RuleBook book) {
        this.book = book;
        this.general = new GeneralConditions(book);
        this.lookups = ReadTables.of(book);
        this.found = new FoundMutants(book);
    }

    /** A rule, a condition that several share, an item with a day of its own, a limit, or a table. */
    public interface Part {

        /**
         * Makes the mutants of the part, one after the other: the next one after the last one was taken.
         *
         * @param chosen the places whose changes are made; asked before a mutant is made
         */
        void forEach(Predicate<Place> chosen, Consumer<Mutant> taken);
    }

    /** All mutants of the book: of its rules in their order, of the conditions they share, of limits and of tables. */
    public static List<Mutant> of(RuleBook book) {
        List<Mutant> all = new ArrayList<>();
        parts(book).forEach(part -> part.forEach(place -> true, all::add));
        return List.copyOf(all);
    }

    /** The parts of the book, each of which has mutants, in the same order. For one thread. */
    public static List<Part> parts(RuleBook book) {
        Mutants mutants = new Mutants(book);
        return Stream.<Stream<Part>>of(
                        book.rules().stream().map(rule -> mutants.part(chosen -> mutants.rule(rule, chosen))),
                        mutants.general.all().stream()
                                .map(one -> mutants.part(chosen -> mutants.general.changes(one, chosen))),
                        mutants.withDecidingDay()
                                .map(rule -> mutants.part(chosen -> mutants.decidingDay(rule, chosen))),
                        book.limits().stream().map(limit -> mutants.part(chosen -> mutants.limit(limit, chosen))),
                        mutants.lookups.stream()
                                .map(Operand.Lookup::table)
                                .distinct()
                                .map(table -> mutants.part(chosen -> mutants.table(table, chosen))))
                .flatMap(parts -> parts)
                .toList();
    }

    private Part part(Function<Predicate<Place>, Stream<Change<RuleBook>>> changes) {
        return (chosen, taken) ->
                changes.apply(chosen).forEach(change -> found.next(change).ifPresent(taken));
    }

    private Stream<Change<RuleBook>> rule(Rule rule, Predicate<Place> chosen) {
        List<Period> others = ofItem(rule)
                .filter(other -> !other.equals(rule))
                .map(Rule::period)
                .toList();
        return Stream.concat(
                        Stream.of(deleted(rule, others.isEmpty())),
                        RuleMutants.of(rule, others, general::isOwn)
                                .map(change -> change.<Optional<Rule>>in(Optional::of)))
                .filter(change -> chosen.test(change.place()))
                .map(change -> change.<RuleBook>in(other -> with(rule, other)).told("rule", rule.name()));
    }

    /** The only rule of an item is never in force: without any, scenarios would be wrong to name the item. */
    private static Change<Optional<Rule>> deleted(Rule rule, boolean only) {
        LocalDate day = rule.period().from();
        Optional<Rule> left = only ? Optional.of(rule.in(new Period(day, Optional.of(day)))) : Optional.empty();
        return new Change<>(MutantKind.RULE, Change.text("deleted"), rule.place(), left);
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

    /** A rule of each item that is decided by the day of an event. */
    private Stream<Rule> withDecidingDay() {
        Set<List<String>> items = new HashSet<>();
        return book.rules().stream()
                .filter(rule -> rule.decides().isPresent() && items.add(List.of(rule.policy(), rule.item())));
    }

    /** All rules of the item go by the day of the evaluation. */
    private Stream<Change<RuleBook>> decidingDay(Rule rule, Predicate<Place> chosen) {
        List<Rule> changed = ofItem(rule).toList();
        return Stream.of(rule.place())
                .filter(chosen)
                .map(place -> new Change<>(
                        MutantKind.DECIDING_DAY,
                        Change.text(
                                "decides",
                                rule.item(),
                                rule.decides().orElseThrow().field().title()),
                        place,
                        book.with(book.rules().stream()
                                .map(one -> changed.contains(one) ? one.decidedBy(Optional.empty()) : one)
                                .toList())));
    }

    private Stream<Change<RuleBook>> limit(Limit limit, Predicate<Place> chosen) {
        LocalDate first = book.rules().stream()
                .filter(limit::counts)
                .map(rule -> rule.period().from())
                .min(Comparator.naturalOrder())
                .orElse(limit.period().from());
        Change<Optional<Limit>> deleted =
                new Change<>(MutantKind.LIMIT, Change.text("deleted"), limit.place(), Optional.empty());
        return Stream.concat(
                        Stream.of(deleted),
                        LimitMutants.of(limit, first, general::isOwn)
                                .map(change -> change.<Optional<Limit>>in(Optional::of)))
                .filter(change -> chosen.test(change.place()))
                .map(change -> change.<RuleBook>in(other -> with(limit, other)).told("limit", limit.name()));
    }

    private RuleBook with(Limit limit, Optional<Limit> replacement) {
        return book.limitedBy(replaced(book.limits(), limit, replacement));
    }

    private Stream<Change<RuleBook>> table(Table table, Predicate<Place> chosen) {
        List<Operand.Lookup> readers =
                lookups.stream().filter(lookup -> lookup.table().equals(table)).toList();
        return TableMutants.of(table, readers)
                .filter(change -> chosen.test(change.place()))
                .map(change -> change.told(
                                "table", table.head().name(), change.place().line())
                        .in(other -> {
                            MappedLookups replaced = MappedLookups.replacing(table, other);
                            return book.with(book.rules().stream()
                                            .map(replaced::in)
                                            .toList())
                                    .limitedBy(book.limits().stream()
                                            .map(replaced::in)
                                            .toList());
                        }));
    }
}
