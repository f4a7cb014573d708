package io.subsidyrules.amounts;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Writes a number as a decimal string: digits, and a point with decimals where it has some. */
final class AmountText {

    /** A number with any count of decimals, as JSON has it without an exponent. */
    private static final Pattern PLAIN = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");

    private AmountText() {}

    static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches();
    }

    /** The text of a number, without an exponent; otherwise it stays as it is, its last zeros too. */
    static String of(String number) {
        if (isPlain(number)) {
            return number;
        }
        BigDecimal exact = new BigDecimal(number).stripTrailingZeros();
        return (exact.scale() < 0 ? exact.setScale(0) : exact).toPlainString();
    }
}
