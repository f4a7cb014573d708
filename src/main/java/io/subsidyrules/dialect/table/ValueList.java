package io.subsidyrules.dialect.table;

import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values of a file of one column. Immutable but for what is kept of them, and safe for many threads. */
public final class ValueList {

    private final String name;
    private final Optional<Text> title;
    private final Place place;
    private final Set<Object> values;
    private final Map<Object, Object> kept = new ConcurrentHashMap<>();

    /**
     * A list.
     *
     * @param name of the file without its ending
     * @param title empty where nobody gave it one
     * @param values as {@link Cell#normal} has them, at least one
     */
    public ValueList(String name, Optional<Text> title, Place place, Set<Object> values) {
        this.name = name;
        this.title = title;
        this.place = place;
        this.values = Set.copyOf(values);
    }

    /** The name of the file without its ending. */
    public String name() {
        return name;
    }

    /** The title; empty where nobody gave it one. */
    public Optional<Text> title() {
        return title;
    }

    /** The beginning of the file. */
    public Place place() {
        return place;
    }

    /** The values, as {@link Cell#normal} has them. */
    public Set<Object> values() {
        return values;
    }

    /** Whether a value of a field is one of them. */
    public boolean contains(Object value) {
        return values.contains(Cell.normal(value));
    }

    /**
     * What takes long to work out from so many values: it is worked out once, and kept as long as the list is.
     *
     * @param form what it is worked out to; there are few
     * @param work gives the same for equal forms
     */
    @SuppressWarnings("unchecked")
    public <K, T> T kept(K form, Function<K, T> work) {
        return (T) kept.computeIfAbsent(form, first -> work.apply(form));
    }

    /** A file has one list for each type that its values are read as. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ValueList list && list.place.equals(place) && list.values.equals(values));
    }

    @Override
    public int hashCode() {
        return place.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
