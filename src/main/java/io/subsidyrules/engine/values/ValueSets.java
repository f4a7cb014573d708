package io.subsidyrules.engine.values;

import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import java.util.List;
import java.util.Set;

/** The sets of all values, and of none, of a field or of the date of the evaluation. */
public final class ValueSets {

    private ValueSets() {}

    /** All values that the operand can have in a request. */
    public static ValueSet all(Operand operand) {
        if (!(operand instanceof Operand.FieldValue value)) {
            return NumberSet.all(operand);
        }
        Field field = value.field();
        return switch (field.type()) {
            case CONSTANT ->
                new ValueSet.Choices(field.constants().orElseThrow().constants());
            case BOOLEAN -> new ValueSet.Choices(List.of(true, false));
            case INTEGER, DECIMAL, DATE -> NumberSet.all(operand);
            case TEXT -> TextSet.all(field);
            case MEMBERS -> throw noValue(operand);
        };
    }

    /** No value. */
    public static ValueSet none(Operand operand) {
        if (!(operand instanceof Operand.FieldValue value)) {
            return NumberSet.none(operand);
        }
        return switch (value.field().type()) {
            case CONSTANT, BOOLEAN -> new ValueSet.Choices(Set.of());
            case INTEGER, DECIMAL, DATE -> NumberSet.none(operand);
            case TEXT -> TextSet.none(value.field());
            case MEMBERS -> throw noValue(operand);
        };
    }

    private static IllegalArgumentException noValue(Operand list) {
        return new IllegalArgumentException("A list of members is no single value: %s.".formatted(list));
    }
}
