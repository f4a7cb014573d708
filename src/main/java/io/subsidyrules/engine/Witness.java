package io.subsidyrules.engine;

import io.subsidyrules.dialect.Field;
import io.subsidyrules.dialect.TextProperty;
import io.subsidyrules.writing.Saying;
import io.subsidyrules.writing.Unseen;
import java.util.List;
import java.util.Optional;

/** Looks for a text that a field can have and that fulfils an alternative: it shows that there is one. */
final class Witness {

    private static final int LONGEST_FILLING = 40;

    /** The characters that a code or a name is mostly made of. */
    private static final List<String> FILLINGS = List.of("0", "1", "A", "a", "一");

    private Witness() {}

    static Optional<String> of(Field field, Texts.Alternative alternative) {
        if (alternative.among().isPresent()) {
            return alternative.among().get().stream()
                    .filter(text -> isPossible(field, text) && alternative.test(text))
                    .findFirst();
        }
        String beginning = alternative
                .affixes(TextProperty.End.START)
                .reduce("", (one, other) -> one.length() >= other.length() ? one : other);
        for (String filling : FILLINGS) {
            for (int length = 0; length <= LONGEST_FILLING; length++) {
                String text = beginning + filling.repeat(length);
                if (isPossible(field, text) && alternative.test(text)) {
                    return Optional.of(text);
                }
            }
        }
        return alternative
                .patterns()
                .map(pattern -> pattern.pattern())
                .filter(text -> isPossible(field, text) && alternative.test(text))
                .findFirst();
    }

    /** Whether a request can give the field this text. */
    static boolean isPossible(Field field, String text) {
        return text.codePointCount(0, text.length()) <= FieldReader.LONGEST_STRING
                && Unseen.first(text).isEmpty()
                && (field.key() == Field.Key.NONE || !Saying.nothing(text))
                && field.pattern().map(pattern -> pattern.matches(text)).orElse(true)
                && field.check().map(check -> check.accepts(text)).orElse(true);
    }
}
