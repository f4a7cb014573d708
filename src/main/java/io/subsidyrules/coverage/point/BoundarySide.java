package io.subsidyrules.coverage.point;

import io.subsidyrules.coverage.boundary.Boundary;
import io.subsidyrules.coverage.boundary.Edge;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.Optional;

/**
 * That a comparison of numbers or dates is just true, or just false: the last value with which it is, or the first.
 *
 * @param condition the place of the condition, or of the rule whose period it is
 * @param boundary the one that it has, or one of the two that an equality has
 * @param upper whether the side is that of what is more
 * @param truly whether the comparison is true there
 * @param edge the values, where it compares one value with what is written
 */
record BoundarySide(
        Place place,
        Place condition,
        Expression.Comparison comparison,
        Boundary boundary,
        boolean upper,
        boolean truly,
        Optional<Edge> edge)
        implements Point {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(BoundarySide.class);

    @Override
    public Text missing() {
        Text said = Words.of(comparison);
        return edge.map(known -> {
                    Object value = known.on(upper);
                    return TEXTS.text(
                            truly ? "edgeTrue" : "edgeFalse",
                            Words.of(known.variable()),
                            Words.of(known.variable(), value),
                            said);
                })
                .orElseGet(() -> truly
                        ? TEXTS.text("justTrue", said)
                        : comparison.operator().isEquality() && upper
                                ? TEXTS.text("justMore", said)
                                : TEXTS.text("justFalse", said));
    }

    @Override
    public boolean isReached(Trial trial) {
        return trial.seen(condition).stream().anyMatch(seen -> boundary.isJust(upper, seen::value));
    }
}
