package io.subsidyrules.yaml;

import io.subsidyrules.text.Grouping;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The notation of numbers, dates and truth values in YAML files, which is stricter than that of YAML. */
final class YamlScalar {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(YamlScalar.class);

    /** The remedy for a number. */
    static final Text DIGITS = TEXTS.text("writeDigits");

    /** Plain digits only: arithmetic on 1E+200000000 would never end. */
    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?[0-9][0-9_]{0,20}(\\.[0-9]{1,10})?");

    private static final Pattern OTHER_DAY =
            Pattern.compile("([0-9]{4}) ?[-/.年] ?([0-9]{1,2}) ?[-/.月] ?([0-9]{1,2}) ?日?");
    private static final Set<String> TRUE = Set.of("true", "yes", "on", "y", "是", "真", "对");
    private static final Set<String> FALSE = Set.of("false", "no", "off", "n", "否", "假", "错");

    private YamlScalar() {}

    static BigDecimal number(String text) {
        return new BigDecimal(digits(text));
    }

    static int whole(String text) {
        return Integer.parseInt(digits(text));
    }

    private static String digits(String text) {
        if (!isNumber(text)) {
            throw new NumberFormatException(text);
        }
        return text.replace("_", "");
    }

    /** The number that is written with a unit, a sign of currency or commas. */
    static Optional<Text> numberMeant(String written) {
        return Grouping.meant(written).filter(YamlScalar::isNumber).map(number -> new Text(number, number));
    }

    private static boolean isNumber(String text) {
        return PLAIN_NUMBER.matcher(text).matches() && Grouping.isSound(text.replace("-", ""));
    }

    static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** The truth value that is written otherwise, as yes or 是. */
    static Optional<Text> truthMeant(String written) {
        String word = written.strip().toLowerCase(Locale.ROOT);
        return TRUE.contains(word)
                ? Optional.of(new Text("true", "true"))
                : Optional.of(new Text("false", "false")).filter(not -> FALSE.contains(word));
    }

    /** A year of four digits: Java knows others, up to 999,999,999. */
    static LocalDate day(String text) {
        if (text.length() != "2022-09-06".length()) {
            throw new IllegalArgumentException(text);
        }
        return LocalDate.parse(text);
    }

    /** The remedy for a day that is written otherwise, as 2022年9月6日 or 2022/9/6. */
    static Text dayMeant(String key, String written) {
        Matcher day = OTHER_DAY.matcher(written);
        if (!day.matches()) {
            return TEXTS.text("writeDay");
        }
        String meant =
                "%s-%2s-%2s".formatted(day.group(1), day.group(2), day.group(3)).replace(' ', '0');
        return isDay(meant) ? TEXTS.text("writeMember", key, meant) : TEXTS.text("noSuchDay");
    }

    private static boolean isDay(String text) {
        try {
            return day(text).getYear() > 0;
        } catch (DateTimeException none) {
            return false;
        }
    }
}
