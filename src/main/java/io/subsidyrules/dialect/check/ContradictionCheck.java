package io.subsidyrules.dialect.check;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.value.Operator;
import io.subsidyrules.dialect.value.Period;
import io.subsidyrules.dialect.value.TextProperty;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds conditions that can never hold together: {@code year > 3 && year < 2}. Fields are looked at one by one, each
 * with the limits that its type has, so that what compares two fields is never suspected.
 */
public final class ContradictionCheck {

    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final LocalDate FIRST_DAY = LocalDate.of(Field.FIRST_YEAR, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(Field.LAST_YEAR, 12, 31);

    /** The values that each condition leaves, worked out once: thousands of rules can extend the same one. */
    private final IdentityHashMap<Condition, Map<Operand, Domain>> known = new IdentityHashMap<>();

    private final Faults faults;

    public ContradictionCheck(Faults faults) {
        this.faults = faults;
    }

    /**
     * Adds a fault at the first condition of a rule that leaves a field, or the date, without any value.
     *
     * @param day the date that must lie in the period: a field, or that of the evaluation
     */
    public void check(String rule, List<Condition> conditions, Operand day, Period period) {
        Map<Operand, Domain> domains = new HashMap<>();
        domains.put(
                day,
                possible(day)
                        .and(new Domain.Between(
                                Domain.number(period.from()),
                                true,
                                period.until().map(Domain::number).orElse(null),
                                false,
                                ONE)));
        for (Condition condition : conditions) {
            Optional<Operand> empty = conjoin(domains, known.computeIfAbsent(condition, one -> of(one.expression())));
            if (empty.isPresent()) {
                faults.add(condition.place(), FaultCode.NEVER_TRUE, named(empty.get()), rule);
                return;
            }
        }
    }

    private static String named(Operand operand) {
        if (operand instanceof Operand.MemberAggregate aggregate) {
            return aggregate.list().field().name();
        }
        return operand instanceof Operand.FieldValue value ? value.field().name() : "asOf";
    }

    /** Narrows the domains; the operand for which nothing is left, if there is one. */
    private static Optional<Operand> conjoin(Map<Operand, Domain> domains, Map<Operand, Domain> more) {
        Optional<Operand> empty = Optional.empty();
        for (Map.Entry<Operand, Domain> one : more.entrySet()) {
            Domain known = domains.getOrDefault(one.getKey(), possible(one.getKey()));
            Domain both = known.and(one.getValue());
            domains.put(one.getKey(), both);
            if (both.isEmpty() && empty.isEmpty()) {
                empty = Optional.of(one.getKey());
            }
        }
        return empty;
    }

    /** The domains that an expression leaves; what it does not name is free. */
    private static Map<Operand, Domain> of(Expression expression) {
        return expression.match(new OfExpression());
    }

    /** The domains that each kind of expression leaves. */
    private static final class OfExpression implements Expression.Cases<Map<Operand, Domain>> {

        @Override
        public Map<Operand, Domain> comparison(Expression.Comparison comparison) {
            if (comparison.right() instanceof Operand.Literal literal && isKey(comparison.left())) {
                return compared(comparison.left(), comparison.operator(), literal);
            }
            if (comparison.left() instanceof Operand.Literal literal && isKey(comparison.right())) {
                return compared(comparison.right(), comparison.operator().mirrored(), literal);
            }
            return Map.of();
        }

        @Override
        public Map<Operand, Domain> membership(Expression.Membership membership) {
            if (!isKey(membership.left())) {
                return Map.of();
            }
            Set<Object> values = new HashSet<>();
            membership.members().forEach(member -> values.add(key(member)));
            return one(membership.left(), values, membership.not());
        }

        /** A list that has nearly everything may still leave something. */
        @Override
        public Map<Operand, Domain> listed(Expression.Listed listed) {
            return Map.of();
        }

        @Override
        public Map<Operand, Domain> text(Expression.TextTest test) {
            return !test.not() && test.property() instanceof TextProperty.Affix affix
                    ? Map.of(test.left(), new Domain.Affixed(affix))
                    : Map.of();
        }

        @Override
        public Map<Operand, Domain> junction(Expression.Junction junction) {
            return junction.all() ? all(junction.parts()) : any(junction.parts());
        }

        @Override
        public Map<Operand, Domain> earlier(Expression.EarlierAward earlier) {
            return Map.of();
        }
    }

    private static Map<Operand, Domain> all(List<Expression> parts) {
        Map<Operand, Domain> domains = new HashMap<>();
        parts.forEach(part -> conjoin(domains, of(part)));
        return domains;
    }

    /** Among alternatives, only a field that each of them narrows is narrowed; one that never holds does not count. */
    private static Map<Operand, Domain> any(List<Expression> parts) {
        List<Map<Operand, Domain>> possible = parts.stream()
                .map(part -> all(List.of(part)))
                .filter(domains -> domains.values().stream().noneMatch(Domain::isEmpty))
                .toList();
        if (possible.isEmpty()) {
            return all(parts.subList(0, 1));
        }
        Map<Operand, Domain> domains = new HashMap<>(possible.get(0));
        for (Map<Operand, Domain> other : possible.subList(1, possible.size())) {
            domains.keySet().retainAll(other.keySet());
            domains.replaceAll((operand, domain) -> domain.or(other.getOrDefault(operand, new Domain.Anything())));
        }
        return domains;
    }

    private static Map<Operand, Domain> compared(Operand operand, Operator operator, Operand.Literal literal) {
        if (operator.isEquality()) {
            return one(operand, Set.of(key(literal)), operator == Operator.NOT_EQUAL);
        }
        BigDecimal limit = Domain.number(literal.value());
        boolean with = operator == Operator.LESS_OR_EQUAL || operator == Operator.GREATER_OR_EQUAL;
        boolean upper = operator == Operator.LESS || operator == Operator.LESS_OR_EQUAL;
        BigDecimal step = limit.remainder(step(operand)).signum() == 0 ? step(operand) : null;
        return Map.of(
                operand,
                upper
                        ? new Domain.Between(null, false, limit, with, step)
                        : new Domain.Between(limit, with, null, false, step));
    }

    /** One of the values, or none of them, which narrows only where all values are known. */
    private static Map<Operand, Domain> one(Operand operand, Set<Object> values, boolean not) {
        if (!not) {
            return Map.of(operand, new Domain.Values(values));
        }
        if (possible(operand) instanceof Domain.Values all) {
            Set<Object> others = new HashSet<>(all.values());
            others.removeAll(values);
            return Map.of(operand, new Domain.Values(others));
        }
        return Map.of(operand, new Domain.Without(values));
    }

    private static boolean isKey(Operand operand) {
        return operand instanceof Operand.FieldValue
                || operand instanceof Operand.AsOf
                || operand instanceof Operand.MemberAggregate;
    }

    /** A value that equals another where the two compare as equal. */
    private static Object key(Operand.Literal literal) {
        return literal.type().isOrdered() ? Domain.number(literal.value()).stripTrailingZeros() : literal.value();
    }

    private static BigDecimal step(Operand operand) {
        if (operand instanceof Operand.MemberAggregate aggregate) {
            return ONE.movePointLeft(
                    aggregate.of().map(of -> of.field().decimals()).orElse(0));
        }
        return operand instanceof Operand.FieldValue value
                ? ONE.movePointLeft(value.field().decimals())
                : ONE;
    }

    /** The values that a field of its type can have. */
    private static Domain possible(Operand operand) {
        if (operand instanceof Operand.MemberAggregate aggregate
                && aggregate.function() == Operand.MemberAggregate.Function.COUNT) {
            BigDecimal most = BigDecimal.valueOf(aggregate.list().field().mostMembers());
            return new Domain.Between(BigDecimal.ZERO, true, most, true, ONE);
        }
        if (!(operand instanceof Operand.FieldValue value)) {
            return new Domain.Anything();
        }
        Field field = value.field();
        return switch (field.type()) {
            case CONSTANT ->
                new Domain.Values(new HashSet<>(field.constants().orElseThrow().constants()));
            case BOOLEAN -> new Domain.Values(new HashSet<>(Arrays.asList(true, false)));
            case DATE -> new Domain.Between(Domain.number(FIRST_DAY), true, Domain.number(LAST_DAY), true, ONE);
            case INTEGER, DECIMAL ->
                field.range()
                        .map(range -> (Domain) new Domain.Between(range.min(), true, range.max(), true, step(operand)))
                        .orElse(new Domain.Anything());
            case TEXT, MEMBERS -> new Domain.Anything();
        };
    }
}
