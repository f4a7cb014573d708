package io.subsidyrules.dialect.value;

import io.subsidyrules.text.Language;
import io.subsidyrules.text.TextCatalogue;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
    private static final TextCatalogue SIGNS = TextCatalogue.beside(NumberUnit.class, "signs");
    private static final String OTHER = "other";

    /** The unit with words in both languages that another sign or word means; empty if it means none. */
    public Optional<String> meant() {
        Set<String> known = UNITS.all(Language.EN).stringPropertyNames();
        String written = plain(name);
        return known.contains(name)
                ? Optional.empty()
                : known.stream()
                        .filter(unit -> !unit.equals(OTHER) && names(unit).anyMatch(written::equals))
                        .findFirst();
    }

    /** The name of a unit, its words, one of the English ones too, and the usual signs for it. */
    private static Stream<String> names(String unit) {
        String english = UNITS.text(unit, Language.EN, "").strip();
        Stream<String> words = Stream.of(
                unit,
                english,
                english.replaceFirst("s$", ""),
                UNITS.text(unit, Language.ZH, "").strip());
        Stream<String> signs = Stream.of(Language.values())
                .flatMap(language ->
                        Stream.of(SIGNS.all(language).getProperty(unit, "").split(" ")));
        return Stream.concat(words, signs).map(NumberUnit::plain).filter(word -> !word.isEmpty());
    }

    private static String plain(String unit) {
        return unit.strip().replace('％', '%').toLowerCase(Locale.ROOT);
    }

    /** A number with its unit: "5.5%", "3.2 tonnes". */
    public String with(String number, Language language) {
        return UNITS.all(language).containsKey(name) && !name.equals(OTHER)
                ? UNITS.text(name, language, number)
                : UNITS.text(OTHER, language, number, name);
    }
}
