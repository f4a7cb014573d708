package io.subsidyrules.engine;

import io.subsidyrules.dialect.Condition;
import io.subsidyrules.dialect.Expression;
import io.subsidyrules.dialect.Operand;
import io.subsidyrules.dialect.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The form of a condition that Drools evaluates: two-valued, in negation normal form, with each comparison guarded against
 * unknown fields, so that it holds exactly where the condition is TRUE.
 */
interface CompiledCondition {

    boolean test(Fact applicant, Fact claim);

    static CompiledCondition of(Condition condition) {
        return of(condition.expression(), false);
    }

    private static CompiledCondition of(Expression expression, boolean negated) {
        if (expression instanceof Expression.Negation negation) {
            return of(negation.of(), !negated);
        }
        if (expression instanceof Expression.Junction junction) {
            List<CompiledCondition> parts = new ArrayList<>();
            junction.parts().forEach(part -> parts.add(of(part, negated)));
            return junction.all() != negated ? all(parts) : any(parts);
        }
        if (expression instanceof Expression.Comparison comparison) {
            return comparison(comparison, negated);
        }
        if (expression instanceof Expression.Membership membership) {
            boolean wanted = membership.negated() == negated;
            return guarded(
                    membership.left(),
                    value -> wanted
                            == membership.members().stream()
                                    .anyMatch(member -> Values.compare(value, member.value()) == 0));
        }
        if (expression instanceof Expression.StartsWith startsWith) {
            return guarded(startsWith.left(), value -> ((String) value).startsWith(startsWith.prefix()) != negated);
        }
        Expression.Matches matches = (Expression.Matches) expression;
        return guarded(matches.left(), value -> matches.pattern().matches((String) value) != negated);
    }

    private static CompiledCondition comparison(Expression.Comparison comparison, boolean negated) {
        Operator operator = negated ? comparison.operator().negated() : comparison.operator();
        Operand right = comparison.right();
        if (right instanceof Operand.Literal literal) {
            Object value = literal.value();
            return guarded(comparison.left(), left -> operator.holds(Values.compare(left, value)));
        }
        return (applicant, claim) -> {
            Object left = Operands.value(comparison.left(), applicant, claim);
            Object other = Operands.value(right, applicant, claim);
            return left != null && other != null && operator.holds(Values.compare(left, other));
        };
    }

    private static CompiledCondition guarded(Operand operand, Predicate<Object> test) {
        return (applicant, claim) -> {
            Object value = Operands.value(operand, applicant, claim);
            return value != null && test.test(value);
        };
    }

    private static CompiledCondition all(List<CompiledCondition> parts) {
        return (applicant, claim) -> {
            for (CompiledCondition part : parts) {
                if (!part.test(applicant, claim)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static CompiledCondition any(List<CompiledCondition> parts) {
        return (applicant, claim) -> {
            for (CompiledCondition part : parts) {
                if (part.test(applicant, claim)) {
                    return true;
                }
            }
            return false;
        };
    }
}
