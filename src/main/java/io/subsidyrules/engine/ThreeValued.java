package io.subsidyrules.engine;

import io.subsidyrules.dialect.Expression;
import io.subsidyrules.dialect.Operand;
import org.jspecify.annotations.Nullable;

/** The truth of an expression of the rules' model, where what reads an unknown field is unknown. */
final class ThreeValued {

    private ThreeValued() {}

    static Truth truth(Expression expression, Fact applicant, Fact claim) {
        if (expression instanceof Expression.Comparison comparison) {
            Object left = Operands.value(comparison.left(), applicant, claim);
            Object right = Operands.value(comparison.right(), applicant, claim);
            return left == null || right == null
                    ? Truth.UNKNOWN
                    : Truth.of(comparison.operator().holds(Values.compare(left, right)));
        }
        if (expression instanceof Expression.Membership membership) {
            Object left = Operands.value(membership.left(), applicant, claim);
            return left == null ? Truth.UNKNOWN : Truth.of(isMember(left, membership) != membership.negated());
        }
        if (expression instanceof Expression.Junction junction) {
            return junction(junction, applicant, claim);
        }
        if (expression instanceof Expression.Negation negation) {
            return truth(negation.of(), applicant, claim).not();
        }
        if (expression instanceof Expression.StartsWith startsWith) {
            Object left = Operands.value(startsWith.left(), applicant, claim);
            return left == null ? Truth.UNKNOWN : Truth.of(((String) left).startsWith(startsWith.prefix()));
        }
        Expression.Matches matches = (Expression.Matches) expression;
        @Nullable Object left = Operands.value(matches.left(), applicant, claim);
        return left == null ? Truth.UNKNOWN : Truth.of(matches.pattern().matches((String) left));
    }

    private static Truth junction(Expression.Junction junction, Fact applicant, Fact claim) {
        Truth truth = Truth.of(junction.all());
        for (Expression part : junction.parts()) {
            Truth next = truth(part, applicant, claim);
            truth = junction.all() ? truth.and(next) : truth.or(next);
        }
        return truth;
    }

    private static boolean isMember(Object value, Expression.Membership membership) {
        for (Operand.Literal member : membership.members()) {
            if (Values.compare(value, member.value()) == 0) {
                return true;
            }
        }
        return false;
    }
}
