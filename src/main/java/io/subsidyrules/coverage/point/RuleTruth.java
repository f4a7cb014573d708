package io.subsidyrules.coverage.point;

import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.Optional;

/** That a rule holds, does not hold, or waits for a fact. */
record RuleTruth(Rule rule, Truth expected) implements Point {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(RuleTruth.class);

    @Override
    public Place place() {
        return rule.place();
    }

    @Override
    public Text missing() {
        return switch (expected) {
            case TRUE -> TEXTS.text("ruleHolds", rule.name());
            case FALSE -> TEXTS.text("ruleFails", rule.name());
            case UNKNOWN -> TEXTS.text("ruleUnknown", rule.name());
        };
    }

    @Override
    public Optional<Truth> truth() {
        return Optional.of(expected);
    }

    @Override
    public Optional<String> source() {
        return Optional.of("\"" + rule.name() + "\"");
    }

    @Override
    public boolean isReached(Trial trial) {
        return trial.truths(rule).contains(expected);
    }
}
