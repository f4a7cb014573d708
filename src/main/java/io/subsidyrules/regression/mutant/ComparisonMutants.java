package io.subsidyrules.regression.mutant;

import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.value.Operator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The changes of a comparison: a limit that counts or no longer counts, the opposite, and its number a step more or
 * less, in the direction in which that is not the same as a limit that counts or no longer counts.
 */
final class ComparisonMutants {

    private final Expression.Comparison comparison;

    private ComparisonMutants(Expression.Comparison comparison) {
        this.comparison = comparison;
    }

    /** A changed comparison. */
    record Changed(MutantKind kind, Expression.Comparison comparison) {}

    /** The changes of a comparison. */
    static Stream<Changed> of(Expression.Comparison comparison) {
        boolean mirrored =
                comparison.left() instanceof Operand.Literal && !(comparison.right() instanceof Operand.Literal);
        ComparisonMutants mutants = new ComparisonMutants(
                mirrored
                        ? compared(comparison.right(), comparison.operator().mirrored(), comparison.left())
                        : comparison);
        return Stream.of(mutants.operators(), mutants.literals(), mutants.operands())
                .flatMap(changes -> changes);
    }

    private static Expression.Comparison compared(Operand one, Operator operator, Operand other) {
        return new Expression.Comparison(one, operator, other);
    }

    /** A comparison with true or false has the other value instead. */
    private Stream<Changed> operators() {
        Operator operator = comparison.operator();
        return isOf(ValueType.BOOLEAN)
                ? Stream.of()
                : Stream.concat(
                                Stream.of(counted(operator)).filter(other -> other != operator),
                                Stream.of(operator.negated()))
                        .map(other -> new Changed(
                                MutantKind.COMPARISON,
                                new Expression.Comparison(comparison.left(), other, comparison.right())));
    }

    private boolean isOf(ValueType type) {
        return comparison.right() instanceof Operand.Literal literal && literal.type() == type;
    }

    private static Operator counted(Operator operator) {
        return switch (operator) {
            case LESS -> Operator.LESS_OR_EQUAL;
            case LESS_OR_EQUAL -> Operator.LESS;
            case GREATER -> Operator.GREATER_OR_EQUAL;
            case GREATER_OR_EQUAL -> Operator.GREATER;
            case EQUAL, NOT_EQUAL -> operator;
        };
    }

    private Stream<Changed> literals() {
        if (!(comparison.right() instanceof Operand.Literal literal)) {
            return Stream.of();
        }
        if (literal.value() instanceof LocalDate date) {
            return steps(comparison.operator())
                    .map(step -> right(MutantKind.DATE, ValueType.DATE, date.plusDays(step)));
        }
        if (literal.value() instanceof Boolean value) {
            return Stream.of(right(MutantKind.CONSTANT, ValueType.BOOLEAN, !value));
        }
        if (literal.value() instanceof Constant constant) {
            return LiteralMutants.others(comparison.left(), constant)
                    .map(other -> right(MutantKind.CONSTANT, other.type(), other.value()));
        }
        return literal.type().isNumber() ? numbers(literal) : Stream.of();
    }

    private Stream<Changed> numbers(Operand.Literal literal) {
        BigDecimal number = new BigDecimal(literal.value().toString());
        BigDecimal step = Steps.of(comparison.left(), number);
        return steps(comparison.operator())
                .map(sign -> number.add(step.multiply(BigDecimal.valueOf(sign))))
                .map(other -> literal.value() instanceof Integer && isInteger(other)
                        ? right(MutantKind.COMPARISON, literal.type(), other.intValueExact())
                        : right(MutantKind.COMPARISON, ValueType.DECIMAL, other));
    }

    /** A number that is worked out can differ by less than the whole number that it is compared with. */
    private static boolean isInteger(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0 && number.toBigInteger().bitLength() < Integer.SIZE;
    }

    private Changed right(MutantKind kind, ValueType type, Object value) {
        return new Changed(
                kind,
                new Expression.Comparison(comparison.left(), comparison.operator(), new Operand.Literal(type, value)));
    }

    private static Stream<Integer> steps(Operator operator) {
        return switch (operator) {
            case LESS, GREATER_OR_EQUAL -> Stream.of(-1);
            case LESS_OR_EQUAL, GREATER -> Stream.of(1);
            case EQUAL, NOT_EQUAL -> Stream.of(1, -1);
        };
    }

    /** The changes of what is worked out on a side. */
    private Stream<Changed> operands() {
        Function<Operand, Expression.Comparison> left =
                other -> new Expression.Comparison(other, comparison.operator(), comparison.right());
        Function<Operand, Expression.Comparison> right =
                other -> new Expression.Comparison(comparison.left(), comparison.operator(), other);
        return Stream.concat(
                OperandMutants.of(comparison.left())
                        .map(change -> new Changed(change.kind(), left.apply(change.operand()))),
                OperandMutants.of(comparison.right())
                        .map(change -> new Changed(change.kind(), right.apply(change.operand()))));
    }
}
