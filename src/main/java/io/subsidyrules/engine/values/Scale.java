package io.subsidyrules.engine.values;

import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.value.Bounds;
import io.subsidyrules.engine.fact.MemberNumbers;
import io.subsidyrules.engine.fact.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.function.Predicate;

/**
 * The values that a number or a date can have in a request, counted as whole steps: of one, of its last decimal, of a
 * day. They are counted without a limit: sums of members are larger than a long where their numbers have many decimals.
 *
 * @param decimals of a BigDecimal; else 0
 * @param min the step of the least value
 * @param max the step of the greatest value
 */
public record Scale(ValueType type, int decimals, BigInteger min, BigInteger max) {

    private static final BigInteger LARGEST_INT = BigInteger.valueOf(Integer.MAX_VALUE);

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
                        .orElse(new Scale(field.type(), decimals, LARGEST_INT.negate(), LARGEST_INT));
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
                days(LocalDate.of(Field.FIRST_YEAR, 1, 1)),
                days(LocalDate.of(Field.LAST_YEAR, 12, 31)));
    }

    private static BigInteger steps(BigDecimal value, int decimals, RoundingMode rounding) {
        return value.movePointRight(decimals).setScale(0, rounding).unscaledValue();
    }

    private static BigInteger days(LocalDate date) {
        return BigInteger.valueOf(date.toEpochDay());
    }

    /** The same values from one step to another. */
    public Scale between(BigInteger from, BigInteger to) {
        return new Scale(type, decimals, from, to);
    }

    public Object value(BigInteger step) {
        return switch (type) {
            case DATE -> LocalDate.ofEpochDay(step.longValueExact());
            case DECIMAL -> new BigDecimal(step, decimals);
            default -> step.intValueExact();
        };
    }

    public BigInteger step(Object value) {
        if (value instanceof LocalDate date) {
            return days(date);
        }
        return steps(Values.decimal(value), decimals, RoundingMode.FLOOR);
    }

    /** The first step that is not below a value; beyond the greatest if there is none. */
    BigInteger atLeast(Object value) {
        return within(
                value instanceof LocalDate date
                        ? days(date)
                        : steps(Values.decimal(value), decimals, RoundingMode.CEILING));
    }

    /** The first step above a value; beyond the greatest if there is none. */
    BigInteger above(Object value) {
        return within(step(value).add(BigInteger.ONE));
    }

    private BigInteger within(BigInteger step) {
        return step.max(min).min(max.add(BigInteger.ONE));
    }

    /**
     * The first step for which something holds that, once it holds, goes on to hold; beyond the greatest if there is
     * none.
     */
    BigInteger first(Predicate<BigInteger> holds) {
        BigInteger low = min;
        BigInteger high = max.add(BigInteger.ONE);
        while (low.compareTo(high) < 0) {
            BigInteger middle = low.add(high).shiftRight(1);
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle.add(BigInteger.ONE);
            }
        }
        return low;
    }
}
