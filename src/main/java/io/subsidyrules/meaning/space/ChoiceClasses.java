package io.subsidyrules.meaning.space;

import io.subsidyrules.dialect.lookup.ReadTables;
import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.EnumType;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.engine.fact.Facts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The classes of constants, and of true and false: those of which all tests say the same are one. */
final class ChoiceClasses {

    private final Material material;
    private final Variable.OfField variable;

    ChoiceClasses(Material material, Variable.OfField variable) {
        this.material = material;
        this.variable = variable;
    }

    List<ValueClass> all() {
        Map<List<Object>, List<Object>> alike = new LinkedHashMap<>();
        for (Object value : values()) {
            alike.computeIfAbsent(said(value), first -> new ArrayList<>()).add(value);
        }
        return alike.values().stream()
                .map(values -> (ValueClass) new ValueClass.OneOf(values))
                .toList();
    }

    /** The values that one of the rulebooks has, in their order. */
    private List<Object> values() {
        if (variable.read().type() == ValueType.BOOLEAN) {
            return List.of(true, false);
        }
        Map<String, Object> byName = new LinkedHashMap<>();
        for (Portrait portrait : material.portraits()) {
            field(portrait)
                    .flatMap(Field::constants)
                    .map(EnumType::constants)
                    .orElse(List.of())
                    .forEach(constant -> byName.putIfAbsent(constant.name(), constant));
        }
        return List.copyOf(byName.values());
    }

    private Optional<Field> field(Portrait portrait) {
        String type = variable.read().of().name();
        return portrait.vocabulary().applicant().name().equals(type)
                ? portrait.vocabulary()
                        .applicant()
                        .field(variable.read().field().name())
                : portrait.claim()
                        .flatMap(claim -> claim.field(variable.read().field().name()));
    }

    /** The truth of each test of it; itself where it is compared with another field. */
    private List<Object> said(Object value) {
        List<Object> said = new ArrayList<>();
        Situation assumed = Situation.EMPTY.with(variable, new ValueClass.OneOf(List.of(value)));
        for (Portrait portrait : material.portraits()) {
            Optional<Facts> facts = portrait.of(assumed);
            said.add(facts.isPresent());
            for (RuleTest test : material.tests()) {
                if (facts.isPresent() && test.portrait().equals(portrait) && test.reads(variable)) {
                    said.add(
                            test.others(variable).isEmpty()
                                    ? facts.get().truth(test.expression())
                                    : isByRows(test.expression()) ? "by rows" : name(value));
                }
            }
        }
        return said;
    }

    /** The rows of a table are tests of their own. */
    private static boolean isByRows(Expression expression) {
        return !ReadTables.of(expression).isEmpty()
                && expression instanceof Expression.Comparison comparison
                && !(comparison.left().type() == ValueType.CONSTANT
                        || comparison.left().type() == ValueType.BOOLEAN);
    }

    private static Object name(Object value) {
        return value instanceof Constant constant ? constant.name() : value;
    }
}
