package io.subsidyrules.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The header {@code Date}, which every answer of a server with a clock has (RFC 9110, section 6.6.1). */
public final class HttpDate {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private static volatile Said last = new Said(0, "");

    private HttpDate() {}

    private record Said(long second, String text) {}

    /** The current time; it is written out once a second. */
    public static String now() {
        Said said = last;
        long second = System.currentTimeMillis() / 1000;
        if (said.second() != second) {
            said = new Said(second, of(Instant.ofEpochSecond(second)));
            last = said;
        }
        return said.text();
    }

    static String of(Instant instant) {
        return FORM.format(instant);
    }
}
