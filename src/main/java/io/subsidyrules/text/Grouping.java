package io.subsidyrules.text;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The grouping of the digits of a number: in groups of three or, as 万 counts, of four, and without a zero before them.
 */
public final class Grouping {

    private static final Pattern BY_THREE = Pattern.compile("[0-9]{1,3}(_[0-9]{3})*");
    private static final Pattern BY_FOUR = Pattern.compile("[0-9]{1,4}(_[0-9]{4})*");
    private static final int GROUP = 3;
    private static final Pattern WITH_UNIT =
            Pattern.compile("[￥¥$]? ?(-?[0-9][0-9,_]{0,20}(?:\\.[0-9]{1,4})?) ?([万亿])?(?:元|yuan|RMB|CNY)?");
    private static final Map<String, Integer> ZEROS = Map.of("万", 4, "亿", 8);

    private Grouping() {}

    /**
     * Whether a number of digits, underscores and at most one decimal point is written so that its zeros can be
     * counted.
     */
    public static boolean isSound(String number) {
        int point = number.indexOf('.');
        String whole = point < 0 ? number : number.substring(0, point);
        boolean plain = whole.indexOf('_') < 0;
        boolean grouped =
                BY_THREE.matcher(whole).matches() || BY_FOUR.matcher(whole).matches();
        boolean zero = whole.length() > 1 && whole.charAt(0) == '0';
        return !zero && (plain || grouped) && (point < 0 || number.indexOf('_', point) < 0);
    }

    /** The plain number that is written with a unit, a sign of currency or commas, as 50万元 or ￥300,000. */
    public static Optional<String> meant(String written) {
        Matcher number = WITH_UNIT.matcher(written.strip());
        if (!number.matches()) {
            return Optional.empty();
        }
        int zeros = number.group(2) == null ? 0 : ZEROS.getOrDefault(number.group(2), 0);
        BigDecimal meant = new BigDecimal(number.group(1).replaceAll("[,_]", "")).movePointRight(zeros);
        String plain = (zeros > 0 ? meant.stripTrailingZeros() : meant).toPlainString();
        return Optional.of(plain).filter(other -> !other.equals(written));
    }

    /** The same number in groups of three. */
    public static String grouped(String number) {
        String digits = number.replace("_", "");
        int point = digits.indexOf('.');
        String whole = (point < 0 ? digits : digits.substring(0, point)).replaceFirst("^0+(?=[0-9])", "");
        StringBuilder grouped = new StringBuilder();
        for (int i = 0; i < whole.length(); i++) {
            boolean between = i > 0 && (whole.length() - i) % GROUP == 0;
            grouped.append(between ? "_" : "").append(whole.charAt(i));
        }
        return grouped + (point < 0 ? "" : digits.substring(point));
    }
}
