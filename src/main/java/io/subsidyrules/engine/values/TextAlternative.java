package io.subsidyrules.engine.values;

import com.google.re2j.Pattern;
import io.subsidyrules.dialect.value.TextProperty;
import io.subsidyrules.engine.fact.Values;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One way in which a text can be among some texts: all that it must be, and must not be.
 *
 * @param among one of these; empty if it may be any
 * @param properties that it must have
 * @param lacking properties that it must not have
 * @param taken texts that it must not look like, by their looks
 */
public record TextAlternative(
        Optional<Set<String>> among,
        List<TextProperty> properties,
        Set<String> not,
        List<TextProperty> lacking,
        Map<Object, Object> taken) {

    /** The characters that a look can begin with though the text begins otherwise: with a label, a numeral or zeros. */
    private static final String DOUBTFUL = "ol23456789nvx第编项标文名";

    static final TextAlternative ANY = new TextAlternative(Optional.empty(), List.of(), Set.of(), List.of(), Map.of());

    public boolean test(String text) {
        return among.map(texts -> texts.contains(text)).orElse(true)
                && properties.stream().allMatch(property -> property.of(text))
                && !not.contains(text)
                && lacking.stream().noneMatch(property -> property.of(text))
                && (taken.isEmpty() || !taken.containsKey(Values.look(text)));
    }

    /** The same without texts that look like those; what none of them can look like is left out. */
    TextAlternative without(Map<Object, Object> more) {
        Map<Object, Object> all = new LinkedHashMap<>(taken);
        more.forEach((look, text) -> {
            if (beginnings().noneMatch(beginning -> beginsOtherwise(beginning, look))) {
                all.put(look, text);
            }
        });
        return new TextAlternative(among, properties, not, lacking, Collections.unmodifiableMap(all));
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

    TextAlternative and(TextAlternative other) {
        return new TextAlternative(
                both(among, other.among),
                joined(properties, other.properties),
                both(not, other.not),
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

    /** Lists of many texts are not copied where they are alone. */
    private static Set<String> both(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty() || one == other) {
            return one.isEmpty() ? other : one;
        }
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return Collections.unmodifiableSet(both);
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        Set<T> joined = new LinkedHashSet<>(one);
        joined.addAll(other);
        return List.copyOf(joined);
    }
}
