package io.subsidyrules.engine.stake;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.value.Operator;
import io.subsidyrules.dialect.value.Period;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Variables;
import io.subsidyrules.engine.values.NumberSet;
import io.subsidyrules.engine.values.ValueSets;
import io.subsidyrules.engine.values.ValueSolver;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The numbers and dates that rules leave to fields, by their conditions and by the period in which the day that decides
 * must lie, whatever all else is: tiers of one number, each a rule of its own, exclude each other. A comparison with
 * the date of the evaluation demands nothing.
 */
final class RequiredNumbers {

    private final Operand asOf = new Operand.AsOf();
    private final IdentityHashMap<Condition, Map<Operand, NumberSet>> known = new IdentityHashMap<>();

    /** The numbers that each field must have one of; a field that is not here is free. */
    Map<Operand, NumberSet> of(Rule rule, FactType applicant) {
        Facts unknown = nothingKnown(rule, applicant);
        Map<Operand, NumberSet> demands = new HashMap<>();
        for (Condition condition : rule.conditions()) {
            known.computeIfAbsent(condition, one -> of(one, unknown))
                    .forEach((field, numbers) ->
                            demands.merge(field, numbers, (one, other) -> (NumberSet) one.and(other)));
        }
        rule.decides()
                .ifPresent(day -> demands.merge(
                        day, days(rule.period(), day, unknown), (one, other) -> (NumberSet) one.and(other)));
        return demands;
    }

    private static NumberSet days(Period period, Operand.FieldValue day, Facts unknown) {
        NumberSet days = required(compared(day, Operator.GREATER_OR_EQUAL, period.from()), day, unknown);
        return period.until()
                .map(until -> (NumberSet) days.and(required(compared(day, Operator.LESS, until), day, unknown)))
                .orElse(days);
    }

    private static Expression compared(Operand day, Operator operator, LocalDate with) {
        return new Expression.Comparison(day, operator, new Operand.Literal(ValueType.DATE, with));
    }

    /** All values of a field but those with which an expression is false. */
    private static NumberSet required(Expression expression, Operand.FieldValue field, Facts unknown) {
        NumberSet never = (NumberSet) ValueSolver.of(expression.negated(), field, unknown);
        NumberSet all = (NumberSet) ValueSets.all(field);
        return never.isEmpty() ? all : (NumberSet) all.and(never.complement());
    }

    private Map<Operand, NumberSet> of(Condition condition, Facts unknown) {
        Set<Operand> read = Variables.of(condition.expression());
        Map<Operand, NumberSet> demands = new HashMap<>();
        if (read.contains(asOf)) {
            return demands;
        }
        for (Operand variable : read) {
            if (variable.type().isOrdered()) {
                NumberSet never = (NumberSet) ValueSolver.never(condition.expression(), variable, unknown);
                if (!never.isEmpty()) {
                    demands.put(variable, (NumberSet) ValueSets.all(variable).and(never.complement()));
                }
            }
        }
        return demands;
    }

    /** Facts on which a rule can be judged, of which nothing is known. */
    static Facts nothingKnown(Rule rule, FactType applicant) {
        return new Facts(nothingKnown(applicant), nothingKnown(rule.claim().orElse(applicant)));
    }

    private static Fact nothingKnown(FactType type) {
        return new Fact(
                type,
                "",
                LocalDate.EPOCH,
                Collections.<@Nullable Object>nCopies(type.fields().size(), null));
    }

    /** Whether some field would have to have a number of the one and of the other, which none is. */
    static boolean exclude(Map<Operand, NumberSet> one, Map<Operand, NumberSet> other) {
        for (Map.Entry<Operand, NumberSet> demand : one.entrySet()) {
            NumberSet others = other.get(demand.getKey());
            if (others != null && demand.getValue().isDisjoint(others)) {
                return true;
            }
        }
        return false;
    }
}
