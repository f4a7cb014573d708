package io.subsidyrules.regression.mutant;

import io.subsidyrules.dialect.lookup.MappedLookups;
import io.subsidyrules.dialect.lookup.ReadTables;
import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Ceiling;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.policy.Yuan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Small wrong changes of a rule book, each of which the scenarios should notice: a rule less, an amount or a ceiling a
 * yuan higher or lower, a percentage one point higher or lower, a condition less, of the rule or of the members that it
 * counts; a limit less, or one higher or lower; a number of a table one higher or lower.
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
        for (MemberMutants.Mutant mutant : MemberMutants.of(rule.conditions(), rule.amount())) {
            add(
                    "The rule %s no longer asks members for %s"
                            .formatted(rule.name(), mutant.dropped().source()),
                    rule,
                    Optional.of(copy(rule, mutant.conditions(), mutant.amount())));
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
        if (limit.ceiling().number().isPresent() && limit.numberField().isEmpty()) {
            for (BigDecimal step : List.of(ONE, ONE.negate())) {
                String sign = step.signum() > 0 ? "more" : "less";
                add(
                        "The number of the limit %s is one %s".formatted(limit.name(), sign),
                        limit,
                        Optional.of(limit.with(limit.ceiling().match(new Stepped(step)))));
            }
        }
    }

    /** A ceiling whose number is so much higher. */
    private record Stepped(BigDecimal step) implements Ceiling.Cases<Ceiling> {

        private Ceiling.Bound of(Ceiling.Bound number) {
            return new Ceiling.Fixed(((Ceiling.Fixed) number).value().add(step));
        }

        @Override
        public Ceiling sum(Ceiling.Sum sum) {
            return new Ceiling.Sum(of(sum.yuan()), sum.orNothing());
        }

        @Override
        public Ceiling count(Ceiling.Count count) {
            return new Ceiling.Count(of(count.awards()));
        }

        @Override
        public Ceiling highest(Ceiling.Highest highest) {
            return highest;
        }
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
        List<Rule> rules = new ArrayList<>(book.rules());
        int index = rules.indexOf(rule);
        rules.remove(index);
        replacement.ifPresent(other -> rules.add(index, other));
        mutants.add(new Mutant(change, book.with(rules)));
    }

    private static Rule copy(Rule rule, List<Condition> conditions, Optional<Amount> amount) {
        return new Rule(
                rule.name(),
                rule.policy(),
                rule.item(),
                rule.clause(),
                rule.per(),
                rule.currency(),
                rule.readings(),
                rule.period(),
                rule.decides(),
                conditions,
                rule.claim(),
                rule.outcome(),
                amount,
                rule.places());
    }
}
