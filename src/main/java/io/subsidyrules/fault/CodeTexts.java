package io.subsidyrules.fault;

import io.subsidyrules.text.Language;
import io.subsidyrules.text.Shortened;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sentences of a catalogue of codes: {@code CODE} says what was found, {@code CODE.remedy} what to do about it. */
public final class CodeTexts {

    private final TextCatalogue texts;

    /**
     * Reads the sentences of {@code <name>_en.properties} and {@code <name>_zh.properties}.
     *
     * @param neighbour a class of the package that the files belong to
     */
    public CodeTexts(Class<?> neighbour, String name) {
        this.texts = TextCatalogue.beside(neighbour, name);
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
        return new Text(filled(key, Language.EN, details), filled(key, Language.ZH, details));
    }

    private String filled(String key, Language language, Object... details) {
        Object[] localised =
                Stream.of(details).map(detail -> shown(detail, language)).toArray();
        boolean toCopy = Stream.of(details).anyMatch(Block.class::isInstance);
        String text = String.format(Locale.ROOT, texts.template(key, language), localised)
                .strip();
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
}
