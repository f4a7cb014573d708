package io.subsidyrules.regression.mutant;

import io.subsidyrules.dialect.lookup.MappedLookups;
import io.subsidyrules.dialect.lookup.ReadTables;
import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.dialect.value.Period;
import io.subsidyrules.policy.Yuan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Small wrong changes of a rule book, each of which the scenarios should notice: a rule less, an amount or a ceiling a
 * yuan higher or lower, a percentage one point higher or lower, a condition less or turned round, of the rule or of the
 * members that it counts; a period a day longer or shorter, the day that decides left out; a limit less, or changed in
 * the same ways; a number of a table one higher or lower.
 */
public final class Mutants {

    private static final BigDecimal ONE = BigDecimal.ONE;

    private final RuleBook book;
    private final List<Mutant> mutants = new ArrayList<>();

    private Mutants(RuleBook book) {
        this.book = book;
    }

    /**
     * A rule book with one wrong change.
     *
     * @param change what was changed, as a sentence
     */
    public record Mutant(String change, RuleBook book) {}

    /** All mutants of the book, in the order of its rules. */
    public static List<Mutant> of(RuleBook book) {
        Mutants mutants = new Mutants(book);
        book.rules().forEach(mutants::mutate);
        mutants.decidingDays();
        book.limits().forEach(mutants::mutate);
        ReadTables.of(book).stream().map(Operand.Lookup::table).distinct().forEach(mutants::mutate);
        return List.copyOf(mutants.mutants);
    }

    private void mutate(Rule rule) {
        add("The rule %s is deleted".formatted(rule.name()), rule, Optional.empty());
        rule.amount().ifPresent(amount -> {
            if (amount instanceof Amount.Composed composed) {
                composed(rule, composed);
                return;
            }
            for (BigDecimal step : List.of(ONE, ONE.negate())) {
                amount(rule, amount, step);
            }
        });
        for (int i = 0; i < rule.conditions().size(); i++) {
            List<Condition> fewer = new ArrayList<>(rule.conditions());
            Condition dropped = fewer.remove(i);
            add(
                    "The rule %s no longer asks for %s".formatted(rule.name(), dropped.source()),
                    rule,
                    Optional.of(copy(rule, fewer, rule.amount())));
        }
        ConditionMutants.ofAny(
                        rule.conditions(),
                        (change, conditions) -> new Mutant(
                                "In the rule %s, in %s".formatted(rule.name(), change),
                                with(rule, Optional.of(copy(rule, conditions, rule.amount())))))
                .forEach(mutants::add);
        for (MemberMutants.Mutant mutant : MemberMutants.of(rule.conditions(), rule.amount())) {
            add(
                    "The rule %s %s".formatted(rule.name(), mutant.change()),
                    rule,
                    Optional.of(copy(rule, mutant.conditions(), mutant.amount())));
        }
        for (PeriodMutants.Mutant mutant : PeriodMutants.of(rule.period(), otherPeriods(rule))) {
            add(
                    "The rule %s %s".formatted(rule.name(), mutant.change()),
                    rule,
                    Optional.of(copy(rule, mutant.period(), rule.decides())));
        }
    }

    private List<Period> otherPeriods(Rule rule) {
        return ofItem(rule)
                .filter(other -> !other.equals(rule))
                .map(Rule::period)
                .toList();
    }

    private Stream<Rule> ofItem(Rule rule) {
        return book.rules().stream()
                .filter(other ->
                        other.policy().equals(rule.policy()) && other.item().equals(rule.item()));
    }

    /** Makes a mutant for each item that is decided by the day of an event: all its rules go by the evaluation. */
    private void decidingDays() {
        Set<List<String>> items = new HashSet<>();
        for (Rule rule : book.rules()) {
            if (rule.decides().isPresent() && items.add(List.of(rule.policy(), rule.item()))) {
                List<Rule> changed = ofItem(rule).toList();
                mutants.add(new Mutant(
                        "The item %s is no longer decided by %s"
                                .formatted(
                                        rule.item(),
                                        rule.decides().get().field().name()),
                        book.with(book.rules().stream()
                                .map(one -> changed.contains(one) ? copy(one, one.period(), Optional.empty()) : one)
                                .toList())));
            }
        }
    }

    /** Makes two mutants for each row: its number is one more, or one less. */
    private void mutate(Table table) {
        for (int i = 0; i < table.rows().size(); i++) {
            Table.Row row = table.rows().get(i);
            for (BigDecimal step : List.of(ONE, ONE.negate())) {
                MappedLookups replaced =
                        MappedLookups.replacing(table, table.with(i, row.value().add(step)));
                mutants.add(new Mutant(
                        "The number of %s in the row at %s is one %s"
                                .formatted(table.head().name(), row.place(), step.signum() > 0 ? "more" : "less"),
                        book.with(book.rules().stream().map(replaced::in).toList())
                                .limitedBy(
                                        book.limits().stream().map(replaced::in).toList())));
            }
        }
    }

    private void mutate(Limit limit) {
        add("The limit %s is deleted".formatted(limit.name()), limit, Optional.empty());
        LocalDate first = book.rules().stream()
                .filter(limit::counts)
                .map(rule -> rule.period().from())
                .min(Comparator.naturalOrder())
                .orElse(limit.period().from());
        LimitMutants.of(limit, first).forEach(mutant -> add(mutant.change(), limit, Optional.of(mutant.limit())));
    }

    private void add(String change, Limit limit, Optional<Limit> replacement) {
        List<Limit> limits = new ArrayList<>(book.limits());
        int index = limits.indexOf(limit);
        limits.remove(index);
        replacement.ifPresent(other -> limits.add(index, other));
        mutants.add(new Mutant(change, book.limitedBy(limits)));
    }

    private void composed(Rule rule, Amount.Composed amount) {
        for (FormulaMutants.Mutant mutant : FormulaMutants.of(amount.formula())) {
            add(
                    "In the amount of %s %s".formatted(rule.name(), mutant.change()),
                    rule,
                    new Amount.Composed(mutant.formula(), amount.ceiling(), amount.bounded()));
        }
    }

    private void amount(Rule rule, Amount amount, BigDecimal step) {
        String sign = step.signum() > 0 ? "more" : "less";
        Yuan ceiling = new Yuan(amount.ceiling().amount().add(step));
        if (amount instanceof Amount.Share share) {
            add(
                    "The ceiling of %s is a yuan %s".formatted(rule.name(), sign),
                    rule,
                    new Amount.Share(share.percent(), share.source(), ceiling));
            add(
                    "The percentage of %s is a point %s".formatted(rule.name(), sign),
                    rule,
                    new Amount.Share(share.percent().add(step), share.source(), share.ceiling()));
        } else {
            add("The amount of %s is a yuan %s".formatted(rule.name(), sign), rule, new Amount.Fixed(ceiling));
        }
    }

    private void add(String change, Rule rule, Amount amount) {
        add(change, rule, Optional.of(copy(rule, rule.conditions(), Optional.of(amount))));
    }

    private void add(String change, Rule rule, Optional<Rule> replacement) {
        mutants.add(new Mutant(change, with(rule, replacement)));
    }

    private RuleBook with(Rule rule, Optional<Rule> replacement) {
        List<Rule> rules = new ArrayList<>(book.rules());
        int index = rules.indexOf(rule);
        rules.remove(index);
        replacement.ifPresent(other -> rules.add(index, other));
        return book.with(rules);
    }

    private static Rule copy(Rule rule, List<Condition> conditions, Optional<Amount> amount) {
        return copy(rule, rule.period(), rule.decides(), conditions, amount);
    }

    private static Rule copy(Rule rule, Period period, Optional<Operand.FieldValue> decides) {
        return copy(rule, period, decides, rule.conditions(), rule.amount());
    }

    private static Rule copy(
            Rule rule,
            Period period,
            Optional<Operand.FieldValue> decides,
            List<Condition> conditions,
            Optional<Amount> amount) {
        return new Rule(
                rule.name(),
                rule.policy(),
                rule.item(),
                rule.clause(),
                rule.per(),
                rule.currency(),
                rule.readings(),
                period,
                decides,
                conditions,
                rule.claim(),
                rule.outcome(),
                amount,
                rule.places());
    }
}
