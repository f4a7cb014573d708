package io.subsidyrules.amounts;

import io.subsidyrules.http.Routes;

/** The paths below which every amount is a decimal string, as "300000.00", instead of a number. */
public final class DecimalStrings {

    /** The beginning of every path of the service. */
    static final String NUMBERS = Routes.NUMBERS;

    /** The beginning of the same paths where amounts are strings. */
    public static final String PATHS = Routes.DECIMAL_STRINGS;

    static final String PROPERTY = "io.subsidyrules.amounts";

    private DecimalStrings() {}

    /** Whether a property of a request says that its path is one of these. */
    static boolean isAsked(Object property) {
        return Boolean.TRUE.equals(property);
    }

    /** The same path where amounts are strings; a text that holds none is itself. */
    public static String path(String numbers) {
        int at = numbers.indexOf(NUMBERS);
        return at < 0 ? numbers : numbers.substring(0, at) + PATHS + numbers.substring(at + NUMBERS.length());
    }
}
