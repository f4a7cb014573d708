package io.subsidyrules.lint;

import io.subsidyrules.lint.written.NumberWords;
import io.subsidyrules.lint.written.WrittenNumbers;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Texts whose two languages differ in a number: one has it in digits, and the other neither so nor in words. */
final class TwinTexts {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(TwinTexts.class);

    private TwinTexts() {}

    static Stream<LintFinding> of(Stream<PlacedText> texts) {
        return texts.flatMap(placed -> difference(placed.text()).stream()
                .map(difference -> LintFinding.of(placed.place(), LintCode.TEXTS_DIFFER, difference)));
    }

    private static Optional<Text> difference(Text text) {
        List<String> english = alone(text.en(), text.zh());
        List<String> chinese = alone(text.zh(), text.en());
        return Stream.of(only("onlyEnglish", english), only("onlyChinese", chinese))
                .flatMap(Optional::stream)
                .reduce((one, other) -> TEXTS.text("bothHave", one, other));
    }

    private static Optional<Text> only(String key, List<String> numbers) {
        return numbers.isEmpty() ? Optional.empty() : Optional.of(TEXTS.text(key, LintFinding.listed(numbers)));
    }

    /** The numbers that only the first of two texts has. */
    private static List<String> alone(String text, String other) {
        List<WrittenNumbers.Figure> figures = WrittenNumbers.of(text);
        if (figures.isEmpty()) {
            return List.of();
        }
        Set<BigDecimal> known = new TreeSet<>(NumberWords.of(other));
        WrittenNumbers.of(other).forEach(figure -> known.addAll(figure.values()));
        return figures.stream()
                .filter(figure -> Collections.disjoint(known, figure.values()))
                .map(WrittenNumbers.Figure::written)
                .distinct()
                .toList();
    }
}
