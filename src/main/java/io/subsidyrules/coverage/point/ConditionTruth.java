package io.subsidyrules.coverage.point;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.Optional;

/**
 * That a condition is true, false or unknown. A condition that rules inherit is one condition, at the place where it is
 * written, whichever of these rules is judged: it is one line of one file. Whether each of the rules is refused by it
 * is another question, which the notices answer.
 */
record ConditionTruth(Condition condition, Truth expected) implements Point {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(ConditionTruth.class);

    @Override
    public Place place() {
        return condition.place();
    }

    @Override
    public Text missing() {
        Text said = Words.of(condition);
        return switch (expected) {
            case TRUE -> TEXTS.text("conditionTrue", said);
            case FALSE -> TEXTS.text("conditionFalse", said);
            case UNKNOWN -> TEXTS.text("conditionUnknown", said);
        };
    }

    @Override
    public Optional<Truth> truth() {
        return Optional.of(expected);
    }

    @Override
    public Optional<String> source() {
        return Optional.of(condition.source());
    }

    @Override
    public boolean isReached(Trial trial) {
        return trial.seen(place()).stream().anyMatch(seen -> seen.truth(condition.expression()) == expected);
    }
}
