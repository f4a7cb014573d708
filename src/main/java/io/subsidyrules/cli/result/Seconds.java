package io.subsidyrules.cli.result;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Times as numbers of seconds. */
final class Seconds {

    private static final int NANO_DIGITS = 9;

    private Seconds() {}

    /** The time with so many decimals, as {@code 1.2}. */
    static String of(Duration time, int decimals) {
        return BigDecimal.valueOf(time.toNanos(), NANO_DIGITS)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
