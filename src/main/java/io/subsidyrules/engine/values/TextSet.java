package io.subsidyrules.engine.values;

import com.google.re2j.Pattern;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.TextProperty;
import io.subsidyrules.engine.fact.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Texts.
 *
 * @param field whose texts they are
 * @param alternatives a text is one of them where it fulfils all of one alternative
 */
public record TextSet(Field field, List<Alternative> alternatives) implements ValueSet {

    /** Beyond them the rest is given up: some texts are then missing, none is too much. */
    private static final int MOST = 32;

    public TextSet {
        alternatives = List.copyOf(alternatives);
    }

    /**
     * What a text must be and must not be.
     *
     * @param among one of these; empty where it may be any
     * @param properties that it must have
     * @param lacking properties that it must not have
     * @param taken texts that it must not look like, by their looks
     */
    public record Alternative(
            Optional<Set<String>> among,
            List<TextProperty> properties,
            Set<String> not,
            List<TextProperty> lacking,
            Map<Object, Object> taken) {

        /** The characters that a look can begin with though the text begins otherwise: with a label, a numeral or zeros. */
        private static final String DOUBTFUL = "ol23456789nvx第编项标文名";

        static final Alternative ANY = new Alternative(Optional.empty(), List.of(), Set.of(), List.of(), Map.of());

        public boolean test(String text) {
            return among.map(texts -> texts.contains(text)).orElse(true)
                    && properties.stream().allMatch(property -> property.of(text))
                    && !not.contains(text)
                    && lacking.stream().noneMatch(property -> property.of(text))
                    && (taken.isEmpty() || !taken.containsKey(Values.look(text)));
        }

        /** The same without texts that look like those; what none of them can look like is left out. */
        Alternative without(Map<Object, Object> more) {
            Map<Object, Object> all = new LinkedHashMap<>(taken);
            more.forEach((look, text) -> {
                if (beginnings().noneMatch(beginning -> beginsOtherwise(beginning, look))) {
                    all.put(look, text);
                }
            });
            return new Alternative(among, properties, not, lacking, Collections.unmodifiableMap(all));
        }

        /** The texts that it must have at an end. */
        public Stream<String> affixes(TextProperty.End end) {
            return properties.stream()
                    .filter(property -> property instanceof TextProperty.Affix affix && affix.end() == end)
                    .map(property -> ((TextProperty.Affix) property).affix());
        }

        /** The patterns that it must match. */
        public Stream<Pattern> patterns() {
            return properties.stream()
                    .filter(TextProperty.Form.class::isInstance)
                    .map(property -> ((TextProperty.Form) property).pattern());
        }

        private Stream<String> beginnings() {
            return affixes(TextProperty.End.START);
        }

        boolean mayLookLike(Object look) {
            return among.map(texts -> texts.stream()
                            .anyMatch(text -> test(text) && Values.look(text).equals(look)))
                    .orElseGet(() -> beginnings().noneMatch(beginning -> beginsOtherwise(beginning, look)));
        }

        private static boolean beginsOtherwise(String beginning, Object look) {
            String start = Values.look(beginning).toString();
            return !start.isEmpty()
                    && DOUBTFUL.indexOf(start.codePointAt(0)) < 0
                    && !look.toString().startsWith(start.substring(0, 1));
        }

        Alternative and(Alternative other) {
            return new Alternative(
                    both(among, other.among),
                    joined(properties, other.properties),
                    Set.copyOf(joined(List.copyOf(not), List.copyOf(other.not))),
                    joined(lacking, other.lacking),
                    both(taken, other.taken));
        }

        private static Map<Object, Object> both(Map<Object, Object> one, Map<Object, Object> other) {
            Map<Object, Object> both = new LinkedHashMap<>(one);
            both.putAll(other);
            return Collections.unmodifiableMap(both);
        }

        private static Optional<Set<String>> both(Optional<Set<String>> one, Optional<Set<String>> other) {
            if (one.isEmpty() || other.isEmpty()) {
                return one.or(() -> other);
            }
            Set<String> both = new LinkedHashSet<>(one.get());
            both.retainAll(other.get());
            return Optional.of(both);
        }

        private static <T> List<T> joined(List<T> one, List<T> other) {
            Set<T> joined = new LinkedHashSet<>(one);
            joined.addAll(other);
            return List.copyOf(joined);
        }
    }

    static TextSet all(Field field) {
        return new TextSet(field, List.of(Alternative.ANY));
    }

    static TextSet none(Field field) {
        return new TextSet(field, List.of());
    }

    public static TextSet among(Field field, Set<String> texts, boolean not) {
        return of(
                field,
                new Alternative(
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
                new Alternative(Optional.empty(), not ? List.of() : one, Set.of(), not ? one : List.of(), Map.of()));
    }

    private static TextSet of(Field field, Alternative alternative) {
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
        List<Alternative> both = new ArrayList<>();
        for (Alternative one : alternatives) {
            for (Alternative two : ((TextSet) other).alternatives) {
                if (both.size() < MOST) {
                    both.add(one.and(two));
                }
            }
        }
        return new TextSet(field, both);
    }

    @Override
    public ValueSet or(ValueSet other) {
        List<Alternative> either = new ArrayList<>(alternatives);
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
