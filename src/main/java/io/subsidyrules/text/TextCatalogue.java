package io.subsidyrules.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Texts in both languages by their keys, from two properties files in UTF-8 that belong to one package:
 * {@code <name>_en.properties} and {@code <name>_zh.properties}. A text that takes details has {@code %s}, or
 * {@code %1$s} where it needs them in another order; in such a text a percent sign is written {@code %%}. Safe for many
 * threads.
 */
public final class TextCatalogue {

    private static final Map<String, TextCatalogue> READ = new ConcurrentHashMap<>();

    private final String name;
    private final Properties english;
    private final Properties chinese;

    private TextCatalogue(Class<?> neighbour, String name) {
        this.name = neighbour.getPackageName() + "." + name;
        this.english = read(neighbour, name + "_en.properties");
        this.chinese = read(neighbour, name + "_zh.properties");
    }

    /** The catalogue {@code texts} of the package of a class. */
    public static TextCatalogue beside(Class<?> neighbour) {
        return beside(neighbour, "texts");
    }

    /** The catalogue of that name in the package of a class. */
    public static TextCatalogue beside(Class<?> neighbour, String name) {
        return READ.computeIfAbsent(
                neighbour.getPackageName() + "/" + name, unread -> new TextCatalogue(neighbour, name));
    }

    /** The text of a key, with the details put in; a {@link Text} among them in its language. */
    public Text text(String key, Object... details) {
        return new Text(text(key, Language.EN, details), text(key, Language.ZH, details));
    }

    /** The same in one language. */
    public String text(String key, Language language, Object... details) {
        if (details.length == 0) {
            return template(key, language);
        }
        Object[] localised = Stream.of(details)
                .map(detail -> detail instanceof Text text ? text.in(language) : detail)
                .toArray();
        return String.format(Locale.ROOT, template(key, language), localised);
    }

    /**
     * The text of a key before any details are put in.
     *
     * @throws IllegalArgumentException if the catalogue has no such key
     */
    public String template(String key, Language language) {
        String template = all(language).getProperty(key);
        if (template == null) {
            throw new IllegalArgumentException("The catalogue %s has no text %s in %s.".formatted(name, key, language));
        }
        return template;
    }

    /** All texts in one language, by their keys. */
    public Properties all(Language language) {
        return language == Language.ZH ? chinese : english;
    }

    private static Properties read(Class<?> neighbour, String file) {
        Properties texts = new Properties();
        try {
            texts.load(new StringReader(Resource.text(neighbour, file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts;
    }
}
