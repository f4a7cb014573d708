package io.subsidyrules.engine.values;

import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.function.LongPredicate;

/**
 * The values that a number or a date can have in a request, counted as whole steps: of one, of a fen, of a day.
 *
 * @param min the step of the least value
 * @param max the step of the greatest value
 */
public record Scale(ValueType type, long min, long max) {

    private static final int FEN = 2;

    public static Scale of(Operand operand) {
        if (operand instanceof Operand.FieldValue value) {
            Field field = value.field();
            if (field.type() != ValueType.DATE) {
                return field.range()
                        .map(range ->
                                new Scale(field.type(), up(field.type(), range.min()), down(field.type(), range.max())))
                        .orElse(new Scale(field.type(), -Integer.MAX_VALUE, Integer.MAX_VALUE));
            }
        }
        return new Scale(
                ValueType.DATE,
                LocalDate.of(Field.FIRST_YEAR, 1, 1).toEpochDay(),
                LocalDate.of(Field.LAST_YEAR, 12, 31).toEpochDay());
    }

    private static long up(ValueType type, BigDecimal value) {
        long down = down(type, value);
        return steps(type, value).compareTo(BigDecimal.valueOf(down)) > 0 ? down + 1 : down;
    }

    private static long down(ValueType type, BigDecimal value) {
        return steps(type, value).setScale(0, RoundingMode.FLOOR).longValueExact();
    }

    private static BigDecimal steps(ValueType type, BigDecimal value) {
        return type == ValueType.DECIMAL ? value.movePointRight(FEN) : value;
    }

    public Object value(long step) {
        return switch (type) {
            case DATE -> LocalDate.ofEpochDay(step);
            case DECIMAL -> BigDecimal.valueOf(step, FEN);
            default -> Math.toIntExact(step);
        };
    }

    public long step(Object value) {
        if (value instanceof LocalDate date) {
            return date.toEpochDay();
        }
        return value instanceof BigDecimal number ? down(ValueType.DECIMAL, number) : (Integer) value;
    }

    /**
     * The first step for which something holds that, once it holds, goes on to hold; beyond the greatest if there is
     * none.
     */
    long first(LongPredicate holds) {
        long low = min;
        long high = max + 1;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
