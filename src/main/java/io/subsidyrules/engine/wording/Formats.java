package io.subsidyrules.engine.wording;

import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.text.Language;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * Dates, amounts, values and spans of time in the form that each language has for them, whatever the machine's locale.
 */
public final class Formats {

    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final List<String> NUMBERS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final List<String> CHINESE_NUMBERS =
            List.of("零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二");
    private static final int GROUP = 3;

    private Formats() {}

    /** "6 September 2022", "2022年9月6日". */
    public static String date(LocalDate date, Language language) {
        return language == Language.ZH
                ? "%s年%s月%s日".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth())
                : "%s %s %s".formatted(date.getDayOfMonth(), MONTHS.get(date.getMonthValue() - 1), date.getYear());
    }

    /** An amount, its digits grouped: "1,000,000", "1,234,567.89", "0.50"; the same in both languages. */
    public static String number(BigDecimal number, Language language) {
        BigDecimal shortest = number.stripTrailingZeros();
        return grouped(
                (shortest.scale() <= 0 ? shortest.setScale(0) : shortest.setScale(Math.max(2, shortest.scale())))
                        .toPlainString(),
                number.signum() < 0);
    }

    /** A plain number, its digits grouped, with no more decimals than it needs: "1,234.5". */
    static String grouped(BigDecimal number) {
        return grouped(plain(number), number.signum() < 0);
    }

    /** A number to the fen, its digits grouped: "617,283.94". */
    static String fen(BigDecimal number) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    /** A number with no more decimals than it needs, not grouped: "2023", "0.5". */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String grouped(String plain, boolean negative) {
        int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        StringBuilder grouped = new StringBuilder(plain);
        for (int at = point - GROUP; at > (negative ? 1 : 0); at -= GROUP) {
            grouped.insert(at, ',');
        }
        return grouped.toString();
    }

    /** A sum of money, with two decimals: "300,000.00 yuan", "350.00英镑". */
    public static String money(Yuan amount, Currency currency, Language language) {
        return currency.amount(fen(amount.amount()), language);
    }

    /**
     * A value of a field; one that has a unit comes with it.
     *
     * @param value as in {@link #value(Object, Language)}
     */
    public static String value(Field field, Object value, Language language) {
        return value instanceof BigDecimal number && field.unit().isPresent()
                ? field.unit().get().with(grouped(number), language)
                : value(value, language);
    }

    /**
     * A value of a field: the title of a constant, a date, an amount, yes or no; a whole number and a text as they are.
     *
     * @param value a String, Integer, BigDecimal, Boolean, LocalDate or {@link Constant}
     */
    public static String value(Object value, Language language) {
        if (value instanceof Constant constant) {
            return constant.title().in(language);
        }
        if (value instanceof LocalDate date) {
            return date(date, language);
        }
        if (value instanceof BigDecimal number) {
            return number(number, language);
        }
        if (value instanceof Boolean yes) {
            return language == Language.ZH ? (yes ? "是" : "否") : (yes ? "yes" : "no");
        }
        return value.toString();
    }

    /** A sum of money to the fen, without its currency: "300,000.00"; the same in both languages. */
    public static String amount(Yuan yuan) {
        return fen(yuan.amount());
    }

    /** "one year", "30 days"; "一年", "30天". */
    public static String span(int amount, ChronoUnit unit, Language language) {
        boolean spelt = amount < NUMBERS.size();
        if (language == Language.ZH) {
            return (spelt ? CHINESE_NUMBERS.get(amount) : String.valueOf(amount)) + chinese(unit);
        }
        String one = unit.name().toLowerCase(Locale.ROOT).replaceFirst("s$", "");
        return (spelt ? NUMBERS.get(amount) : String.valueOf(amount)) + " " + one + (amount == 1 ? "" : "s");
    }

    private static String chinese(ChronoUnit unit) {
        return switch (unit) {
            case YEARS -> "年";
            case MONTHS -> "个月";
            default -> "天";
        };
    }

    /** "a, b or c", "a、b或c"; {@code last} is put before the last. */
    public static String listed(List<String> values, String last, Language language) {
        int end = values.size() - 1;
        return end == 0
                ? values.get(0)
                : String.join(language == Language.ZH ? "、" : ", ", values.subList(0, end)) + last + values.get(end);
    }
}
