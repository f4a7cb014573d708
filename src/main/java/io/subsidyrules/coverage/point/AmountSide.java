package io.subsidyrules.coverage.point;

import io.subsidyrules.coverage.boundary.Boundary;
import io.subsidyrules.coverage.boundary.Edge;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.Optional;

/**
 * That a rule holds with the last amount up to a limit of it, or with the first one beyond.
 *
 * @param kind of the limit
 * @param limit the words for it
 * @param upper whether the side is that of what is beyond it
 * @param edge the values, where the amount hangs on one number
 */
record AmountSide(Rule rule, Kind kind, Text limit, Boundary boundary, boolean upper, Optional<Edge> edge)
        implements Point {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(AmountSide.class);

    /** The limits that amounts have; each has a text for what is just within it, and for what is just beyond. */
    enum Kind {
        /** The most that is given. */
        CEILING,
        /** The least that is given. */
        LEAST,
        /** The end of a tier. */
        TIER,
        /** The most that a policy gives without a person's decision. */
        LARGEST
    }

    @Override
    public Place place() {
        return rule.places().amount().orElse(rule.place());
    }

    @Override
    public Text missing() {
        Text side = TEXTS.text(kind.name() + (upper ? ".beyond" : ".within"), limit);
        return edge.map(known -> TEXTS.text(
                        "amountEdge",
                        rule.name(),
                        Words.of(known.variable()),
                        Words.of(known.variable(), known.on(upper)),
                        side))
                .orElseGet(() -> TEXTS.text("amountSide", rule.name(), side));
    }

    /** Two limits of one amount can have the same words. */
    @Override
    public Object identity() {
        return this;
    }

    @Override
    public boolean isReached(Trial trial) {
        return trial.giving(rule).stream().anyMatch(facts -> boundary.isJust(upper, facts::value));
    }
}
