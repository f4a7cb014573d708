package io.subsidyrules.engine.amount;

import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.value.Bounds;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Values;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;

/** The numbers that an operand can be: one where its facts are known, else those of its unknown fields. */
final class NumberBounds implements Operand.Cases<Bounds> {

    private final Facts facts;
    private final Function<Operand, Bounds> unknown;
    private final Map<Operand.FieldValue, Bounds> others;

    /** @param unknown the numbers that an unknown field, or members, can be; of a date, the years */
    NumberBounds(Facts facts, Function<Operand, Bounds> unknown) {
        this(facts, unknown, Map.of());
    }

    /** @param others the numbers that fields would be, whatever they are now */
    NumberBounds(Facts facts, Function<Operand, Bounds> unknown, Map<Operand.FieldValue, Bounds> others) {
        this.facts = facts;
        this.unknown = unknown;
        this.others = others;
    }

    Bounds of(Operand operand) {
        return operand.match(this);
    }

    @Override
    public Bounds field(Operand.FieldValue field) {
        Bounds other = others.get(field);
        if (other != null) {
            return other;
        }
        Object value = facts.value(field);
        return value == null ? unknown.apply(field) : Bounds.of(Values.decimal(value));
    }

    @Override
    public Bounds asOf(Operand.AsOf asOf) {
        throw new IllegalArgumentException("A date is not a number.");
    }

    @Override
    public Bounds literal(Operand.Literal literal) {
        return Bounds.of(Values.decimal(literal.value()));
    }

    @Override
    public Bounds shifted(Operand.Shifted shifted) {
        throw new IllegalArgumentException("A date is not a number.");
    }

    @Override
    public Bounds year(Operand.Year year) {
        Object date = facts.value(year.date());
        if (year.date() instanceof Operand.FieldValue field && (date == null || others.containsKey(field))) {
            Bounds other = others.get(field);
            return other == null ? unknown.apply(field) : other;
        }
        if (date == null) {
            throw new IllegalArgumentException("The date of an evaluation is always known.");
        }
        return Bounds.of(BigDecimal.valueOf(((LocalDate) date).getYear()));
    }

    @Override
    public Bounds aggregate(Operand.MemberAggregate aggregate) {
        Object value = facts.value(aggregate);
        return value == null ? unknown.apply(aggregate) : Bounds.of(Values.decimal(value));
    }

    @Override
    public Bounds sum(Operand.WeightedSum sum) {
        Bounds bounds = Bounds.of(sum.constant());
        for (Operand.WeightedSum.Term term : sum.terms()) {
            bounds = bounds.plus(term.number().match(this).times(term.factor()));
        }
        return bounds;
    }
}
