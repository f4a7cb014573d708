package io.subsidyrules.engine;

import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.value.Operator;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.Operands;
import io.subsidyrules.engine.fact.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The form of a condition that Drools evaluates: two-valued, with each test guarded against unknown fields, so that it
 * holds exactly where the condition is TRUE.
 */
interface CompiledCondition {

    boolean test(Fact applicant, Fact claim);

    static CompiledCondition of(Expression expression) {
        return expression.match(new Compiler());
    }

    /** Compiles each kind of expression. */
    final class Compiler implements Expression.Cases<CompiledCondition> {

        private Compiler() {}

        @Override
        public CompiledCondition comparison(Expression.Comparison comparison) {
            Operator operator = comparison.operator();
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

        @Override
        public CompiledCondition membership(Expression.Membership membership) {
            return guarded(
                    membership.left(),
                    value -> membership.not()
                            != membership.members().stream()
                                    .anyMatch(member -> Values.compare(value, member.value()) == 0));
        }

        @Override
        public CompiledCondition text(Expression.TextTest test) {
            return guarded(test.left(), value -> test.passes((String) value));
        }

        @Override
        public CompiledCondition junction(Expression.Junction junction) {
            List<CompiledCondition> parts = new ArrayList<>();
            junction.parts().forEach(part -> parts.add(part.match(this)));
            return junction.all() ? all(parts) : any(parts);
        }
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
