package io.subsidyrules.engine.wording;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.text.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says how an amount came about: 50% of 1,234,567.89 = 617,283.94, below the ceiling of 1,000,000.00. */
public final class CalculationWording {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private CalculationWording() {}

    /**
     * The sentence on an amount.
     *
     * @param value of the field that the amount is computed from; null if it is unknown or there is none
     */
    public static Text of(Amount amount, @Nullable BigDecimal value) {
        if (!(amount instanceof Amount.Share share)) {
            String fixed = yuan(amount.ceiling());
            return new Text("a fixed amount of " + fixed, "固定金额 " + fixed);
        }
        return value == null ? unknown(share) : known(share, value);
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

    private static Text known(Amount.Share share, BigDecimal value) {
        BigDecimal exact = value.multiply(share.percent()).movePointLeft(2);
        BigDecimal part = exact.setScale(2, RoundingMode.DOWN);
        int compared = part.compareTo(share.ceiling().amount());
        String ceiling = yuan(share.ceiling());
        String number = number(value.setScale(2));
        boolean whole = share.percent().compareTo(WHOLE) == 0;
        String en = whole ? number : percent(share) + " of " + number + " = " + number(part);
        String zh = whole ? number : number + " 的 " + percent(share) + " = " + number(part);
        String rounded = compared <= 0 && part.compareTo(exact) != 0 ? "; rounded down to the fen" : "";
        String roundedZh = rounded.isEmpty() ? "" : "；不足一分的舍去";
        if (compared > 0) {
            return new Text(
                    en + ", above the ceiling of " + ceiling + ", so " + ceiling,
                    zh + "，超过上限 " + ceiling + "，故为 " + ceiling);
        }
        return compared == 0
                ? new Text(en + ", which is the ceiling" + rounded, zh + "，恰为上限" + roundedZh)
                : new Text(en + ", below the ceiling of " + ceiling + rounded, zh + "，低于上限 " + ceiling + roundedZh);
    }

    private static String percent(Amount.Share share) {
        return share.percent().stripTrailingZeros().toPlainString() + "%";
    }

    private static String yuan(Yuan yuan) {
        return number(yuan.amount());
    }

    static String number(BigDecimal number) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }
}
