package io.subsidyrules.dialect.lookup;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.table.Cell;
import io.subsidyrules.dialect.value.Bounds;
import io.subsidyrules.dialect.value.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The values that the keys of a table can have where a rule reads it: those with which its other conditions can hold,
 * as far as these compare a key with what is written.
 */
public final class ReachedKeys {

    private final List<Expression> conditions;

    private ReachedKeys(List<Expression> conditions) {
        this.conditions = conditions;
    }

    /** The values of each key; empty where the rule never comes to read the table. */
    public static Optional<List<KeyDomain>> of(Operand.Lookup lookup, Rule rule) {
        ReachedKeys reached = new ReachedKeys(conditions(lookup, rule));
        List<KeyDomain> domains = new ArrayList<>();
        for (Operand operand : lookup.keys()) {
            KeyDomain all = KeyDomain.of(operand);
            KeyDomain some = all.numbers().isPresent() ? reached.numbers(all, operand) : reached.listed(all, operand);
            if (all.isAnyText() != some.isAnyText()) {
                return Optional.empty();
            }
            domains.add(some);
        }
        return Optional.of(domains);
    }

    /** The conditions of a rule; where it reads the table for members, also those on the members. */
    private static List<Expression> conditions(Operand.Lookup lookup, Rule rule) {
        Set<Operand> sources = new LinkedHashSet<>();
        rule.conditions().forEach(condition -> sources.addAll(condition.sources()));
        rule.amount().map(Amount::sources).ifPresent(sources::addAll);
        List<Operand.MemberAggregate> reading = sources.stream()
                .filter(source -> ReadTables.ofMembers(source).contains(lookup))
                .map(Operand.MemberAggregate.class::cast)
                .toList();
        List<Condition> all = new ArrayList<>(rule.conditions());
        if (reading.size() == 1) {
            all.addAll(reading.get(0).conditions());
        }
        List<Expression> parts = new ArrayList<>();
        all.forEach(condition -> addParts(condition.expression(), parts));
        return parts;
    }

    private static void addParts(Expression expression, List<Expression> parts) {
        if (expression instanceof Expression.Junction junction && junction.all()) {
            junction.parts().forEach(part -> addParts(part, parts));
        } else {
            parts.add(expression);
        }
    }

    private KeyDomain listed(KeyDomain all, Operand key) {
        return all.only(value -> conditions.stream().allMatch(condition -> mayHold(condition, key, value)));
    }

    /** Whether an expression can hold with a constant, whatever all else is. */
    private static boolean mayHold(Expression expression, Operand key, Object value) {
        if (expression instanceof Expression.Junction junction) {
            return junction.all()
                    ? junction.parts().stream().allMatch(part -> mayHold(part, key, value))
                    : junction.parts().stream().anyMatch(part -> mayHold(part, key, value));
        }
        if (expression instanceof Expression.Membership membership
                && membership.left().equals(key)) {
            return membership.members().stream()
                            .anyMatch(member -> member.value().equals(value))
                    != membership.not();
        }
        if (expression instanceof Expression.Comparison comparison
                && comparison.operator().isEquality()) {
            return compared(comparison, key)
                    .map(literal -> literal.value().equals(value) == (comparison.operator() == Operator.EQUAL))
                    .orElse(true);
        }
        return true;
    }

    /** The value that a comparison compares a key with, where it is written. */
    private static Optional<Operand.Literal> compared(Expression.Comparison comparison, Operand key) {
        if (comparison.left().equals(key) && comparison.right() instanceof Operand.Literal literal) {
            return Optional.of(literal);
        }
        return comparison.right().equals(key) && comparison.left() instanceof Operand.Literal literal
                ? Optional.of(literal)
                : Optional.empty();
    }

    private KeyDomain numbers(KeyDomain all, Operand key) {
        KeyDomain some = all;
        for (Expression condition : conditions) {
            if (condition instanceof Expression.Comparison comparison) {
                Optional<Bounds> bounds =
                        compared(comparison, key).flatMap(literal -> bounds(comparison, key, literal, all.step()));
                some = bounds.map(some::within).orElse(some);
            }
        }
        return some;
    }

    private static Optional<Bounds> bounds(
            Expression.Comparison comparison, Operand key, Operand.Literal literal, BigDecimal step) {
        if (!(Cell.normal(literal.value()) instanceof BigDecimal limit)) {
            return Optional.empty();
        }
        Operator operator = comparison.left().equals(key)
                ? comparison.operator()
                : comparison.operator().mirrored();
        return switch (operator) {
            case EQUAL -> Optional.of(Bounds.of(limit));
            case NOT_EQUAL -> Optional.empty();
            case LESS -> Optional.of(new Bounds(Optional.empty(), Optional.of(limit.subtract(step))));
            case LESS_OR_EQUAL -> Optional.of(new Bounds(Optional.empty(), Optional.of(limit)));
            case GREATER -> Optional.of(new Bounds(Optional.of(limit.add(step)), Optional.empty()));
            case GREATER_OR_EQUAL -> Optional.of(new Bounds(Optional.of(limit), Optional.empty()));
        };
    }
}
