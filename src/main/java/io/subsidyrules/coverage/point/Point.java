package io.subsidyrules.coverage.point;

import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import java.util.List;
import java.util.Optional;

/** One thing that some scenario should try, because a request can come to it. */
public sealed interface Point
        permits RuleTruth,
                ConditionTruth,
                FieldConstant,
                ListedValue,
                RowCount,
                BoundarySide,
                AmountSide,
                TierEntry,
                LimitEffect {

    /** The place of what is tried. */
    Place place();

    /** The sentence that says what no scenario tries. */
    Text missing();

    /** Whether a scenario tries it. */
    boolean isReached(Trial trial);

    /** The same for two points that are one: by default, for those that say the same of one place. */
    default Object identity() {
        return List.of(place(), missing());
    }

    /** The truth of a rule or of a condition that is tried; empty for other points. */
    default Optional<Truth> truth() {
        return Optional.empty();
    }

    /** The condition, or the name of the rule, at the place as a rule file writes it; empty for other points. */
    default Optional<String> source() {
        return Optional.empty();
    }
}
