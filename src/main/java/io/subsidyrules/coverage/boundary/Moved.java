package io.subsidyrules.coverage.boundary;

import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.table.Cell;
import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.engine.fact.Lookups;
import io.subsidyrules.engine.fact.Values;
import io.subsidyrules.engine.values.Scale;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The values of operands as they are, or as they would be if a number or a date were another one.
 *
 * @param known the values as they are; null for one that is unknown
 * @param variable the field, the date of the evaluation or the number of members that is moved; empty for none
 * @param to its other value; empty where it would be none that it can have
 */
record Moved(Function<Operand, @Nullable Object> known, Optional<Operand> variable, Optional<Object> to)
        implements Operand.Cases<Optional<Object>> {

    /** All as it is. */
    static Moved not(Function<Operand, @Nullable Object> known) {
        return new Moved(known, Optional.empty(), Optional.empty());
    }

    /** The variable so many of its least steps higher; those are a fen, a day, one. */
    static Moved by(Function<Operand, @Nullable Object> known, Operand variable, int steps) {
        Object now = known.apply(variable);
        return new Moved(
                known, Optional.of(variable), now == null ? Optional.empty() : beside(Scale.of(variable), now, steps));
    }

    /** The variable at a value, and nothing else known. */
    static Moved only(Operand variable, Object value) {
        return new Moved(operand -> null, Optional.of(variable), Optional.of(value));
    }

    private static Optional<Object> beside(Scale scale, Object value, int steps) {
        BigInteger step = scale.step(value).add(BigInteger.valueOf(steps));
        return step.compareTo(scale.min()) >= 0 && step.compareTo(scale.max()) <= 0
                ? Optional.of(scale.value(step))
                : Optional.empty();
    }

    /** The number that an operand comes to; of a date, its days. */
    Optional<BigDecimal> number(Operand operand) {
        return operand.match(this).map(value -> (BigDecimal) Cell.normal(value));
    }

    private Optional<Object> leaf(Operand operand) {
        return variable.filter(operand::equals).isPresent() ? to : Optional.ofNullable(known.apply(operand));
    }

    @Override
    public Optional<Object> field(Operand.FieldValue field) {
        return leaf(field);
    }

    @Override
    public Optional<Object> asOf(Operand.AsOf asOf) {
        return leaf(asOf);
    }

    @Override
    public Optional<Object> literal(Operand.Literal literal) {
        return Optional.of(literal.value());
    }

    @Override
    public Optional<Object> shifted(Operand.Shifted shifted) {
        return leaf(shifted.date()).map(date -> ((LocalDate) date).plus(shifted.amount(), shifted.unit()));
    }

    @Override
    public Optional<Object> year(Operand.Year year) {
        return year.date().match(this).map(date -> ((LocalDate) date).getYear());
    }

    @Override
    public Optional<Object> sum(Operand.WeightedSum sum) {
        BigDecimal value = sum.constant();
        for (Operand.WeightedSum.Term term : sum.terms()) {
            Optional<Object> number = term.number().match(this);
            if (number.isEmpty()) {
                return number;
            }
            value = value.add(term.factor().multiply(Values.decimal(number.get())));
        }
        return Optional.of(value);
    }

    @Override
    public Optional<Object> aggregate(Operand.MemberAggregate aggregate) {
        return leaf(aggregate);
    }

    @Override
    public Optional<Object> lookup(Operand.Lookup lookup) {
        return Lookups.row(lookup, key -> key.match(this).orElse(null)).map(Table.Row::value);
    }
}
