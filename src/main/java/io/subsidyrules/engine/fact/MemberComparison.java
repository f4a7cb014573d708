package io.subsidyrules.engine.fact;

import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.value.Bounds;
import io.subsidyrules.dialect.value.Operator;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The truth of a comparison of numbers that members come to, of which each can still be one of several: it is true
 * where it holds for all of them, and false where it holds for none.
 */
public final class MemberComparison {

    private final Function<Operand, @Nullable Object> values;
    private final Function<Operand.MemberAggregate, Optional<Bounds>> numbers;

    /**
     * Such a comparison for some facts.
     *
     * @param values of all other operands; null if one is unknown
     * @param numbers those that members can come to; empty where they have none, or nothing is told of them
     */
    public MemberComparison(
            Function<Operand, @Nullable Object> values, Function<Operand.MemberAggregate, Optional<Bounds>> numbers) {
        this.values = values;
        this.numbers = numbers;
    }

    /** Whether members come into a comparison. */
    public static boolean concerns(Expression.Comparison comparison) {
        return !comparison.aggregates().isEmpty();
    }

    /** The truth of the comparison. */
    public Truth truth(Expression.Comparison comparison) {
        Optional<Bounds> left = bounds(comparison.left());
        Optional<Bounds> right = bounds(comparison.right());
        if (left.isEmpty() || right.isEmpty()) {
            return Truth.UNKNOWN;
        }
        Bounds difference = left.get().plus(right.get().times(BigDecimal.ONE.negate()));
        int low = difference.least().orElseThrow().signum();
        int high = difference.most().orElseThrow().signum();
        Operator operator = comparison.operator();
        boolean onLow = operator.holds(low);
        boolean onHigh = operator.holds(high);
        boolean surely = onLow && onHigh && (low * high >= 0 || operator.holds(0));
        boolean never = !onLow && !onHigh && (low * high >= 0 || !operator.holds(0));
        return surely ? Truth.TRUE : never ? Truth.FALSE : Truth.UNKNOWN;
    }

    private Optional<Bounds> bounds(Operand operand) {
        if (operand instanceof Operand.MemberAggregate aggregate) {
            return numbers.apply(aggregate);
        }
        if (operand instanceof Operand.WeightedSum sum) {
            Bounds bounds = Bounds.of(sum.constant());
            for (Operand.WeightedSum.Term term : sum.terms()) {
                Optional<Bounds> number = bounds(term.number());
                if (number.isEmpty()) {
                    return Optional.empty();
                }
                bounds = bounds.plus(number.get().times(term.factor()));
            }
            return Optional.of(bounds);
        }
        return Optional.ofNullable(values.apply(operand)).map(Values::decimal).map(Bounds::of);
    }
}
