package io.subsidyrules.engine.values;

import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.value.Bounds;
import io.subsidyrules.engine.fact.MemberNumbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.function.LongPredicate;

/**
 * The values that a number or a date can have in a request, counted as whole steps: of one, of its last decimal, of a
 * day.
 *
 * @param decimals of a BigDecimal; else 0
 * @param min the step of the least value
 * @param max the step of the greatest value
 */
public record Scale(ValueType type, int decimals, long min, long max) {

    public static Scale of(Operand operand) {
        if (operand instanceof Operand.FieldValue value) {
            Field field = value.field();
            if (field.type() != ValueType.DATE) {
                int decimals = field.decimals();
                return field.range()
                        .map(range -> new Scale(
                                field.type(),
                                decimals,
                                steps(range.min(), decimals, RoundingMode.CEILING),
                                steps(range.max(), decimals, RoundingMode.FLOOR)))
                        .orElse(new Scale(field.type(), decimals, -Integer.MAX_VALUE, Integer.MAX_VALUE));
            }
        }
        if (operand instanceof Operand.MemberAggregate aggregate) {
            Bounds numbers = MemberNumbers.whatever(aggregate);
            int decimals = aggregate.of().map(of -> of.field().decimals()).orElse(0);
            return new Scale(
                    aggregate.type(),
                    decimals,
                    steps(numbers.least().orElseThrow(), decimals, RoundingMode.CEILING),
                    steps(numbers.most().orElseThrow(), decimals, RoundingMode.FLOOR));
        }
        return new Scale(
                ValueType.DATE,
                0,
                LocalDate.of(Field.FIRST_YEAR, 1, 1).toEpochDay(),
                LocalDate.of(Field.LAST_YEAR, 12, 31).toEpochDay());
    }

    private static long steps(BigDecimal value, int decimals, RoundingMode rounding) {
        return value.movePointRight(decimals).setScale(0, rounding).longValueExact();
    }

    /** The same values from one step to another. */
    public Scale between(long from, long to) {
        return new Scale(type, decimals, from, to);
    }

    public Object value(long step) {
        return switch (type) {
            case DATE -> LocalDate.ofEpochDay(step);
            case DECIMAL -> BigDecimal.valueOf(step, decimals);
            default -> Math.toIntExact(step);
        };
    }

    public long step(Object value) {
        if (value instanceof LocalDate date) {
            return date.toEpochDay();
        }
        return value instanceof BigDecimal number ? steps(number, decimals, RoundingMode.FLOOR) : (Integer) value;
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
