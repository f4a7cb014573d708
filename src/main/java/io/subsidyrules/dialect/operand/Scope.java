package io.subsidyrules.dialect.operand;

import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Operand;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The variables that are known inside a rule: its own and those of its parents. */
public final class Scope {

    private final VisibleTypes known;
    private final Map<String, FactType> facts = new HashMap<>();
    private final Map<String, Operand> values = new TreeMap<>();

    /** A scope without variables. */
    public Scope(VisibleTypes known) {
        this.known = known;
    }

    /** A scope of a rule that extends the rule of this one: its variables are visible. */
    public Scope inherited() {
        Scope scope = new Scope(known);
        scope.facts.putAll(facts);
        scope.values.putAll(values);
        return scope;
    }

    /** The types that the rule can name. */
    public VisibleTypes known() {
        return known;
    }

    /** Gives a fact a variable; false if the variable is taken. */
    public boolean bind(String variable, FactType fact) {
        return !values.containsKey(variable) && facts.putIfAbsent(variable, fact) == null;
    }

    /** Gives a field's value, or a number of members, a variable; false if the variable is taken. */
    public boolean bind(String variable, Operand value) {
        return !facts.containsKey(variable) && values.putIfAbsent(variable, value) == null;
    }

    /** The type of the fact that a variable is bound to. */
    public Optional<FactType> fact(String variable) {
        return Optional.ofNullable(facts.get(variable));
    }

    /** The field, or the number of members, that a variable is bound to. */
    public Optional<Operand> value(String variable) {
        return Optional.ofNullable(values.get(variable));
    }

    /** All variables that are bound to fields or numbers, by name. */
    public Map<String, Operand> values() {
        return values;
    }
}
