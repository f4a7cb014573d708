package io.subsidyrules.engine.wording;

import io.subsidyrules.dialect.model.Formula;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigDecimal;

/** Says in one language how an amount is worked out, before any facts: "75% of the cost, at most 350 yuan ...". */
final class FormulaWording implements Formula.Cases<String> {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(FormulaWording.class);
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final Currency currency;
    private final Language language;
    private final ComparisonWording comparing;

    FormulaWording(Currency currency, Language language) {
        this.currency = currency;
        this.language = language;
        this.comparing = new ComparisonWording(
                language, expression -> Wording.of(expression).in(language));
    }

    String of(Formula formula) {
        return formula.match(this);
    }

    @Override
    public String fixed(Formula.Fixed fixed) {
        return currency.amount(Formats.number(fixed.amount(), language), language);
    }

    @Override
    public String share(Formula.Share share) {
        String of = comparing.base(share.of(), currency);
        return share.percent() instanceof Operand.Literal percent
                ? Formats.plain((BigDecimal) percent.value()).equals(Formats.plain(WHOLE))
                        ? of
                        : say("percentOf", Formats.plain((BigDecimal) percent.value()), of)
                : say("rateOf", comparing.percentage(share.percent()), of);
    }

    @Override
    public String times(Formula.Times times) {
        return say("timesCount", times.each().match(this), comparing.base(times.count()));
    }

    @Override
    public String plus(Formula.Plus plus) {
        return say(
                "plus",
                plus.one() instanceof Formula.Plus ? plus.one().match(this) : part(plus.one()),
                part(plus.other()));
    }

    @Override
    public String atLeast(Formula.AtLeast atLeast) {
        return say("atLeast", atLeast.amount().match(this), part(atLeast.least()));
    }

    @Override
    public String atMost(Formula.AtMost atMost) {
        return say("atMost", atMost.amount().match(this), part(atMost.ceiling()));
    }

    /** The words for an amount beside others, with brackets where bounds or additions are part of it. */
    private String part(Formula formula) {
        String words = formula.match(this);
        boolean single = formula instanceof Formula.Fixed
                || formula instanceof Formula.Share
                || formula instanceof Formula.Times;
        return single ? words : say("brackets", words);
    }

    @Override
    public String tiers(Formula.Tiers tiers) {
        String parts = new TierWording(tiers, currency, language, this::part).parts();
        return say("tiers", tiers.counted() ? comparing.base(tiers.of()) : comparing.base(tiers.of(), currency), parts);
    }

    /** A number of units, or an amount. */
    String limit(Formula.Tiers tiers, Formula.Tiers.Tier tier) {
        return tiers.counted()
                ? Formats.plain(((Formula.Fixed) tier.limit()).amount())
                : tier.limit().match(this);
    }

    private String say(String key, Object... details) {
        return TEXTS.text(key, language, details);
    }
}
