package io.subsidyrules.coverage.boundary;

import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.value.Bounds;
import io.subsidyrules.engine.values.Scale;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The boundary between less than something and more than it. Facts are just on a side if they are on it and would not
 * be, were one number or date a single step higher or lower: a fen, a day, one.
 *
 * @param withEqual whether the upper side begins with what is equal, and not beyond that
 */
public record Boundary(Quantity left, Quantity right, boolean withEqual) {

    /** The boundary of a comparison that tells what is less from what is equal, or what is equal from what is more. */
    public static Boundary of(Expression.Comparison comparison, boolean withEqual) {
        return new Boundary(
                new Quantity.OfOperand(comparison.left()), new Quantity.OfOperand(comparison.right()), withEqual);
    }

    /** Whether facts are just on a side. Of what nothing can be moved, all facts of that side are. */
    public boolean isJust(boolean upper, Function<Operand, @Nullable Object> known) {
        if (!isAbove(Moved.not(known)).equals(Optional.of(upper))) {
            return false;
        }
        Optional<Boolean> other = Optional.of(!upper);
        List<Operand> movable = movable();
        return movable.isEmpty()
                || movable.stream()
                        .anyMatch(variable -> Stream.of(-1, 1).anyMatch(step -> isAbove(Moved.by(known, variable, step))
                                .equals(other)));
    }

    private Optional<Boolean> isAbove(Moved values) {
        Optional<BigDecimal> one = left.value(values);
        Optional<BigDecimal> other = right.value(values);
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        int sign = one.get().compareTo(other.get());
        return Optional.of(sign > 0 || (withEqual && sign == 0));
    }

    private List<Operand> movable() {
        return variables().filter(Boundary::isOrdered).toList();
    }

    private Stream<Operand> variables() {
        return Stream.concat(left.variables().stream(), right.variables().stream())
                .distinct();
    }

    private static boolean isOrdered(Operand variable) {
        return variable.type().isOrdered();
    }

    /**
     * The values between which it runs, where it hangs on a single number or date; of one that is never on both sides,
     * none.
     */
    public Optional<Edge> edge(Reach reach) {
        if (!isOfOne()) {
            return Optional.empty();
        }
        Operand variable = movable().get(0);
        Scale scale = Scale.of(variable);
        BigInteger low = scale.step(reach.least(variable));
        BigInteger high = scale.step(reach.most(variable));
        boolean first = isAbove(scale, variable, low);
        if (isAbove(scale, variable, high) == first) {
            return Optional.empty();
        }
        while (low.add(BigInteger.ONE).compareTo(high) < 0) {
            BigInteger middle = low.add(high).shiftRight(1);
            if (isAbove(scale, variable, middle) == first) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Optional.of(new Edge(variable, scale.value(first ? high : low), scale.value(first ? low : high)));
    }

    private boolean isAbove(Scale scale, Operand variable, BigInteger step) {
        return isAbove(Moved.only(variable, scale.value(step))).orElseThrow();
    }

    /** Whether it hangs on a single number or date, with which one of the two sides rises or falls. */
    private boolean isOfOne() {
        List<Operand> movable = movable();
        Set<Operand> others = right.variables();
        return variables().filter(variable -> !isListOf(variable, movable)).count() == 1
                && movable.size() == 1
                && left.isMonotone()
                && right.isMonotone()
                && (others.isEmpty() || left.variables().isEmpty());
    }

    /** The list is among the variables of the number of its members, which is moved as a whole. */
    private static boolean isListOf(Operand variable, List<Operand> movable) {
        return movable.stream()
                .anyMatch(one -> one instanceof Operand.MemberAggregate aggregate
                        && aggregate.list().equals(variable));
    }

    /** Whether a side can be reached, as far as the limits of numbers say. */
    public boolean canBe(boolean upper, Reach reach) {
        if (isOfOne()) {
            return reach.canBe(movable().get(0)) && edge(reach).isPresent();
        }
        Bounds one = left.bounds(reach::bounds);
        Bounds other = right.bounds(reach::bounds);
        Bounds difference = one.plus(other.times(BigDecimal.ONE.negate()));
        return upper
                ? difference
                        .most()
                        .map(most -> withEqual ? most.signum() >= 0 : most.signum() > 0)
                        .orElse(true)
                : difference
                        .least()
                        .map(least -> withEqual ? least.signum() < 0 : least.signum() <= 0)
                        .orElse(true);
    }
}
