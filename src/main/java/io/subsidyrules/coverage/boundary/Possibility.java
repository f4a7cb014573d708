package io.subsidyrules.coverage.boundary;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.value.Bounds;
import io.subsidyrules.dialect.value.Operator;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.engine.values.ValueSet;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The truths that an expression can have for some request. One is ruled out only where the model proves that it cannot
 * happen: required fields are known, numbers are within their range, enums have no other constants.
 */
public final class Possibility {

    private final Reach reach;

    /** @param reach the values that requests can have */
    public Possibility(Reach reach) {
        this.reach = reach;
    }

    /** Whether an expression can have a truth. */
    public boolean canBe(Truth truth, Expression expression) {
        return truth == Truth.UNKNOWN ? canBeUnknown(expression) : canBe(truth == Truth.TRUE, expression);
    }

    /** Where a table has no row, a comparison is false. */
    private boolean canBe(boolean truly, Expression expression) {
        Optional<ValueSet> solved = reach.solved(expression, truly);
        if (solved.isPresent()) {
            return !solved.get().isEmpty();
        }
        if (expression instanceof Expression.Junction junction) {
            return junction.all() == truly
                    ? junction.parts().stream().allMatch(part -> canBe(truly, part))
                    : junction.parts().stream().anyMatch(part -> canBe(truly, part));
        }
        return !(expression instanceof Expression.Comparison comparison)
                || !comparison.left().type().isNumber()
                || (!truly && comparison.hasLookup())
                || canCompare(truly ? comparison : comparison.negated());
    }

    private boolean canCompare(Expression.Comparison comparison) {
        Bounds difference = reach.bounds(comparison.left())
                .plus(reach.bounds(comparison.right()).times(BigDecimal.ONE.negate()));
        Optional<Integer> low = difference.least().map(BigDecimal::signum);
        Optional<Integer> high = difference.most().map(BigDecimal::signum);
        Operator operator = comparison.operator();
        return (operator.holds(-1) && low.orElse(-1) < 0)
                || (operator.holds(1) && high.orElse(1) > 0)
                || (operator.holds(0) && low.orElse(-1) <= 0 && high.orElse(1) >= 0);
    }

    /** Recorded awards are not looked at in an evaluation, and of no members there is no least number. */
    private static boolean canBeUnknown(Expression expression) {
        if (expression instanceof Expression.Junction junction) {
            return junction.parts().stream().anyMatch(Possibility::canBeUnknown);
        }
        return expression instanceof Expression.EarlierAward
                || expression.aggregates().stream().anyMatch(Possibility::canBeUnknown)
                || fields(expression).anyMatch(field -> !field.field().required());
    }

    private static Stream<Operand.FieldValue> fields(Expression expression) {
        Stream.Builder<Operand.FieldValue> fields = Stream.builder();
        expression.forEachField(fields);
        return fields.build();
    }

    private static boolean canBeUnknown(Operand.MemberAggregate aggregate) {
        return aggregate.function() == Operand.MemberAggregate.Function.MIN
                || aggregate.function() == Operand.MemberAggregate.Function.MAX
                || !aggregate.list().field().required()
                || aggregate.of().filter(of -> !of.field().required()).isPresent()
                || aggregate.conditions().stream().map(Condition::expression).anyMatch(Possibility::canBeUnknown);
    }

    /** Whether it can be unknown whether a rule holds: by a condition, the day that decides, or the amount. */
    public boolean canBeUnknown(Rule rule) {
        return rule.conditions().stream().map(Condition::expression).anyMatch(Possibility::canBeUnknown)
                || rule.decides().filter(day -> !day.field().required()).isPresent()
                || rule.amount().stream()
                        .flatMap((Amount amount) -> amount.sources().stream())
                        .anyMatch(source -> source instanceof Operand.MemberAggregate aggregate
                                ? canBeUnknown(aggregate)
                                : source instanceof Operand.FieldValue field
                                        && !field.field().required());
    }
}
