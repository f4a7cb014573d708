package io.subsidyrules.engine.amount;

import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.KeyValues;
import io.subsidyrules.engine.fact.Values;
import io.subsidyrules.engine.fact.Variables;
import io.subsidyrules.engine.values.NumberSet;
import io.subsidyrules.engine.values.Scale;
import io.subsidyrules.engine.values.ValueSet;
import io.subsidyrules.engine.values.ValueSolver;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values that unknown fields, and numbers of members, can still be, where none of some conditions is to be false.
 * For one evaluation.
 */
final class UnknownFields implements FieldValues {

    private final Facts facts;
    private final List<Expression> conditions;
    private final Map<Operand, List<ValueSet>> excluded = new HashMap<>();

    UnknownFields(Facts facts, List<Expression> conditions) {
        this.facts = facts;
        this.conditions = conditions;
    }

    /** The same where another fact is known. */
    UnknownFields in(Facts others) {
        return new UnknownFields(others, conditions);
    }

    /** For each condition the values with which it is surely false, what is unknown beside the field staying so. */
    private List<ValueSet> excluded(Operand field) {
        return excluded.computeIfAbsent(field, asked -> conditions.stream()
                .filter(condition -> Variables.of(condition).contains(field))
                .map(condition -> ValueSolver.never(condition, field, facts))
                .toList());
    }

    /** The numbers or dates with which no condition is surely false. */
    NumberSet possible(Operand field) {
        NumberSet possible = (NumberSet) FieldValues.all(field, facts);
        for (ValueSet never : excluded(field)) {
            possible = (NumberSet) possible.and(((NumberSet) never).complement());
        }
        return possible;
    }

    @Override
    public ValueSet of(Operand field) {
        return field.type().isOrdered() ? possible(field) : FieldValues.all(field, facts);
    }

    @Override
    public KeyValues ofKey(Operand field) {
        KeyValues all = FieldValues.super.ofKey(field);
        return field.type().isOrdered()
                ? all
                : new KeyValues(
                        cell -> all.meets().test(cell)
                                && cell.only()
                                        .filter(value -> isExcluded(field, value))
                                        .isEmpty(),
                        Optional.empty());
    }

    /** Whether some condition is surely false with a value that is neither a number nor a date. */
    boolean isExcluded(Operand field, Object value) {
        return excluded(field).stream().anyMatch(never -> never.contains(value));
    }

    /** The greatest number that a field can be; nothing where it can be none. */
    BigDecimal most(Operand field) {
        List<NumberSet.Interval> intervals = possible(field).intervals();
        return intervals.isEmpty() || field.type() == ValueType.DATE
                ? BigDecimal.ZERO
                : Values.decimal(Scale.of(field)
                        .value(intervals.get(intervals.size() - 1).to()));
    }
}
