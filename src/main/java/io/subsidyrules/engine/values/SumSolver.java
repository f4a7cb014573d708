package io.subsidyrules.engine.values;

import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.value.Operator;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Finds the values of a number or a date for which two sums compare as they should, while everything else stays as it
 * is. What the right side has less than the left one never falls, or never rises, where the variable rises, so the
 * limit is found exactly.
 */
final class SumSolver {

    private static final BigDecimal ZERO = BigDecimal.ZERO;

    private final Operand variable;
    private final Facts facts;

    /** @param variable a number or a date that the comparison reads */
    SumSolver(Operand variable, Facts facts) {
        this.variable = variable;
        this.facts = facts;
    }

    ValueSet of(Expression.Comparison comparison) {
        BigDecimal slope = slope(comparison.left()).subtract(slope(comparison.right()));
        Scale scale = Scale.of(variable);
        if (difference(comparison, scale.min()) == null) {
            return ValueSets.none(variable);
        }
        if (slope.signum() == 0) {
            BigDecimal always = difference(comparison, scale.min());
            return always != null && comparison.operator().holds(always.signum())
                    ? ValueSets.all(variable)
                    : ValueSets.none(variable);
        }
        boolean rises = slope.signum() > 0;
        Operator operator =
                rises ? comparison.operator() : comparison.operator().mirrored();
        return NumberSet.compared(scale, value -> rising(comparison, value, rises), operator, ZERO);
    }

    /** The difference, its sign turned where it would fall. */
    private BigDecimal rising(Expression.Comparison comparison, Object value, boolean rises) {
        BigDecimal difference = difference(comparison, value);
        if (difference == null) {
            throw new IllegalStateException("A number of the comparison is unknown.");
        }
        return rises ? difference : difference.negate();
    }

    private @Nullable BigDecimal difference(Expression.Comparison comparison, BigInteger step) {
        return difference(comparison, Scale.of(variable).value(step));
    }

    private @Nullable BigDecimal difference(Expression.Comparison comparison, Object value) {
        boolean ofMembers = variable instanceof Operand.MemberAggregate;
        Facts tried = ofMembers ? facts : facts.with(variable, value);
        Object left = ofMembers ? value(comparison.left(), value) : tried.value(comparison.left());
        Object right = ofMembers ? value(comparison.right(), value) : tried.value(comparison.right());
        return left == null || right == null ? null : Values.decimal(left).subtract(Values.decimal(right));
    }

    /** The value of an operand where members come to another number. */
    private @Nullable Object value(Operand operand, Object ofVariable) {
        if (operand.equals(variable)) {
            return ofVariable;
        }
        if (!(operand instanceof Operand.WeightedSum sum)) {
            return facts.value(operand);
        }
        BigDecimal value = sum.constant();
        for (Operand.WeightedSum.Term term : sum.terms()) {
            Object number = value(term.number(), ofVariable);
            if (number == null) {
                return null;
            }
            value = value.add(term.factor().multiply(Values.decimal(number)));
        }
        return value;
    }

    /** By how much an operand rises where the variable rises by one; a year counts as one, since it never falls. */
    private BigDecimal slope(Operand operand) {
        if (operand instanceof Operand.WeightedSum sum) {
            BigDecimal slope = ZERO;
            for (Operand.WeightedSum.Term term : sum.terms()) {
                slope = slope.add(term.factor().multiply(slope(term.number())));
            }
            return slope;
        }
        Operand read = operand instanceof Operand.Year year ? year.date() : operand;
        return read.equals(variable) ? BigDecimal.ONE : ZERO;
    }
}
