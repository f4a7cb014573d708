package io.subsidyrules.engine.stake;

import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.value.Operator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The constants that a rule's conditions demand of fields.
 *
 * @param constants by field, the constants of which it must have one; a field that is not here is free. Constants are
 *     those of an enum, and true and false.
 */
record RequiredConstants(Map<Operand.FieldValue, Set<Object>> constants) {

    static RequiredConstants of(Rule rule) {
        Map<Operand.FieldValue, Set<Object>> demands = new HashMap<>();
        rule.conditions().forEach(condition -> merge(demands, of(condition.expression())));
        return new RequiredConstants(demands);
    }

    private static Map<Operand.FieldValue, Set<Object>> of(Expression expression) {
        return expression.match(new OfExpression());
    }

    /** The demands of each kind of expression. */
    private static final class OfExpression implements Expression.Cases<Map<Operand.FieldValue, Set<Object>>> {

        @Override
        public Map<Operand.FieldValue, Set<Object>> comparison(Expression.Comparison comparison) {
            if (comparison.operator().isEquality()) {
                boolean not = comparison.operator() == Operator.NOT_EQUAL;
                if (comparison.left() instanceof Operand.FieldValue field
                        && comparison.right() instanceof Operand.Literal literal) {
                    return of(field, List.of(literal), not);
                }
                if (comparison.right() instanceof Operand.FieldValue field
                        && comparison.left() instanceof Operand.Literal literal) {
                    return of(field, List.of(literal), not);
                }
            }
            return Map.of();
        }

        @Override
        public Map<Operand.FieldValue, Set<Object>> membership(Expression.Membership membership) {
            return membership.left() instanceof Operand.FieldValue field
                    ? of(field, membership.members(), membership.not())
                    : Map.of();
        }

        @Override
        public Map<Operand.FieldValue, Set<Object>> listed(Expression.Listed listed) {
            Set<Object> possible = possible(listed.left().field());
            boolean constants = !possible.isEmpty();
            possible.removeIf(value -> !listed.passes(value));
            return constants ? Map.of(listed.left(), possible) : Map.of();
        }

        /** Texts are no constants. */
        @Override
        public Map<Operand.FieldValue, Set<Object>> text(Expression.TextTest test) {
            return Map.of();
        }

        @Override
        public Map<Operand.FieldValue, Set<Object>> junction(Expression.Junction junction) {
            return junction.all() ? all(junction.parts()) : any(junction.parts());
        }

        @Override
        public Map<Operand.FieldValue, Set<Object>> earlier(Expression.EarlierAward earlier) {
            return Map.of();
        }
    }

    private static Map<Operand.FieldValue, Set<Object>> of(
            Operand.FieldValue field, List<Operand.Literal> literals, boolean not) {
        Set<Object> possible = possible(field.field());
        if (possible.isEmpty()) {
            return Map.of();
        }
        Set<Object> named = new HashSet<>();
        literals.forEach(literal -> named.add(literal.value()));
        if (not) {
            possible.removeAll(named);
        } else {
            possible.retainAll(named);
        }
        return Map.of(field, possible);
    }

    private static Set<Object> possible(Field field) {
        Set<Object> possible = new HashSet<>();
        switch (field.type()) {
            case CONSTANT -> {
                List<Constant> constants = field.constants().orElseThrow().constants();
                possible.addAll(constants);
            }
            case BOOLEAN -> possible.addAll(List.of(true, false));
            default -> {}
        }
        return possible;
    }

    private static Map<Operand.FieldValue, Set<Object>> all(List<Expression> parts) {
        Map<Operand.FieldValue, Set<Object>> demands = new HashMap<>();
        parts.forEach(part -> merge(demands, of(part)));
        return demands;
    }

    /** Among alternatives, only a field on which every one makes a demand is not free. */
    private static Map<Operand.FieldValue, Set<Object>> any(List<Expression> parts) {
        Map<Operand.FieldValue, Set<Object>> demands = new HashMap<>(of(parts.get(0)));
        for (Expression part : parts.subList(1, parts.size())) {
            Map<Operand.FieldValue, Set<Object>> others = of(part);
            demands.keySet().retainAll(others.keySet());
            demands.replaceAll((field, constants) -> {
                Set<Object> union = new HashSet<>(constants);
                union.addAll(others.getOrDefault(field, Set.of()));
                return union;
            });
        }
        return demands;
    }

    private static void merge(Map<Operand.FieldValue, Set<Object>> demands, Map<Operand.FieldValue, Set<Object>> more) {
        more.forEach((field, constants) -> demands.merge(field, constants, (one, other) -> {
            Set<Object> both = new HashSet<>(one);
            both.retainAll(other);
            return both;
        }));
    }
}
