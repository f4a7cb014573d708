package io.subsidyrules.dialect.table;

import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values of a file of one column.
 *
 * @param name of the file without its ending
 * @param title empty where nobody gave it one
 * @param values as {@link Cell#normal} has them, at least one
 */
public record ValueList(String name, Optional<Text> title, Place place, Set<Object> values) {

    public ValueList {
        values = Set.copyOf(values);
    }

    /** Whether a value of a field is one of them. */
    public boolean contains(Object value) {
        return values.contains(Cell.normal(value));
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
