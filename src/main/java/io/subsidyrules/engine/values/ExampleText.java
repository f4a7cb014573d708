package io.subsidyrules.engine.values;

import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.value.TextProperty;
import io.subsidyrules.engine.fact.TextRefusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for a text that a field can have and that fulfils an alternative: it shows that there is one. */
public final class ExampleText {

    private static final int LONGEST_FILLING = 40;

    /** No more patterns are looked into for a beginning. */
    private static final int MOST_PATTERNS = 2;

    /** The characters that a code or a name is mostly made of. */
    private static final List<String> FILLINGS = List.of("0", "1", "A", "a", "一");

    private ExampleText() {}

    public static Optional<String> of(Field field, TextAlternative alternative) {
        if (alternative.among().isPresent()) {
            return alternative.among().get().stream()
                    .filter(text -> isPossible(field, text) && alternative.test(text))
                    .findFirst();
        }
        String end = longest(alternative, TextProperty.End.END);
        return beginnings(alternative)
                .flatMap(beginning -> filled(field, alternative, beginning, end).stream())
                .findFirst()
                .or(() -> written(field, alternative));
    }

    /** The text that it must begin with, then those that its patterns may begin with. */
    private static Stream<String> beginnings(TextAlternative alternative) {
        return Stream.concat(
                Stream.of(longest(alternative, TextProperty.End.START)),
                alternative
                        .patterns()
                        .map(pattern -> PatternSample.of(pattern.pattern()))
                        .filter(text -> !text.isEmpty() && text.length() <= LONGEST_FILLING)
                        .limit(MOST_PATTERNS));
    }

    private static Optional<String> filled(Field field, TextAlternative alternative, String beginning, String end) {
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
        return Optional.empty();
    }

    /** A pattern that is a text itself. */
    private static Optional<String> written(Field field, TextAlternative alternative) {
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
        return TextRefusal.of(text, Field.LONGEST_TEXT).isEmpty()
                && TextRefusal.of(field, text).isEmpty();
    }
}
