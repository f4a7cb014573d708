package io.subsidyrules.lint.written;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The numbers that a text names in digits, in English and in Chinese: 300,000, 1 million, 30万, 1.2%. */
public final class WrittenNumbers {

    private static final Pattern FIGURE = Pattern.compile("(?<![A-Za-z0-9_.])"
            + "([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+(?:_[0-9]+)*)(\\.[0-9]+)?"
            + "(?:(?:st|nd|rd|th)\\b)?(?![A-Za-z0-9_])"
            + "(?:[ -]?(hundred|thousand|million|billion)\\b|\\s?([十百千]?[万亿]|[百千](?![瓦克米伏卡帕赫字])))?");

    private static final Pattern ADDRESS = Pattern.compile("https?://[\\x21-\\x7E]+");

    /** Between two numbers that share a unit: 20 to below 100 million, 20至100万. */
    private static final Pattern BETWEEN = Pattern.compile(
            "(?:\\s|[,、~～–-]|to|and|or|from|up|below|above|more|less|than|至|到|或|和|以上|以下|不足)*",
            Pattern.CASE_INSENSITIVE);

    private WrittenNumbers() {}

    /**
     * A number of a text.
     *
     * @param written as the text has it
     * @param values what it can mean: in "20 to 100 million" the first is 20, or 20 million
     */
    public record Figure(String written, Set<BigDecimal> values) {}

    /** The numbers in digits in the order of the text, those of addresses of pages left out. */
    public static List<Figure> of(String text) {
        String plain = ADDRESS.matcher(text).replaceAll(" ");
        List<MatchResult> found = FIGURE.matcher(plain).results().toList();
        List<Figure> figures = new ArrayList<>();
        Set<Integer> shared = Set.of();
        for (int i = found.size() - 1; i >= 0; i--) {
            MatchResult one = found.get(i);
            int next = i + 1 < found.size() ? found.get(i + 1).start() : plain.length();
            if (!BETWEEN.matcher(plain.substring(one.end(), next)).matches()) {
                shared = Set.of();
            }
            int zeros = zeros(one);
            figures.add(0, new Figure(one.group().strip(), values(one, zeros, shared)));
            shared = zeros > 0 ? Set.of(zeros) : shared;
        }
        return figures;
    }

    private static Set<BigDecimal> values(MatchResult figure, int zeros, Set<Integer> shared) {
        BigDecimal number = new BigDecimal(
                figure.group(1).replaceAll("[,_]", "") + (figure.group(2) == null ? "" : figure.group(2)));
        Set<BigDecimal> values = new TreeSet<>(Set.of(number.movePointRight(zeros)));
        if (zeros == 0) {
            shared.forEach(more -> values.add(number.movePointRight(more)));
        }
        return values;
    }

    /** The zeros that the word behind a number adds to it: two for hundred, four for 万. */
    private static int zeros(MatchResult figure) {
        String english = figure.group(3);
        if (english != null) {
            return switch (english.toLowerCase(Locale.ROOT)) {
                case "hundred" -> 2;
                case "thousand" -> 3;
                case "million" -> 6;
                default -> 9;
            };
        }
        String chinese = figure.group(4);
        return chinese == null
                ? 0
                : chinese.chars().map(unit -> ChineseNumber.zeros((char) unit)).sum();
    }
}
