package io.subsidyrules.engine.wording;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Formula;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.engine.fact.Lookups;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says how an amount came about: 50% of 1,234,567.89 = 617,283.94, below the ceiling of 1,000,000.00. */
public final class CalculationWording {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(CalculationWording.class);
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private CalculationWording() {}

    /**
     * The sentence on an amount.
     *
     * @param currency of the amount
     * @param most the most that it can come to
     * @param values of the fields that it is computed from, each null if it is unknown
     */
    public static Text of(Amount amount, Currency currency, Yuan most, Function<Operand, @Nullable Object> values) {
        if (amount instanceof Amount.Fixed fixed) {
            String yuan = yuan(fixed.yuan());
            return new Text("a fixed amount of " + yuan, "固定金额 " + yuan);
        }
        if (amount instanceof Amount.Share share) {
            Object value = values.apply(share.source());
            if (value != null) {
                return known(share, (BigDecimal) value, currency);
            }
            return most.equals(share.ceiling())
                    ? unknown(share)
                    : composed(share.formula(), share.sources(), currency, most, values);
        }
        return composed(((Amount.Composed) amount).formula(), amount.sources(), currency, most, values);
    }

    /** Why a person decides on more than the policy pays by itself. */
    public static Text aboveLargest(Yuan amount, Yuan largest) {
        return TEXTS.text("aboveLargest", yuan(amount), yuan(largest));
    }

    private static Text composed(
            Formula formula,
            List<Operand> sources,
            Currency currency,
            Yuan most,
            Function<Operand, @Nullable Object> values) {
        boolean known = sources.stream().allMatch(source -> values.apply(source) != null);
        return Wording.inBoth(language -> known
                ? FormulaSteps.of(
                        formula,
                        currency,
                        language,
                        number -> decimal(values.apply(number)),
                        lookup -> Lookups.row(lookup, values))
                : TEXTS.text(
                        "amountUnknown", language, new FormulaWording(currency, language).of(formula), yuan(most)));
    }

    /** Where a table has no row, nothing. */
    private static BigDecimal decimal(@Nullable Object number) {
        if (number == null) {
            return BigDecimal.ZERO;
        }
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }

    private static Text unknown(Amount.Share share) {
        String title = share.source().field().title().en();
        String titleZh = share.source().field().title().zh();
        String ceiling = yuan(share.ceiling());
        boolean whole = share.percent().compareTo(WHOLE) == 0;
        return new Text(
                (whole ? "" : percent(share) + " of ") + "the " + title + ", which is not known, up to the ceiling of "
                        + ceiling,
                titleZh + (whole ? "" : "的" + percent(share)) + "，其值尚未知，上限为 " + ceiling);
    }

    private static Text known(Amount.Share share, BigDecimal value, Currency currency) {
        BigDecimal exact = value.multiply(share.percent()).movePointLeft(2);
        BigDecimal part = exact.setScale(2, RoundingMode.DOWN);
        int compared = part.compareTo(share.ceiling().amount());
        String ceiling = yuan(share.ceiling());
        String number = Formats.fen(value.setScale(2));
        boolean whole = share.percent().compareTo(WHOLE) == 0;
        String en = whole ? number : percent(share) + " of " + number + " = " + Formats.fen(part);
        String zh = whole ? number : number + " 的 " + percent(share) + " = " + Formats.fen(part);
        boolean isRounded = compared <= 0 && part.compareTo(exact) != 0;
        String rounded = isRounded ? rounded(currency).en() : "";
        String roundedZh = isRounded ? rounded(currency).zh() : "";
        if (compared > 0) {
            return new Text(
                    en + ", above the ceiling of " + ceiling + ", so " + ceiling,
                    zh + "，超过上限 " + ceiling + "，故为 " + ceiling);
        }
        return compared == 0
                ? new Text(en + ", which is the ceiling" + rounded, zh + "，恰为上限" + roundedZh)
                : new Text(en + ", below the ceiling of " + ceiling + rounded, zh + "，低于上限 " + ceiling + roundedZh);
    }

    /** A hundredth of a yuan has a name in both languages; for those of others the decimals are said. */
    private static Text rounded(Currency currency) {
        return currency.equals(Currency.CNY)
                ? new Text("; rounded down to the fen", "；不足一分的舍去")
                : new Text("; rounded down to two decimals", "；两位小数以下舍去");
    }

    private static String percent(Amount.Share share) {
        return share.percent().stripTrailingZeros().toPlainString() + "%";
    }

    private static String yuan(Yuan yuan) {
        return Formats.fen(yuan.amount());
    }
}
