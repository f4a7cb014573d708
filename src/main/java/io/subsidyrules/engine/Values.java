package io.subsidyrules.engine;

import io.subsidyrules.dialect.Constant;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Compares values of fields and literals, which the dialect has found to be of comparable types. */
final class Values {

    private Values() {}

    /** The value without its type: of a constant the name, of an amount its digits with two decimals. */
    static String text(Object value) {
        if (value instanceof Constant constant) {
            return constant.name();
        }
        return value instanceof BigDecimal amount ? amount.toPlainString() : value.toString();
    }

    /** The sign of a comparison; for texts, booleans and constants 0 where they are equal. */
    static int compare(Object one, Object other) {
        if (one instanceof Constant) {
            return one.equals(other) ? 0 : 1;
        }
        if (one instanceof BigDecimal || other instanceof BigDecimal) {
            return decimal(one).compareTo(decimal(other));
        }
        if (one instanceof LocalDate date) {
            return date.compareTo((LocalDate) other);
        }
        if (one instanceof Integer integer) {
            return integer.compareTo((Integer) other);
        }
        return one.equals(other) ? 0 : 1;
    }

    private static BigDecimal decimal(Object number) {
        return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf((Integer) number);
    }
}
