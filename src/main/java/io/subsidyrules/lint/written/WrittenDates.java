package io.subsidyrules.lint.written;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The days that a text names whole: 6 September 2022, September 6, 2022, 2022-09-06, 2022年9月6日. */
public final class WrittenDates {

    private static final String MONTHS =
            "January|February|March|April|May|June|July|August|September|October|November|December";
    private static final List<String> NAMES =
            List.of(MONTHS.toLowerCase(Locale.ROOT).split("\\|"));
    private static final Pattern DAY_FIRST =
            Pattern.compile("\\b([0-9]{1,2}) (" + MONTHS + "),? ([0-9]{4})\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern MONTH_FIRST =
            Pattern.compile("\\b(" + MONTHS + ") ([0-9]{1,2}),? ([0-9]{4})\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBERS = Pattern.compile(
            "(?<![0-9])([0-9]{4})(?:-([0-9]{2})-([0-9]{2})|\\s?年\\s?([0-9]{1,2})\\s?月\\s?([0-9]{1,2})\\s?日)(?![0-9])");

    private WrittenDates() {}

    /**
     * A day of a text.
     *
     * @param written as the text has it
     */
    public record Found(String written, LocalDate day) {}

    /** The days of a text; what is written like one and is none, such as 31 June, is left out. */
    public static List<Found> of(String text) {
        List<Found> found = new ArrayList<>();
        DAY_FIRST
                .matcher(text)
                .results()
                .forEach(one -> add(found, one, one.group(3), month(one.group(2)), one.group(1)));
        MONTH_FIRST
                .matcher(text)
                .results()
                .forEach(one -> add(found, one, one.group(3), month(one.group(1)), one.group(2)));
        NUMBERS.matcher(text).results().forEach(one -> {
            boolean dashed = one.group(2) != null;
            add(found, one, one.group(1), dashed ? one.group(2) : one.group(4), dashed ? one.group(3) : one.group(5));
        });
        return found;
    }

    private static String month(String name) {
        return Integer.toString(NAMES.indexOf(name.toLowerCase(Locale.ROOT)) + 1);
    }

    private static void add(List<Found> found, MatchResult written, String year, String month, String day) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            found.add(new Found(written.group(), date));
        } catch (DateTimeException none) {
            // No day of the calendar: nothing that a rule could have.
        }
    }
}
