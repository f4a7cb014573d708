package io.subsidyrules.coverage.point;

import io.subsidyrules.coverage.boundary.Possibility;
import io.subsidyrules.coverage.boundary.Reach;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.engine.fact.Truth;
import java.util.List;
import java.util.stream.Stream;

/** The points of a condition: its truths, the sides of its boundaries, and the values that it lists. */
final class ConditionPoints {

    private static final List<Truth> TRUTHS = List.of(Truth.TRUE, Truth.FALSE, Truth.UNKNOWN);

    private final Possibility possibility;
    private final Boundaries boundaries;

    /** @param reach the values that requests can have */
    ConditionPoints(Reach reach) {
        this.possibility = new Possibility(reach);
        this.boundaries = new Boundaries(reach);
    }

    Stream<Point> of(Condition condition) {
        Stream<Point> truths = TRUTHS.stream()
                .filter(truth -> possibility.canBe(truth, condition.expression()))
                .map(truth -> new ConditionTruth(condition, truth));
        return Stream.of(
                        truths,
                        boundaries.of(condition.expression(), condition.place()),
                        listed(condition.expression(), condition))
                .flatMap(points -> points);
    }

    /** Constants of enums are points of their fields, and what is true or false is a truth of the condition. */
    private static Stream<Point> listed(Expression expression, Condition condition) {
        if (expression instanceof Expression.Junction junction) {
            return junction.parts().stream().flatMap(part -> listed(part, condition));
        }
        return expression instanceof Expression.Membership membership
                        && membership.left().type() != ValueType.CONSTANT
                        && membership.left().type() != ValueType.BOOLEAN
                ? membership.members().stream()
                        .distinct()
                        .map(value -> new ListedValue(condition, membership.left(), value))
                : Stream.of();
    }
}
