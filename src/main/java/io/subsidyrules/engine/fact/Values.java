package io.subsidyrules.engine.fact;

import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.json.JsonOutput;
import io.subsidyrules.writing.CanonicalForm;
import io.subsidyrules.writing.LookAlikeForm;
import io.subsidyrules.writing.LookAlikeHash;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The values of fields and literals: compared, as the dialect has found them to be of comparable types, and written.
 */
public final class Values {

    private Values() {}

    /** The value without its type: of a constant the name, of an amount its digits with two decimals. */
    public static String text(Object value) {
        if (value instanceof Constant constant) {
            return constant.name();
        }
        return value instanceof BigDecimal amount ? amount.toPlainString() : value.toString();
    }

    /** The sign of a comparison; for texts, booleans and constants 0 if they are equal. */
    public static int compare(Object one, Object other) {
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

    /** Writes a value of a field, or null. */
    public static void write(JsonOutput json, @Nullable Object value) {
        if (value == null) {
            json.nothing();
        } else if (value instanceof BigDecimal number) {
            json.number(number);
        } else if (value instanceof Integer number) {
            json.number(number);
        } else if (value instanceof Boolean bool) {
            json.bool(bool);
        } else if (value instanceof LocalDate date) {
            json.date(date);
        } else {
            json.string(text(value));
        }
    }

    /** The canonical form of a value, as projects are compared by. */
    public static Object canonical(Object value) {
        return formed(value, CanonicalForm::of);
    }

    /** The look of a value: two that look the same can be taken for one another. */
    public static Object look(Object value) {
        return formed(value, text -> LookAlikeForm.of(CanonicalForm.of(text)));
    }

    /** A hash code of the look of a value: equal for values that look the same. */
    public static int lookHash(Object value) {
        return isItsForm(value) ? value.hashCode() : LookAlikeHash.of(text(value));
    }

    /** Whole numbers and booleans have one form; every other value has that of its text. */
    private static Object formed(Object value, UnaryOperator<String> form) {
        return isItsForm(value) ? value : form.apply(text(value));
    }

    private static boolean isItsForm(Object value) {
        return value instanceof Integer || value instanceof Boolean;
    }

    /** A BigDecimal or an Integer as a decimal number. */
    public static BigDecimal decimal(Object number) {
        return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf((Integer) number);
    }
}
