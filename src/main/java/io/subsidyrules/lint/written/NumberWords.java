package io.subsidyrules.lint.written;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Numbers that a text writes in words, in English and in Chinese: two, twenty-one, third, half, September, 一半, 十二.
 * Rather one too many is read than one too few: they excuse a number in digits, and accuse of nothing.
 */
public final class NumberWords {

    /** Words of which the place in their line, counted from 0, is the value; none fills a place without a word. */
    private static final List<String> SMALL = List.of(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
                    + "seventeen eighteen nineteen",
            "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
            "none january february march april may june july august september october november december",
            "none once twice thrice",
            "none single both",
            "none each",
            "none every",
            "none per",
            "none a double",
            "none an pair triple");

    private static final List<String> TENS =
            List.of("none ten twenty thirty forty fifty sixty seventy eighty ninety hundred".split(" ", -1));
    private static final Map<String, Integer> VALUES = values();
    /** In per cent. */
    private static final Map<String, Integer> FRACTIONS =
            Map.of("half", 50, "quarter", 25, "quarters", 75, "third", 33, "thirds", 67, "fifth", 20, "tenth", 10);

    private static final Map<String, Integer> ZEROS = Map.of("hundred", 2, "thousand", 3, "million", 6, "billion", 9);

    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
    private static final Pattern CHINESE = Pattern.compile("[" + ChineseNumber.CHARACTERS + "]+");
    private static final Pattern FRACTION =
            Pattern.compile("([" + ChineseNumber.CHARACTERS + "]+)分之([" + ChineseNumber.CHARACTERS + "]+)");
    private static final Pattern BEFORE_UNIT = Pattern.compile(
            "\\b(half an?|an?|" + SMALL.get(0).replace(' ', '|') + "|" + String.join("|", TENS)
                    + ")(?= (?:hundred|thousand|million|billion)\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BEFORE_YUAN = Pattern.compile(
            "(?<![0-9" + ChineseNumber.CHARACTERS + "])[一二两三四五六七八九十][" + ChineseNumber.CHARACTERS + "]*(?=元)");

    private NumberWords() {}

    private static Map<String, Integer> values() {
        Map<String, Integer> values = new HashMap<>();
        SMALL.forEach(words -> {
            List<String> each = List.of(words.split(" ", -1));
            for (String word : each) {
                values.putIfAbsent(word, each.indexOf(word));
            }
        });
        for (int i = 1; i < TENS.size(); i++) {
            values.put(TENS.get(i), i * 10);
        }
        return values;
    }

    /** All numbers that words of a text can mean. */
    public static Set<BigDecimal> of(String text) {
        Set<BigDecimal> numbers = new TreeSet<>();
        english(text, numbers);
        FRACTION.matcher(text).results().forEach(part -> fraction(part, numbers));
        CHINESE.matcher(text).results().map(MatchResult::group).forEach(run -> chinese(run, numbers));
        if (text.contains("半")) {
            numbers.addAll(List.of(new BigDecimal("0.5"), new BigDecimal(50)));
        }
        Stream.of("首", "每").filter(text::contains).forEach(one -> numbers.add(BigDecimal.ONE));
        if (text.contains("双")) {
            numbers.add(BigDecimal.valueOf(2));
        }
        return numbers;
    }

    private static void english(String text, Set<BigDecimal> numbers) {
        numbers.add(BigDecimal.ZERO);
        int before = 0;
        for (String word : WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList()) {
            int value = VALUES.getOrDefault(word, 0);
            if (value > 0) {
                numbers.add(BigDecimal.valueOf(value));
            }
            if (before >= 20 && value > 0 && value < 10) {
                numbers.add(BigDecimal.valueOf((long) before + value));
            }
            if (ZEROS.containsKey(word)) {
                numbers.add(BigDecimal.valueOf(Math.max(before, 1)).movePointRight(ZEROS.getOrDefault(word, 0)));
            }
            if (FRACTIONS.containsKey(word)) {
                BigDecimal percent = BigDecimal.valueOf(FRACTIONS.getOrDefault(word, 0));
                numbers.addAll(List.of(percent, percent.movePointLeft(2)));
            }
            before = value;
        }
    }

    private static void chinese(String run, Set<BigDecimal> numbers) {
        ChineseNumber.of(run).ifPresent(numbers::add);
        run.chars().forEach(one -> ChineseNumber.of(Character.toString(one)).ifPresent(numbers::add));
    }

    /** 四分之三 is 75 per cent, and 百分之五 is 5. */
    private static void fraction(MatchResult written, Set<BigDecimal> numbers) {
        BigDecimal whole = ChineseNumber.of(written.group(1)).orElse(BigDecimal.ZERO);
        BigDecimal part = ChineseNumber.of(written.group(2)).orElse(BigDecimal.ZERO);
        if (whole.signum() > 0) {
            BigDecimal percent = part.movePointRight(2).divide(whole, 0, RoundingMode.HALF_UP);
            numbers.addAll(List.of(percent, percent.movePointLeft(2)));
        }
    }

    /** The same text with digits before a unit of numbers or of money: 1 million for one million, 30万元 for 三十万元. */
    public static String inDigits(String text) {
        String english = BEFORE_UNIT.matcher(text).replaceAll(found -> digits(found.group()));
        return BEFORE_YUAN.matcher(english).replaceAll(found -> ChineseNumber.of(found.group())
                .map(BigDecimal::toPlainString)
                .orElse(found.group()));
    }

    private static String digits(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.startsWith("half") ? "0.5" : Integer.toString(Math.max(1, VALUES.getOrDefault(lower, 1)));
    }
}
