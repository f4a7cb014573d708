package io.subsidyrules.coverage.point;

import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.engine.amount.AmountTier;
import io.subsidyrules.engine.wording.RuleSummary;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;

/** That a tier of the amount of a rule is reached. */
record TierEntry(Rule rule, AmountTier tier) implements Point {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(TierEntry.class);

    @Override
    public Place place() {
        return rule.places().amount().orElse(rule.place());
    }

    @Override
    public Text missing() {
        return tier.begin().isEmpty()
                ? TEXTS.text("firstTier", rule.name())
                : TEXTS.text("tier", rule.name(), RuleSummary.limit(tier.tiers(), tier.index() - 1, rule.currency()));
    }

    /** Tiers of two numbers can have the same words. */
    @Override
    public Object identity() {
        return this;
    }

    @Override
    public boolean isReached(Trial trial) {
        return trial.parts().enters(rule, tier);
    }
}
