package io.subsidyrules.coverage.point;

import io.subsidyrules.coverage.boundary.Boundary;
import io.subsidyrules.coverage.boundary.Reach;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.value.Operator;
import io.subsidyrules.fault.Place;
import java.util.stream.Stream;

/** The boundaries that the comparisons in an expression have. */
final class Boundaries {

    private final Reach reach;

    /** @param reach the values that requests can have */
    Boundaries(Reach reach) {
        this.reach = reach;
    }

    /**
     * The sides of the boundaries.
     *
     * @param place of the condition
     */
    Stream<Point> of(Expression expression, Place place) {
        return of(expression, place, place);
    }

    /**
     * The sides of the boundaries.
     *
     * @param place where what is compared with is written
     * @param condition the place of the condition, or of the rule whose period it is
     */
    Stream<Point> of(Expression expression, Place place, Place condition) {
        if (expression instanceof Expression.Junction junction) {
            return junction.parts().stream().flatMap(part -> of(part, place, condition));
        }
        return expression instanceof Expression.Comparison comparison
                        && comparison.left().type().isOrdered()
                ? sides(comparison, place, condition)
                : Stream.of();
    }

    /** Both boundaries of an equality meet at what is equal, of which both say the same. */
    private Stream<Point> sides(Expression.Comparison comparison, Place place, Place condition) {
        return switch (comparison.operator()) {
            case GREATER_OR_EQUAL, LESS ->
                Stream.of(false, true).flatMap(upper -> side(comparison, true, upper, place, condition));
            case GREATER, LESS_OR_EQUAL ->
                Stream.of(false, true).flatMap(upper -> side(comparison, false, upper, place, condition));
            case EQUAL, NOT_EQUAL ->
                Stream.of(true, false).flatMap(withEqual -> Stream.of(false, true)
                        .flatMap(upper -> side(comparison, withEqual, upper, place, condition)));
        };
    }

    private Stream<Point> side(
            Expression.Comparison comparison, boolean withEqual, boolean upper, Place place, Place condition) {
        Boundary boundary = Boundary.of(comparison, withEqual);
        return boundary.canBe(upper, reach)
                ? Stream.of(new BoundarySide(
                        place,
                        condition,
                        comparison,
                        boundary,
                        upper,
                        isTrue(comparison.operator(), withEqual, upper),
                        boundary.edge(reach)))
                : Stream.of();
    }

    private static boolean isTrue(Operator operator, boolean withEqual, boolean upper) {
        int sign = withEqual == upper ? 0 : upper ? 1 : -1;
        return operator.holds(sign);
    }
}
