package io.subsidyrules.reader;

import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.text.TextCatalogue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * A day in Shanghai, or a moment, that a query gives as a bound.
 *
 * @param from when it begins
 * @param before when it is over
 */
public record RecordedTime(Instant from, Instant before) {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(RecordedTime.class);

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Pattern DAY = Pattern.compile("[12][0-9]{3}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MOMENT =
            Pattern.compile(DAY + "T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})");

    /**
     * Reads the value of a query parameter.
     *
     * @throws LocalisedProblem if the text is neither
     */
    public static RecordedTime of(String name, String text) {
        try {
            if (DAY.matcher(text).matches()) {
                LocalDate day = LocalDate.parse(text);
                return new RecordedTime(
                        day.atStartOfDay(SHANGHAI).toInstant(),
                        day.plusDays(1).atStartOfDay(SHANGHAI).toInstant());
            }
            if (MOMENT.matcher(text).matches()) {
                Instant moment = OffsetDateTime.parse(text).toInstant();
                return new RecordedTime(
                        moment, moment.truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS));
            }
        } catch (DateTimeException impossible) {
            throw faulty(name);
        }
        throw faulty(name);
    }

    private static LocalisedProblem faulty(String name) {
        return LocalisedProblem.badQuery(name, TEXTS.text("dayOrTime"));
    }
}
