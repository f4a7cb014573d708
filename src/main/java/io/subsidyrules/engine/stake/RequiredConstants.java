package io.subsidyrules.engine.stake;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.value.Operator;
import io.subsidyrules.dialect.value.TextProperty;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Values;
import io.subsidyrules.engine.fact.Variables;
import io.subsidyrules.engine.values.ValueSet;
import io.subsidyrules.engine.values.ValueSolver;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The constants that a rule's conditions demand, and what else can be one of a few things.
 *
 * @param constants by what they are demanded of, those of which it must be one; what is not here is free. Of a field
 *     they are constants of an enum, true and false, or kinds of texts, and of a table the numbers that it has; of a
 *     property of a text, of a choice of earlier awards and of a number of members, true where there must be one and
 *     false where there must be none.
 */
record RequiredConstants(Map<Object, Set<Object>> constants) {

    /** Whether the text of a field has a property. */
    private record Having(Operand.FieldValue field, TextProperty property) {}

    /** @param unknown the facts of which nothing is known */
    static RequiredConstants of(Rule rule, Distinctions distinctions, Facts unknown) {
        OfExpression reader = new OfExpression(distinctions, unknown);
        return new RequiredConstants(
                reader.all(rule.conditions().stream().map(Condition::expression).toList()));
    }

    /** Those of fields that are constants of an enum, true or false. */
    RequiredConstants ofEnums() {
        return new RequiredConstants(constants.entrySet().stream()
                .filter(demand -> demand.getKey() instanceof Operand.FieldValue field && field.type() != ValueType.TEXT)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The demands of each kind of expression. */
    private record OfExpression(Distinctions distinctions, Facts unknown)
            implements Expression.Cases<Map<Object, Set<Object>>> {

        @Override
        public Map<Object, Set<Object>> comparison(Expression.Comparison comparison) {
            Map<Object, Set<Object>> demands = new HashMap<>();
            if (comparison.right() instanceof Operand.Literal literal) {
                demands.putAll(compared(comparison.left(), comparison.operator(), literal));
            } else if (comparison.left() instanceof Operand.Literal literal) {
                demands.putAll(
                        compared(comparison.right(), comparison.operator().mirrored(), literal));
            }
            if (comparison.hasLookup()) {
                demands.putAll(keys(comparison));
            }
            return demands;
        }

        private Map<Object, Set<Object>> compared(Operand operand, Operator operator, Operand.Literal literal) {
            if (operand instanceof Operand.FieldValue field) {
                return operator.isEquality()
                        ? among(field, List.of(literal), operator == Operator.NOT_EQUAL)
                        : Map.of();
            }
            if (operand instanceof Operand.Lookup lookup) {
                return Map.of(
                        lookup,
                        lookup.table().rows().stream()
                                .map(row -> row.value().stripTrailingZeros())
                                .filter(number -> operator.holds(Values.compare(number, literal.value())))
                                .collect(Collectors.toSet()));
            }
            return operand instanceof Operand.MemberAggregate aggregate
                            && aggregate.function() == Operand.MemberAggregate.Function.COUNT
                    ? counted(aggregate, number -> operator.holds(Values.compare(number, literal.value())))
                    : Map.of();
        }

        /** Whether there must be a member that counts, or must be none. */
        private Map<Object, Set<Object>> counted(Operand.MemberAggregate count, IntPredicate holds) {
            boolean none = holds.test(0);
            int most = count.list().field().mostMembers();
            if (none && IntStream.rangeClosed(1, most).anyMatch(holds)) {
                return Map.of();
            }
            return distinctions.implied(count, none).stream()
                    .collect(Collectors.toMap(other -> other, other -> Set.of(!none)));
        }

        /** The constants of a table's keys with which it can be as its number is compared. */
        private Map<Object, Set<Object>> keys(Expression.Comparison comparison) {
            Map<Object, Set<Object>> demands = new HashMap<>();
            for (Operand variable : Variables.of(comparison)) {
                if (variable instanceof Operand.FieldValue field && isListed(field.type())) {
                    ValueSet never = ValueSolver.never(comparison, field, unknown);
                    Set<Object> possible = possible(field.field());
                    possible.removeIf(never::contains);
                    demands.put(field, possible);
                }
            }
            return demands;
        }

        @Override
        public Map<Object, Set<Object>> membership(Expression.Membership membership) {
            return membership.left() instanceof Operand.FieldValue field
                    ? among(field, membership.members(), membership.not())
                    : Map.of();
        }

        private Map<Object, Set<Object>> among(Operand.FieldValue field, List<Operand.Literal> literals, boolean not) {
            Set<Object> named = literals.stream().map(Operand.Literal::value).collect(Collectors.toSet());
            if (field.type() == ValueType.TEXT) {
                return demand(field, distinctions.texts(field).among(named, not));
            }
            Set<Object> possible = possible(field.field());
            possible.removeIf(value -> named.contains(value) == not);
            return demand(field, isListed(field.type()) ? Optional.of(possible) : Optional.empty());
        }

        @Override
        public Map<Object, Set<Object>> listed(Expression.Listed listed) {
            Operand.FieldValue field = listed.left();
            if (field.type() == ValueType.TEXT) {
                return demand(field, distinctions.texts(field).listed(listed));
            }
            Set<Object> possible = possible(field.field());
            possible.removeIf(value -> !listed.passes(value));
            return demand(field, isListed(field.type()) ? Optional.of(possible) : Optional.empty());
        }

        @Override
        public Map<Object, Set<Object>> text(Expression.TextTest test) {
            if (!(test.left() instanceof Operand.FieldValue field)) {
                return Map.of();
            }
            TextKinds kinds = distinctions.texts(field);
            Map<Object, Set<Object>> demands = new HashMap<>(demand(field, kinds.having(test)));
            kinds.implied(test).forEach((property, has) -> demands.put(new Having(field, property), Set.of(has)));
            return demands;
        }

        @Override
        public Map<Object, Set<Object>> junction(Expression.Junction junction) {
            return junction.all() ? all(junction.parts()) : any(junction.parts());
        }

        @Override
        public Map<Object, Set<Object>> earlier(Expression.EarlierAward earlier) {
            Map<Object, Set<Object>> demands = new HashMap<>();
            distinctions.implied(earlier).forEach(choice -> demands.put(choice, Set.of(!earlier.not())));
            return demands;
        }

        private static Map<Object, Set<Object>> demand(Operand.FieldValue field, Optional<Set<Object>> constants) {
            return constants
                    .<Map<Object, Set<Object>>>map(some -> Map.of(field, some))
                    .orElse(Map.of());
        }

        private Map<Object, Set<Object>> all(List<Expression> parts) {
            Map<Object, Set<Object>> demands = new HashMap<>();
            parts.forEach(part -> merge(demands, part.match(this)));
            return demands;
        }

        /** Among alternatives, only what every one makes a demand on is not free. */
        private Map<Object, Set<Object>> any(List<Expression> parts) {
            Map<Object, Set<Object>> demands = new HashMap<>(parts.get(0).match(this));
            for (Expression part : parts.subList(1, parts.size())) {
                Map<Object, Set<Object>> others = part.match(this);
                demands.keySet().retainAll(others.keySet());
                demands.replaceAll((field, constants) -> {
                    Set<Object> union = new HashSet<>(constants);
                    union.addAll(others.getOrDefault(field, Set.of()));
                    return union;
                });
            }
            return demands;
        }
    }

    private static boolean isListed(ValueType type) {
        return type == ValueType.CONSTANT || type == ValueType.BOOLEAN;
    }

    private static Set<Object> possible(Field field) {
        Set<Object> possible = new HashSet<>();
        switch (field.type()) {
            case CONSTANT -> possible.addAll(field.constants().orElseThrow().constants());
            case BOOLEAN -> possible.addAll(List.of(true, false));
            default -> {}
        }
        return possible;
    }

    private static void merge(Map<Object, Set<Object>> demands, Map<Object, Set<Object>> more) {
        more.forEach((field, constants) -> demands.merge(field, constants, (one, other) -> {
            Set<Object> both = new HashSet<>(one);
            both.retainAll(other);
            return both;
        }));
    }
}
