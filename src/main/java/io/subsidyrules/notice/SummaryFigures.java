package io.subsidyrules.notice;

import io.subsidyrules.policy.Currency;
import io.subsidyrules.text.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The sums of money and the percentages that a text names in digits, as 300,000 yuan, 1 million yuan, 30万元, £350 and
 * 50%.
 */
public final class SummaryFigures {

    private static final String START = "(?<![\\w.,])";
    private static final String NUMBER = "([0-9][0-9,]{0,20}(?:\\.[0-9]{1,6})?)";
    private static final Pattern ENGLISH = Pattern.compile(
            START + "(RMB|CNY|[¥￥])? ?" + NUMBER + "(?:[ -]?(thousand|million|billion)\\b)?([ -]?(?:yuan|RMB|CNY)\\b)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CHINESE =
            Pattern.compile(START + "(人民币|[¥￥])?\\s?" + NUMBER + "\\s?([百千]?[万亿]|[百千])?(\\s?元(?![旦件素]))?");
    private static final Pattern PERCENT = Pattern.compile(
            "百分之\\s?" + NUMBER + "|" + START + NUMBER + "\\s?(?:[%％]|per ?cent\\b)", Pattern.CASE_INSENSITIVE);
    private static final Map<String, Integer> ZEROS =
            Map.of("thousand", 3, "million", 6, "billion", 9, "百", 2, "千", 3, "万", 4, "亿", 8);

    private static final Map<String, String> SIGNS =
            Map.of("GBP", "£", "EUR", "€", "USD", "(?:US)?\\$", "HKD", "HK\\$");

    private SummaryFigures() {}

    /**
     * A figure of a text.
     *
     * @param written as the text has it
     */
    public record Figure(String written, BigDecimal value) {}

    /** The sums in a currency, in the order of the text. */
    public static List<Figure> money(String text, Currency currency, Language language) {
        return pattern(currency, language)
                .matcher(text)
                .results()
                .filter(found -> found.group(1) != null || found.group(4) != null)
                .map(found ->
                        new Figure(found.group().strip(), number(found.group(2)).movePointRight(zeros(found.group(3)))))
                .toList();
    }

    /** A single unit of most has no s. */
    private static Pattern pattern(Currency currency, Language language) {
        if (currency.equals(Currency.CNY)) {
            return language == Language.ZH ? CHINESE : ENGLISH;
        }
        String unit = currency.unit().in(language);
        String before =
                "(" + currency.code() + SIGNS.getOrDefault(currency.code(), "").replaceFirst("^(?=.)", "|") + ")?";
        String after = currency.code() + "|" + unit.replaceFirst("s$", "s?");
        return Pattern.compile(
                language == Language.ZH
                        ? START + before + "\\s?" + NUMBER + "\\s?([百千]?[万亿]|[百千])?(\\s?(?:" + after + "))?"
                        : START + before + " ?" + NUMBER + "(?:[ -]?(thousand|million|billion)\\b)?([ -]?(?:" + after
                                + ")\\b)?",
                Pattern.CASE_INSENSITIVE);
    }

    /** The percentages, in the order of the text. */
    public static List<Figure> percent(String text) {
        return PERCENT.matcher(text)
                .results()
                .map(found -> new Figure(found.group().strip(), number(numberOf(found))))
                .toList();
    }

    /** Those of a unit: of 千万, which is two, as many as of both. */
    private static int zeros(@Nullable String unit) {
        if (unit == null) {
            return 0;
        }
        String name = unit.toLowerCase(Locale.ROOT);
        return ZEROS.containsKey(name)
                ? ZEROS.getOrDefault(name, 0)
                : name.codePoints()
                        .map(one -> ZEROS.getOrDefault(Character.toString(one), 0))
                        .sum();
    }

    private static String numberOf(MatchResult percentage) {
        return percentage.group(1) == null ? percentage.group(2) : percentage.group(1);
    }

    private static BigDecimal number(String written) {
        return new BigDecimal(written.replace(",", ""));
    }
}
