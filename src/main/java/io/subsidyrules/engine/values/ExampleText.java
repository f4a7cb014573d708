package io.subsidyrules.engine.values;

import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.TextProperty;
import io.subsidyrules.writing.Saying;
import io.subsidyrules.writing.Unseen;
import java.util.List;
import java.util.Optional;

/** Looks for a text that a field can have and that fulfils an alternative: it shows that there is one. */
public final class ExampleText {

    private static final int LONGEST_FILLING = 40;

    /** The characters that a code or a name is mostly made of. */
    private static final List<String> FILLINGS = List.of("0", "1", "A", "a", "一");

    private ExampleText() {}

    public static Optional<String> of(Field field, TextAlternative alternative) {
        if (alternative.among().isPresent()) {
            return alternative.among().get().stream()
                    .filter(text -> isPossible(field, text) && alternative.test(text))
                    .findFirst();
        }
        String beginning = longest(alternative, TextProperty.End.START);
        String end = longest(alternative, TextProperty.End.END);
        for (String filling : FILLINGS) {
            for (int length = -Math.min(beginning.length(), end.length()); length <= LONGEST_FILLING; length++) {
                Optional<String> text = length < 0
                        ? overlapping(beginning, end, -length)
                        : Optional.of(beginning + filling.repeat(length) + end);
                if (text.filter(one -> isPossible(field, one) && alternative.test(one))
                        .isPresent()) {
                    return text;
                }
            }
        }
        return alternative
                .patterns()
                .map(pattern -> pattern.pattern())
                .filter(text -> isPossible(field, text) && alternative.test(text))
                .findFirst();
    }

    private static String longest(TextAlternative alternative, TextProperty.End end) {
        return alternative.affixes(end).reduce("", (one, other) -> one.length() >= other.length() ? one : other);
    }

    /** The two texts in one, where the last characters of the first are the first ones of the second. */
    private static Optional<String> overlapping(String beginning, String end, int length) {
        return beginning.endsWith(end.substring(0, length))
                ? Optional.of(beginning + end.substring(length))
                : Optional.empty();
    }

    /** Whether a request can give the field this text. */
    public static boolean isPossible(Field field, String text) {
        return text.codePointCount(0, text.length()) <= Field.LONGEST_TEXT
                && Unseen.first(text).isEmpty()
                && (field.key() == Field.Key.NONE || !Saying.nothing(text))
                && field.pattern().map(pattern -> pattern.matches(text)).orElse(true)
                && field.check().map(check -> check.accepts(text)).orElse(true);
    }
}
