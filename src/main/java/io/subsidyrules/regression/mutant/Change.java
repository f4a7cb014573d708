package io.subsidyrules.regression.mutant;

import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.Function;

/**
 * A wrong change of a part of a rulebook.
 *
 * @param text what is changed, as a sentence without its end: "the amount 300000 becomes 299999.99"
 * @param place where the changed part is written
 * @param made the part with the change
 */
record Change<T>(MutantKind kind, Text text, Place place, T made) {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Change.class);

    /** A sentence of the catalogue. */
    static Text text(String key, Object... details) {
        return TEXTS.text(key, details);
    }

    /** A change of a number, as a sentence. */
    static Text moved(String what, BigDecimal from, BigDecimal to) {
        return text(what, plain(from), plain(to));
    }

    /** A number without zeros at its end. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** The same change of something that has this part. */
    <U> Change<U> in(Function<? super T, ? extends U> outer) {
        return new Change<>(kind, text, place, outer.apply(made));
    }

    /** The same change with a sentence that begins with more. */
    Change<T> told(String key, Object... owner) {
        Object[] details = Arrays.copyOf(owner, owner.length + 1);
        details[owner.length] = text;
        return new Change<>(kind, text(key, details), place, made);
    }

    /** The same change as one of another kind. */
    Change<T> as(MutantKind other) {
        return new Change<>(other, text, place, made);
    }
}
