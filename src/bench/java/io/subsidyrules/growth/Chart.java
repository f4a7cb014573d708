package io.subsidyrules.growth;

import java.util.Locale;

/** A plot of {@link Series}, with the table of its figures. */
enum Chart {
    CLAIMS("claims in the request", "µs", 1),
    RULES("rules in one policy", "µs", 1),
    POLICIES("policies side by side", "µs", 1),
    TABLES("rows of the table", "µs", 1),
    READING("rules in one policy, or rows of a table", "ms", 1_000);

    private final String size;
    private final String unit;
    private final double microseconds;

    Chart(String size, String unit, double microseconds) {
        this.size = size;
        this.unit = unit;
        this.microseconds = microseconds;
    }

    /** What its series have more and more of. */
    String size() {
        return size;
    }

    /** The unit of its times. */
    String unit() {
        return unit;
    }

    /** The time in that unit. */
    double time(Cost cost) {
        return cost.microseconds() / microseconds;
    }

    /** {@code claims}: its part of the page, and of the name of its file. */
    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
