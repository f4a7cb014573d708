package io.subsidyrules.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A time as the ledger writes it: UTC, to the microsecond, always as long. */
public final class Times {

    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Times() {}

    static Instant toMicroseconds(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * As the entry of that time has it.
     *
     * @throws IllegalArgumentException if its year has not four digits
     */
    public static String write(Instant time) {
        String text = FORMAT.format(time);
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("The year of the time (%s) has not four digits.".formatted(time));
        }
        return text;
    }

    /** Empty if it is not a time, or written otherwise. */
    public static Optional<Instant> read(Object text) {
        if (!(text instanceof String time) || !FORM.matcher(time).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(time)).filter(read -> write(read).equals(time));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
