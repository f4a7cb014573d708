package io.subsidyrules.dialect.value;

import io.subsidyrules.text.Language;
import io.subsidyrules.text.TextCatalogue;

/**
 * The unit of a number other than money.
 *
 * @param name as the rule file writes it: a word that has texts in both languages, as {@code percent}, or a sign or a
 *     word that is written as it is
 * @param decimals the most decimals that a number of it has, 0 to {@link #MOST_DECIMALS}
 */
public record NumberUnit(String name, int decimals) {

    /** The most decimals that a number can have. */
    public static final int MOST_DECIMALS = 6;

    private static final TextCatalogue UNITS = TextCatalogue.beside(NumberUnit.class, "units");
    private static final String OTHER = "other";

    /** A number with its unit: "5.5%", "3.2 tonnes". */
    public String with(String number, Language language) {
        return UNITS.all(language).containsKey(name) && !name.equals(OTHER)
                ? UNITS.text(name, language, number)
                : UNITS.text(OTHER, language, number, name);
    }
}
