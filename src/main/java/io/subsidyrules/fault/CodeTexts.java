package io.subsidyrules.fault;

import io.subsidyrules.text.Language;
import io.subsidyrules.text.Shortened;
import io.subsidyrules.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sentences of a catalogue of codes: {@code CODE} says what was found, {@code CODE.remedy} what to do about it. */
public final class CodeTexts {

    private final Properties english;
    private final Properties chinese;

    /**
     * Reads the sentences of {@code <name>_en.properties} and {@code <name>_zh.properties}.
     *
     * @param neighbour a class of the package that the files belong to
     */
    public CodeTexts(Class<?> neighbour, String name) {
        this.english = read(neighbour, name + "_en.properties");
        this.chinese = read(neighbour, name + "_zh.properties");
    }

    /** The sentence of a code, with the details put in; a {@link Text} among them in its language. */
    public Text sentence(Enum<?> code, Object... details) {
        return text(code.name(), details);
    }

    /** The remedy of a code, with the same details. */
    public Text remedy(Enum<?> code, Object... details) {
        return text(code.name() + ".remedy", details);
    }

    private Text text(String key, Object... details) {
        return new Text(filled(english, key, Language.EN, details), filled(chinese, key, Language.ZH, details));
    }

    private static String filled(Properties texts, String key, Language language, Object... details) {
        String template = texts.getProperty(key);
        if (template == null) {
            throw new IllegalStateException("The code %s has no text in %s.".formatted(key, language));
        }
        Object[] localised =
                Stream.of(details).map(detail -> shown(detail, language)).toArray();
        boolean toCopy = Stream.of(details).anyMatch(Block.class::isInstance);
        String text = String.format(Locale.ROOT, template, localised).strip();
        return Shortened.end(text, Shortened.SENTENCE + (toCopy ? Shortened.LINES : 0));
    }

    /** A detail without what steers or hides, cut where it is long; only lines to copy keep their breaks. */
    private static String shown(Object detail, Language language) {
        if (detail instanceof Block block) {
            String lines = block.lines().lines().map(Excerpt::visible).collect(Collectors.joining("\n", "\n", ""));
            return Shortened.lines(lines, Shortened.LINES);
        }
        return Excerpt.visible(
                detail instanceof Text text
                        ? Shortened.middle(text.in(language), Shortened.PART)
                        : Shortened.middle(detail.toString(), Shortened.VALUE));
    }

    private static Properties read(Class<?> neighbour, String name) {
        try (InputStream in = Objects.requireNonNull(neighbour.getResourceAsStream(name), name);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
