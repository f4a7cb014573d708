package io.subsidyrules.engine.amount;

import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.table.Cell;
import io.subsidyrules.dialect.value.Bounds;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.KeyValues;
import io.subsidyrules.engine.fact.Values;
import io.subsidyrules.engine.values.NumberSet;
import io.subsidyrules.engine.values.Scale;
import io.subsidyrules.engine.values.ValueSet;
import io.subsidyrules.engine.values.ValueSets;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The values that unknown fields, and numbers of members, can be. */
interface FieldValues {

    /** All that they can be in a request; of members, what they can come to by what is known. */
    static FieldValues whatever(Facts facts) {
        return source -> all(source, facts);
    }

    /** All values, the conditions aside: of members, those that they can come to by what is known. */
    static ValueSet all(Operand source, Facts facts) {
        ValueSet all = ValueSets.all(source);
        if (!(source instanceof Operand.MemberAggregate aggregate)) {
            return all;
        }
        return facts.numbers(aggregate)
                .<ValueSet>map(numbers -> NumberSet.between(
                        ((NumberSet) all).scale(),
                        numbers.least().orElseThrow(),
                        numbers.most().orElseThrow()))
                .orElse(all);
    }

    /** The values that one can be; of an ordered one at least one. */
    ValueSet of(Operand source);

    /** The least and the greatest number that one can be; of a date, the years. */
    default Bounds numbers(Operand source) {
        NumberSet numbers = (NumberSet) of(source);
        List<NumberSet.Interval> intervals = numbers.intervals();
        return between(
                numbers.scale(),
                intervals.get(0).from(),
                intervals.get(intervals.size() - 1).to());
    }

    /** The values that one can be as a key of a table. */
    default KeyValues ofKey(Operand source) {
        ValueSet values = of(source);
        if (!(values instanceof NumberSet numbers)) {
            return new KeyValues(cell -> cell.only().filter(values::contains).isPresent(), Optional.empty());
        }
        List<Bounds> intervals = numbers.intervals().stream()
                .map(one -> Bounds.of(limit(numbers.scale(), one.from()), limit(numbers.scale(), one.to())))
                .toList();
        return intervals.size() == 1
                ? KeyValues.between(intervals.get(0))
                : new KeyValues(cell -> intervals.stream().anyMatch(one -> overlap(cell, one)), hull(intervals));
    }

    private static boolean overlap(Cell cell, Bounds numbers) {
        return ((Cell.Between) cell)
                .overlaps(numbers.least().orElseThrow(), numbers.most().orElseThrow());
    }

    private static Optional<Bounds> hull(List<Bounds> intervals) {
        return intervals.isEmpty()
                ? Optional.empty()
                : Optional.of(new Bounds(
                        intervals.get(0).least(),
                        intervals.get(intervals.size() - 1).most()));
    }

    private static BigDecimal limit(Scale scale, BigInteger step) {
        return (BigDecimal) Cell.normal(scale.value(step));
    }

    /** The numbers from one step of a scale to another; of dates, the years. */
    static Bounds between(Scale scale, BigInteger from, BigInteger to) {
        return Bounds.of(number(scale.value(from)), number(scale.value(to)));
    }

    private static BigDecimal number(Object value) {
        return value instanceof LocalDate date ? BigDecimal.valueOf(date.getYear()) : Values.decimal(value);
    }
}
