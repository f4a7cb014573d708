package io.subsidyrules.meaning.space;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Formula;
import io.subsidyrules.dialect.model.FormulaBounds;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.value.Bounds;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Values;
import io.subsidyrules.engine.values.Scale;
import io.subsidyrules.policy.Yuan;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The steps of a number at which an amount changes its slope: where a ceiling is reached, where a tier begins. Between
 * two of them the exact amount is a straight line, so that two amounts which agree at the first and the last step of an
 * interval agree within it.
 */
final class Kinks {

    private final Operand variable;
    private final Facts facts;
    private final Scale scale;
    private final SortedSet<BigInteger> starts;

    private Kinks(Operand variable, Facts facts, Scale scale, SortedSet<BigInteger> starts) {
        this.variable = variable;
        this.facts = facts;
        this.scale = scale;
        this.starts = new TreeSet<>(starts);
        this.starts.add(scale.min());
    }

    /**
     * The steps at which intervals begin, with those at which an amount changes its slope.
     *
     * @param variable a number that the amount is worked out from, the only one that is not known
     * @param starts those at which intervals begin
     */
    static SortedSet<BigInteger> in(
            Amount amount, Operand variable, Facts facts, Scale scale, SortedSet<BigInteger> starts) {
        Kinks kinks = new Kinks(variable, facts, scale, starts);
        if (kinks.areKnown(amount.sources())) {
            Formula formula = formula(amount);
            kinks.addOf(formula);
            if (amount instanceof Amount.Composed composed && !composed.bounded()) {
                kinks.cutWhereGreater(formula, amount.ceiling());
            }
        }
        return kinks.starts;
    }

    /** The amount as a formula. */
    static Formula formula(Amount amount) {
        return amount instanceof Amount.Composed composed
                ? composed.formula()
                : amount instanceof Amount.Share share
                        ? share.formula()
                        : new Formula.Fixed(amount.ceiling().amount());
    }

    /** The exact amount, before it is rounded down to the fen. */
    static BigDecimal exact(Formula formula, Facts facts) {
        return FormulaBounds.of(formula, number -> Bounds.of(number(number, facts)))
                .most()
                .orElseThrow();
    }

    /** A table that has no row gives nothing. */
    private static BigDecimal number(Operand number, Facts facts) {
        Object value = facts.value(number);
        return value == null ? BigDecimal.ZERO : Values.decimal(value);
    }

    private boolean areKnown(List<Operand> sources) {
        Facts tried = at(scale.min());
        return sources.stream().allMatch(source -> tried.value(source) != null);
    }

    private Facts at(BigInteger step) {
        return facts.with(variable, scale.value(step));
    }

    private void addOf(Formula formula) {
        formula.parts().forEach(this::addOf);
        formula.numbers().forEach(number -> cut(step -> number(number, at(step))));
        if (formula instanceof Formula.AtMost atMost) {
            cut(difference(atMost.amount(), atMost.ceiling()));
        } else if (formula instanceof Formula.AtLeast atLeast) {
            cut(difference(atLeast.amount(), atLeast.least()));
        } else if (formula instanceof Formula.Tiers tiers) {
            tiers.tiers()
                    .forEach(tier -> cut(step -> number(tiers.of(), at(step)).subtract(exact(tier.limit(), at(step)))));
        }
    }

    private Function<BigInteger, BigDecimal> difference(Formula one, Formula other) {
        return step -> exact(one, at(step)).subtract(exact(other, at(step)));
    }

    /** Cuts where a function changes its sign that is a straight line within each interval. */
    private void cut(Function<BigInteger, BigDecimal> line) {
        for (BigInteger start : List.copyOf(starts)) {
            BigInteger end = end(start);
            int sign = line.apply(start).signum();
            int last = line.apply(end).signum();
            if (sign != last && sign != 0) {
                starts.add(first(start, end, step -> line.apply(step).signum() != sign));
            }
        }
    }

    private void cutWhereGreater(Formula formula, Yuan ceiling) {
        Function<BigInteger, Boolean> greater =
                step -> new Yuan(exact(formula, at(step)).max(BigDecimal.ZERO)).compareTo(ceiling) > 0;
        for (BigInteger start : List.copyOf(starts)) {
            boolean before = greater.apply(start);
            if (greater.apply(end(start)) != before) {
                starts.add(first(start, end(start), step -> greater.apply(step) != before));
            }
        }
    }

    private BigInteger end(BigInteger start) {
        SortedSet<BigInteger> later = starts.tailSet(start.add(BigInteger.ONE));
        return later.isEmpty() ? scale.max() : later.first().subtract(BigInteger.ONE);
    }

    private static BigInteger first(BigInteger from, BigInteger to, Function<BigInteger, Boolean> holds) {
        BigInteger low = from;
        BigInteger high = to;
        while (low.compareTo(high) < 0) {
            BigInteger middle = low.add(high).shiftRight(1);
            if (holds.apply(middle)) {
                high = middle;
            } else {
                low = middle.add(BigInteger.ONE);
            }
        }
        return low;
    }
}
