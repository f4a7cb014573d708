package io.subsidyrules.dialect;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a name means inside of a rule: the types of its file, and the variables of the rule and its parents. */
final class Scope {

    private final Map<String, FactType> types;
    private final Map<String, EnumType> enums;
    private final Map<String, FactType> facts = new HashMap<>();
    private final Map<String, Operand.FieldValue> values = new TreeMap<>();

    Scope(Map<String, FactType> types, Map<String, EnumType> enums) {
        this.types = types;
        this.enums = enums;
    }

    /** A scope of a rule that extends the rule of this one: its variables are visible. */
    Scope inherited(Map<String, FactType> typesOfFile, Map<String, EnumType> enumsOfFile) {
        Scope scope = new Scope(typesOfFile, enumsOfFile);
        scope.facts.putAll(facts);
        scope.values.putAll(values);
        return scope;
    }

    Map<String, FactType> types() {
        return types;
    }

    Map<String, EnumType> enums() {
        return enums;
    }

    /** Gives a fact a variable; false where the variable is taken. */
    boolean bind(String variable, FactType fact) {
        return !values.containsKey(variable) && facts.putIfAbsent(variable, fact) == null;
    }

    /** Gives a field's value a variable; false where the variable is taken. */
    boolean bind(String variable, Operand.FieldValue value) {
        return !facts.containsKey(variable) && values.putIfAbsent(variable, value) == null;
    }

    Optional<FactType> fact(String variable) {
        return Optional.ofNullable(facts.get(variable));
    }

    Optional<Operand.FieldValue> value(String variable) {
        return Optional.ofNullable(values.get(variable));
    }

    Map<String, Operand.FieldValue> values() {
        return values;
    }
}
