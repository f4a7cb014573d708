package io.subsidyrules.engine.values;

import io.subsidyrules.engine.fact.Values;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The values of one field, or of the date of the evaluation, for which something holds. Values of a field have its
 * type.
 */
public sealed interface ValueSet permits ValueSet.Choices, NumberSet, TextSet {

    boolean isEmpty();

    boolean contains(Object value);

    /**
     * The values of a key without those that look like one that is taken.
     *
     * @param taken values by their looks, as {@link Values#look} says
     */
    ValueSet without(Map<Object, Object> taken);

    /** Whether there may be a value among them that looks like that one. */
    boolean mayLookLike(Object value, Object look);

    /** The values that are in both; the other one is of the same field. */
    ValueSet and(ValueSet other);

    /** The values that are in one of the two; the other one is of the same field. */
    ValueSet or(ValueSet other);

    /** Constants of an enum, or true and false, in the order of the vocabulary. */
    record Choices(Set<Object> values) implements ValueSet {

        public Choices(Iterable<?> values) {
            this(inOrder(values));
        }

        private static Set<Object> inOrder(Iterable<?> values) {
            Set<Object> ordered = new LinkedHashSet<>();
            values.forEach(ordered::add);
            return ordered;
        }

        @Override
        public boolean isEmpty() {
            return values.isEmpty();
        }

        @Override
        public boolean contains(Object value) {
            return values.contains(value);
        }

        @Override
        public ValueSet without(Map<Object, Object> taken) {
            return new Choices(values.stream()
                    .filter(one -> !taken.containsKey(Values.look(one)))
                    .toList());
        }

        @Override
        public boolean mayLookLike(Object value, Object look) {
            return values.stream().anyMatch(one -> Values.look(one).equals(look));
        }

        @Override
        public ValueSet and(ValueSet other) {
            Set<Object> both = new LinkedHashSet<>(values);
            both.retainAll(((Choices) other).values);
            return new Choices(both);
        }

        @Override
        public ValueSet or(ValueSet other) {
            Set<Object> either = new LinkedHashSet<>(values);
            either.addAll(((Choices) other).values);
            return new Choices(either);
        }
    }
}
