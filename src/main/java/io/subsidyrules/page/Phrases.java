package io.subsidyrules.page;

import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * The words of pages that no rule file has, in one language.
 *
 * @param phrases by their keys
 */
public record Phrases(Language language, Properties phrases) {

    /**
     * The phrases of a properties file in one language.
     *
     * @param beside a class in whose package the file is
     * @param name of the file, before {@code _en.properties} and {@code _zh.properties}
     */
    public static Phrases read(Class<?> beside, String name, Language language) {
        return new Phrases(language, TextCatalogue.beside(beside, name).all(language));
    }

    /** The phrase of a key, with the details put in. */
    public String say(String key, Object... details) {
        String phrase = phrases.getProperty(key);
        if (phrase == null) {
            throw new IllegalStateException("There is no phrase %s in %s.".formatted(key, language));
        }
        return details.length == 0 ? phrase : String.format(Locale.ROOT, phrase, details);
    }

    /** The text in this language. */
    public String say(Text text) {
        return text.in(language);
    }

    /** The words with what this language puts between them; the phrase {@code comma} says what. */
    public String list(List<String> words) {
        return String.join(say("comma"), words);
    }

    /** The title of a field or a type as it is at the beginning of a line. */
    public static String heading(String title) {
        int first = title.offsetByCodePoints(0, 1);
        return title.substring(0, first).toUpperCase(Locale.ROOT) + title.substring(first);
    }
}
