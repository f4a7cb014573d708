package io.subsidyrules.yaml;

import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.FullWidth;
import io.subsidyrules.fault.Place;
import io.subsidyrules.fault.Spelling;
import io.subsidyrules.text.Shortened;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The faults of the members of one mapping, each with what to write instead. Not thread-safe. */
final class MemberFaults {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(MemberFaults.class);
    private static final Set<String> LANGUAGES = Set.of("en", "zh");
    private static final int LONGEST_QUOTE = 60;

    private final String file;
    private final Faults faults;
    private final Map<String, Text> required = new TreeMap<>();

    MemberFaults(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /** @param form what can be written where the member is missing or empty */
    void require(String key, Text form) {
        required.put(key, form);
    }

    boolean isRequired(String key) {
        return required.containsKey(key);
    }

    /** The remedy that writes a member. */
    static Text writing(String key, Text form) {
        return TEXTS.text("writeMember", key, form);
    }

    /** The texts that YAML reads as no value: nothing, a tilde, or the word null. */
    static boolean isNothing(ScalarNode scalar) {
        return scalar.getTag().equals(Tag.NULL);
    }

    /** Whether a value is none, which is a fault. */
    boolean isEmpty(ScalarNode scalar, String key) {
        if (!isNothing(scalar)) {
            return false;
        }
        String written = scalar.getValue();
        empty(scalar, key, written.isEmpty() ? TEXTS.text("nothingBehindColon") : TEXTS.text("readAsNothing", written));
        return true;
    }

    /** A text that says nothing. */
    void emptyQuotes(ScalarNode scalar, String key) {
        empty(scalar, key, TEXTS.text("nothingInQuotes"));
    }

    /** A group or a list with nothing in it. */
    void emptyBrackets(Node node, String key) {
        empty(node, key, TEXTS.text("nothingInBrackets"));
    }

    private void empty(Node node, String key, Text none) {
        Place at = YamlPlace.of(file, node.getStartMark());
        boolean word = node instanceof ScalarNode scalar && !scalar.getValue().isBlank();
        Text remedy = Optional.ofNullable(required.get(key))
                .map(form -> writing(key, form))
                .orElse(TEXTS.text("writeOrTakeOut"));
        faults.add(at, FaultCode.MEMBER_EMPTY, key, none, word ? TEXTS.text("quoteTheWord", remedy) : remedy);
        faults.settle(at);
    }

    /** A value of another kind than this one. */
    void wrongKind(Node node, String key, Text kind, Text remedy) {
        Place at = YamlPlace.of(file, node.getStartMark());
        if (!(node instanceof ScalarNode scalar) || !isWide(scalar)) {
            faults.add(at, FaultCode.MEMBER_WRONG, key, kind, remedy);
        }
        faults.settle(at);
    }

    /** A single value that cannot be read as one of this kind. */
    void unreadable(ScalarNode scalar, String key, Text kind, Text remedy) {
        wrongKind(scalar, key, notWritten(scalar, kind), remedy);
    }

    /** A number that is written in another notation; in that, characters may be full-width. */
    void otherNumber(ScalarNode scalar, String key, Text kind, Text number) {
        Place at = YamlPlace.of(file, scalar.getStartMark());
        faults.add(at, FaultCode.MEMBER_WRONG, key, notWritten(scalar, kind), writing(key, number));
        faults.settle(at);
    }

    private static Text notWritten(ScalarNode scalar, Text kind) {
        return TEXTS.text("notWritten", kind, quoted(scalar.getValue()));
    }

    /** A text without its language: what is written goes into the remedy. */
    void oneLanguage(Node node, String key) {
        String written = node instanceof ScalarNode scalar ? quoted(scalar.getValue()) : "...";
        boolean chinese = written.codePoints().anyMatch(Character::isIdeographic);
        String form = chinese
                ? "%s: { en: \"...\", zh: \"%s\" }".formatted(key, written)
                : "%s: { en: \"%s\", zh: \"...\" }".formatted(key, written);
        wrongKind(node, key, TEXTS.text("textInBothLanguages"), TEXTS.text("writeForm", form));
    }

    /** Whether a value that is not a text for people holds a full-width character, which is a fault. */
    boolean isWide(ScalarNode scalar) {
        return isWide(file, scalar, faults);
    }

    /** The same for a value that is not a member. */
    static boolean isWide(String file, ScalarNode scalar, Faults faults) {
        OptionalInt wide = FullWidth.first(scalar.getValue());
        Place start = YamlPlace.of(file, scalar.getStartMark());
        if (wide.isPresent()) {
            boolean quoted = scalar.getScalarStyle() != ScalarStyle.PLAIN;
            int index = wide.getAsInt() + (quoted ? 1 : 0);
            FullWidth.refuse(
                    scalar.getValue().charAt(wide.getAsInt()),
                    new Place(file, start.line(), start.column() + index),
                    faults);
            faults.settle(start);
        }
        return wide.isPresent();
    }

    /**
     * Reports the members that nobody asked for, and those that are missing, unless one of the former is a misspelt
     * one.
     *
     * @param place where the mapping begins
     * @param names where the name of each member is
     * @param read the names that were asked for
     */
    void unknownAndMissing(Place place, Map<String, Place> names, Set<String> read) {
        Map<String, Text> missing = new TreeMap<>(required);
        missing.keySet().removeAll(names.keySet());
        names.forEach((key, at) -> {
            if (!read.contains(key)) {
                unknown(key, at, read);
                meant(key, missing.keySet()).ifPresent(missing::remove);
            }
        });
        missing.forEach((key, form) -> {
            Text added = TEXTS.text("member", key, form);
            if (LANGUAGES.contains(key)) {
                faults.add(place, FaultCode.LANGUAGE_MISSING, key, TEXTS.text("addMember", added));
            } else {
                faults.add(place, FaultCode.MEMBER_MISSING, key, added);
            }
        });
    }

    /** The missing member that an unknown one is meant for; of a text with one language, the other one. */
    private static Optional<String> meant(String key, Set<String> missing) {
        return Spelling.nearest(FullWidth.plain(key).replaceFirst("(?s):.*", ""), missing)
                .or(() -> missing.size() == 1 && LANGUAGES.containsAll(missing)
                        ? missing.stream().findFirst()
                        : Optional.empty());
    }

    private void unknown(String key, Place at, Set<String> read) {
        OptionalInt wide = FullWidth.first(key);
        if (wide.isPresent()) {
            int index = wide.getAsInt();
            FullWidth.refuse(key.charAt(index), new Place(at.file(), at.line(), at.column() + index), faults);
        } else {
            faults.add(at, FaultCode.MEMBER_UNKNOWN, key, Spelling.remedy(key, read));
        }
    }

    private static String quoted(String value) {
        return Shortened.end(value, LONGEST_QUOTE);
    }
}
