package io.subsidyrules.engine.values;

import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.value.TextProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Texts.
 *
 * @param field whose texts they are
 * @param alternatives a text is one of them where it fulfils all of one alternative
 */
public record TextSet(Field field, List<TextAlternative> alternatives) implements ValueSet {

    /** Beyond them the rest is given up: some texts are then missing, none is too much. */
    private static final int MOST = 32;

    public TextSet {
        alternatives = List.copyOf(alternatives);
    }

    static TextSet all(Field field) {
        return new TextSet(field, List.of(TextAlternative.ANY));
    }

    static TextSet none(Field field) {
        return new TextSet(field, List.of());
    }

    public static TextSet among(Field field, Set<String> texts, boolean not) {
        return of(
                field,
                new TextAlternative(
                        not ? Optional.empty() : Optional.of(texts),
                        List.of(),
                        not ? texts : Set.of(),
                        List.of(),
                        Map.of()));
    }

    /** The texts with a property, or without it. */
    public static TextSet having(Field field, TextProperty property, boolean not) {
        List<TextProperty> one = List.of(property);
        return of(
                field,
                new TextAlternative(
                        Optional.empty(), not ? List.of() : one, Set.of(), not ? one : List.of(), Map.of()));
    }

    private static TextSet of(Field field, TextAlternative alternative) {
        return new TextSet(field, List.of(alternative));
    }

    /** Whether no text is known to be one of them. */
    @Override
    public boolean isEmpty() {
        return alternatives.stream()
                .allMatch(alternative -> ExampleText.of(field, alternative).isEmpty());
    }

    @Override
    public ValueSet and(ValueSet other) {
        List<TextAlternative> both = new ArrayList<>();
        for (TextAlternative one : alternatives) {
            for (TextAlternative two : ((TextSet) other).alternatives) {
                if (both.size() < MOST) {
                    both.add(one.and(two));
                }
            }
        }
        return new TextSet(field, both);
    }

    @Override
    public ValueSet or(ValueSet other) {
        List<TextAlternative> either = new ArrayList<>(alternatives);
        either.addAll(((TextSet) other).alternatives);
        return new TextSet(field, either.size() > MOST ? either.subList(0, MOST) : either);
    }

    @Override
    public boolean contains(Object text) {
        return alternatives.stream().anyMatch(alternative -> alternative.test((String) text));
    }

    @Override
    public ValueSet without(Map<Object, Object> taken) {
        return new TextSet(
                field,
                alternatives.stream()
                        .map(alternative -> alternative.without(taken))
                        .toList());
    }

    @Override
    public boolean mayLookLike(Object text, Object look) {
        return alternatives.stream().anyMatch(alternative -> alternative.mayLookLike(look));
    }
}
