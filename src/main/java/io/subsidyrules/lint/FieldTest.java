package io.subsidyrules.lint;

import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.value.Operator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The values of a field, or days of an evaluation, that pass a test of it against values that a rule writes. Numbers
 * are BigDecimal, and dates are counted in days.
 *
 * @param least the least that passes; empty where there is no end
 * @param most the greatest that passes; empty where there is no end
 * @param oneOf the only ones that pass; empty where others do
 * @param noneOf those that do not pass, whatever the limits
 */
record FieldTest(
        Operand operand,
        Optional<BigDecimal> least,
        Optional<BigDecimal> most,
        Optional<Set<Object>> oneOf,
        Set<Object> noneOf) {

    /** The test that an expression makes; empty where it compares anything but a field with values. */
    static Optional<FieldTest> of(Expression expression) {
        if (expression instanceof Expression.Membership membership && isField(membership.left())) {
            Set<Object> values =
                    membership.members().stream().map(FieldTest::value).collect(Collectors.toSet());
            return Optional.of(values(membership.left(), values, membership.not()));
        }
        if (!(expression instanceof Expression.Comparison comparison)) {
            return Optional.empty();
        }
        return comparison.right() instanceof Operand.Literal
                ? of(comparison.left(), comparison.operator(), comparison.right())
                : of(comparison.right(), comparison.operator().mirrored(), comparison.left());
    }

    private static Optional<FieldTest> of(Operand field, Operator operator, Operand other) {
        if (!isField(field) || !(other instanceof Operand.Literal literal)) {
            return Optional.empty();
        }
        Object value = value(literal);
        if (operator.isEquality()) {
            return Optional.of(values(field, Set.of(value), operator == Operator.NOT_EQUAL));
        }
        return value instanceof BigDecimal limit ? ordered(field, operator, limit) : Optional.empty();
    }

    private static FieldTest values(Operand field, Set<Object> values, boolean not) {
        return new FieldTest(
                field,
                Optional.empty(),
                Optional.empty(),
                not ? Optional.empty() : Optional.of(values),
                not ? values : Set.of());
    }

    /** The test of an ordered field; empty for a limit that no value can have, such as 1.5 of a whole number. */
    private static Optional<FieldTest> ordered(Operand field, Operator operator, BigDecimal limit) {
        BigDecimal step = step(field);
        if (limit.remainder(step).signum() != 0) {
            return Optional.empty();
        }
        BigDecimal most = operator == Operator.LESS ? limit.subtract(step) : limit;
        BigDecimal least = operator == Operator.GREATER ? limit.add(step) : limit;
        boolean upper = operator == Operator.LESS || operator == Operator.LESS_OR_EQUAL;
        return Optional.of(new FieldTest(
                field,
                upper ? Optional.empty() : Optional.of(least),
                upper ? Optional.of(most) : Optional.empty(),
                Optional.empty(),
                Set.of()));
    }

    private static boolean isField(Operand operand) {
        return operand instanceof Operand.FieldValue || operand instanceof Operand.AsOf;
    }

    /** The distance of two neighbouring values of a number or a date. */
    static BigDecimal step(Operand operand) {
        return operand instanceof Operand.FieldValue value
                ? BigDecimal.ONE.movePointLeft(value.field().decimals())
                : BigDecimal.ONE;
    }

    private static Object value(Operand.Literal literal) {
        return value(literal.value());
    }

    /** A value that equals another where the two compare as equal. */
    static Object value(Object value) {
        if (value instanceof LocalDate date) {
            return BigDecimal.valueOf(date.toEpochDay()).stripTrailingZeros();
        }
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        }
        return value instanceof Integer number ? BigDecimal.valueOf(number).stripTrailingZeros() : value;
    }

    /** Whether every value that passes this test passes the other one too. */
    boolean implies(FieldTest other) {
        if (!operand.equals(other.operand)) {
            return false;
        }
        if (oneOf.isPresent()) {
            return oneOf.get().stream().allMatch(other::passes);
        }
        return other.oneOf.isEmpty()
                && other.least
                        .map(limit ->
                                least.filter(own -> own.compareTo(limit) >= 0).isPresent())
                        .orElse(true)
                && other.most
                        .map(limit ->
                                most.filter(own -> own.compareTo(limit) <= 0).isPresent())
                        .orElse(true)
                && other.noneOf.stream().noneMatch(this::passes);
    }

    private boolean passes(Object value) {
        boolean within = !(value instanceof BigDecimal number)
                || (least.filter(limit -> number.compareTo(limit) < 0).isEmpty()
                        && most.filter(limit -> number.compareTo(limit) > 0).isEmpty());
        return within && oneOf.map(values -> values.contains(value)).orElse(true) && !noneOf.contains(value);
    }
}
