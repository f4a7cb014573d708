package io.subsidyrules.engine.wording;

import io.subsidyrules.dialect.model.Formula;
import io.subsidyrules.dialect.value.NumberUnit;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says in one language which part of a number has which rate: "8% of the part up to 5,000,000 yuan and 5% of the part
 * above 5,000,000 yuan", "2,000 yuan for each of the first 3 and 3,000 yuan for each from number 4 on".
 */
final class TierWording {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(TierWording.class);

    private final Formula.Tiers tiers;
    private final Currency currency;
    private final Language language;
    private final Function<Formula, String> words;

    /** @param words those of an amount up to which a tier goes */
    TierWording(Formula.Tiers tiers, Currency currency, Language language, Function<Formula, String> words) {
        this.tiers = tiers;
        this.currency = currency;
        this.language = language;
        this.words = words;
    }

    /** The tiers in their order, and what is beyond them. */
    String parts() {
        List<String> parts = new ArrayList<>();
        Optional<NumberUnit> unit = tiers.counted() ? SumWording.unit(tiers.of()) : Optional.empty();
        for (int tier = 0; tier < tiers.tiers().size(); tier++) {
            parts.add(!tiers.counted() ? share(tier) : unit.isPresent() ? measured(tier, unit.get()) : counted(tier));
        }
        parts.add(!tiers.counted() ? shareBeyond() : unit.isPresent() ? measuredBeyond(unit.get()) : countedBeyond());
        return language == Language.ZH ? String.join("，", parts) : Formats.listed(parts, " and ", language);
    }

    private String share(int tier) {
        String rate = percent(tiers.tiers().get(tier).rate());
        return tier == 0 ? say("tierUpTo", rate, limit(tier)) : say("tierBetween", rate, limit(tier - 1), limit(tier));
    }

    private String shareBeyond() {
        String last = limit(tiers.tiers().size() - 1);
        return isNothingBeyond() ? say("tierNothing", last) : say("tierAbove", percent(tiers.beyond()), last);
    }

    private String limit(int tier) {
        return words.apply(tiers.tiers().get(tier).limit());
    }

    /** The units of a tier, by their places. */
    private String counted(int tier) {
        String money = money(tiers.tiers().get(tier).rate());
        String first = Formats.grouped(before(tier).add(BigDecimal.ONE));
        String last = Formats.grouped(most(tier));
        if (first.equals(last)) {
            return say("countOne", money, last);
        }
        return tier == 0 ? say("countFirst", money, last) : say("countNext", money, first, last);
    }

    private String countedBeyond() {
        BigDecimal last = most(tiers.tiers().size() - 1);
        return isNothingBeyond()
                ? say("countNothing", Formats.grouped(last))
                : say("countFurther", money(tiers.beyond()), Formats.grouped(last.add(BigDecimal.ONE)));
    }

    /** A part of a number that has a unit, of which each has its amount. */
    private String measured(int tier, NumberUnit unit) {
        String rate = each(tiers.tiers().get(tier).rate(), unit);
        return tier == 0
                ? say("measuredFirst", rate, with(unit, most(tier)))
                : say("measuredNext", rate, with(unit, before(tier)), with(unit, most(tier)));
    }

    private String measuredBeyond(NumberUnit unit) {
        String last = with(unit, most(tiers.tiers().size() - 1));
        return isNothingBeyond()
                ? say("measuredNothing", last)
                : say("measuredFurther", each(tiers.beyond(), unit), last);
    }

    /** An amount for each unit: 每千瓦50元; of a unit that is a sign with its number: 每1%为50元. */
    private String each(BigDecimal rate, NumberUnit unit) {
        if (language == Language.EN) {
            return money(rate) + " for each";
        }
        String one = unit.with("1", language);
        boolean word = one.length() > 1 && Character.isIdeographic(one.codePointAt(1));
        return "每" + (word ? one.substring(1) : one + "为") + money(rate);
    }

    private String with(NumberUnit unit, BigDecimal number) {
        return unit.with(Formats.grouped(number), language);
    }

    private BigDecimal before(int tier) {
        return tier == 0 ? BigDecimal.ZERO : most(tier - 1);
    }

    /** The number of units up to which a tier goes. */
    private BigDecimal most(int tier) {
        return ((Formula.Fixed) tiers.tiers().get(tier).limit()).amount();
    }

    private boolean isNothingBeyond() {
        return tiers.beyond().signum() == 0;
    }

    private String percent(BigDecimal rate) {
        return say("percent", Formats.plain(rate));
    }

    private String money(BigDecimal rate) {
        return currency.amount(Formats.number(rate, language), language);
    }

    private String say(String key, Object... details) {
        return TEXTS.text(key, language, details);
    }
}
