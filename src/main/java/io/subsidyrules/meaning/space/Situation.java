package io.subsidyrules.meaning.space;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is assumed of a request: a class for some of its variables, in the order in which they were chosen. Nothing is
 * known of the others.
 */
public record Situation(Map<Variable, ValueClass> classes) {

    /** Nothing is assumed. */
    public static final Situation EMPTY = new Situation(Map.of());

    /** The same with one more class, or another one. */
    public Situation with(Variable variable, ValueClass value) {
        Map<Variable, ValueClass> more = new LinkedHashMap<>(classes);
        more.put(variable, value);
        return new Situation(more);
    }

    /** Whether a class is assumed of a variable, that it is unknown among them. */
    public boolean has(Variable variable) {
        return classes.containsKey(variable);
    }

    /** The class that is assumed of a variable. */
    public Optional<ValueClass> of(Variable variable) {
        return Optional.ofNullable(classes.get(variable));
    }

    /** The value of a variable that is looked at; empty where it is unknown. */
    public Optional<Object> value(Variable variable) {
        return of(variable).flatMap(ValueClass::value);
    }

    /** Whether it is assumed that the variable is unknown. */
    public boolean isUnknown(Variable variable) {
        return classes.get(variable) instanceof ValueClass.Unknown;
    }
}
