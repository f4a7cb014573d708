package io.subsidyrules.engine.amount;

import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.value.Bounds;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Values;
import io.subsidyrules.engine.fact.Variables;
import io.subsidyrules.engine.values.NumberSet;
import io.subsidyrules.engine.values.Scale;
import io.subsidyrules.engine.values.ValueSets;
import io.subsidyrules.engine.values.ValueSolver;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The numbers that unknown fields, and members, can still be, where none of some conditions is to be false. */
final class UnknownFields {

    private final Facts facts;
    private final List<Expression> conditions;

    UnknownFields(Facts facts, List<Expression> conditions) {
        this.facts = facts;
        this.conditions = conditions;
    }

    /** All that a field, or members, can be in a request; of a date, the years. */
    Bounds whatever(Operand source) {
        NumberSet all = all(source);
        return between(
                all.scale(),
                all.intervals().get(0).from(),
                all.intervals().get(all.intervals().size() - 1).to());
    }

    /** All numbers of a source, the conditions aside: of members, those that they can come to by what is known. */
    private NumberSet all(Operand source) {
        NumberSet all = (NumberSet) ValueSets.all(source);
        if (!(source instanceof Operand.MemberAggregate aggregate)) {
            return all;
        }
        return facts.numbers(aggregate)
                .map(numbers -> NumberSet.between(
                        all.scale(),
                        numbers.least().orElseThrow(),
                        numbers.most().orElseThrow()))
                .orElse(all);
    }

    /** The numbers from one step of a scale to another; of dates, the years. */
    static Bounds between(Scale scale, long from, long to) {
        return Bounds.of(number(scale.value(from)), number(scale.value(to)));
    }

    private static BigDecimal number(Object value) {
        return value instanceof LocalDate date ? BigDecimal.valueOf(date.getYear()) : Values.decimal(value);
    }

    /** The values with which no condition is surely false, what is unknown beside the field staying so. */
    NumberSet possible(Operand field) {
        NumberSet possible = all(field);
        for (Expression condition : conditions) {
            if (Variables.of(condition).contains(field)) {
                NumberSet never = (NumberSet) ValueSolver.of(condition.negated(), field, facts);
                possible = (NumberSet) possible.and(never.complement());
            }
        }
        return possible;
    }

    /** The greatest number that a field can be; nothing where it can be none. */
    BigDecimal most(Operand.FieldValue field) {
        List<NumberSet.Interval> intervals = possible(field).intervals();
        return intervals.isEmpty() || field.type() == ValueType.DATE
                ? BigDecimal.ZERO
                : Values.decimal(Scale.of(field)
                        .value(intervals.get(intervals.size() - 1).to()));
    }
}
