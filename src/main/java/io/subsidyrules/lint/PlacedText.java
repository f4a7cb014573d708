package io.subsidyrules.lint;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.EnumType;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A text in both languages.
 *
 * @param place where its English begins, or what it is the title of
 */
record PlacedText(Place place, Text text) {

    /** The titles in rule files. */
    static Stream<PlacedText> ofRules(RuleBook book) {
        List<FactType> types = types(book);
        return Stream.of(
                        types.stream().map(type -> new PlacedText(type.place(), type.title())),
                        types.stream()
                                .flatMap(type -> type.fields().stream())
                                .map(field -> new PlacedText(field.place(), field.title())),
                        enums(book).flatMap(type -> type.constants().stream()
                                .map(constant -> new PlacedText(type.place(), constant.title()))),
                        book.rules().stream().flatMap(PlacedText::ofConditions))
                .flatMap(part -> part)
                .distinct();
    }

    private static Stream<PlacedText> ofConditions(Rule rule) {
        return rule.conditions().stream().flatMap(PlacedText::of);
    }

    private static Stream<PlacedText> of(Condition condition) {
        return condition.title().map(title -> new PlacedText(condition.place(), title)).stream();
    }

    /** All types of facts of a book. */
    static List<FactType> types(RuleBook book) {
        return Stream.of(
                        Stream.of(book.vocabulary().applicant()),
                        book.vocabulary().claims().stream(),
                        book.vocabulary().members().stream())
                .flatMap(part -> part)
                .toList();
    }

    /** The enums of the fields of a book, each once. */
    static Stream<EnumType> enums(RuleBook book) {
        return types(book).stream()
                .flatMap(type -> type.fields().stream())
                .map(Field::constants)
                .flatMap(Optional::stream)
                .distinct();
    }
}
