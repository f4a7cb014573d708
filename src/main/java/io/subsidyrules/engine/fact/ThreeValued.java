package io.subsidyrules.engine.fact;

import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;

/** The truth of an expression of the rules' model, where a test that reads an unknown field is unknown. */
record ThreeValued(Facts facts) implements Expression.Cases<Truth> {

    @Override
    public Truth comparison(Expression.Comparison comparison) {
        Object left = facts.value(comparison.left());
        Object right = facts.value(comparison.right());
        return left == null || right == null
                ? Truth.UNKNOWN
                : Truth.of(comparison.operator().holds(Values.compare(left, right)));
    }

    @Override
    public Truth membership(Expression.Membership membership) {
        Object left = facts.value(membership.left());
        return left == null ? Truth.UNKNOWN : Truth.of(isMember(left, membership) != membership.not());
    }

    @Override
    public Truth text(Expression.TextTest test) {
        Object text = facts.value(test.left());
        return text == null ? Truth.UNKNOWN : Truth.of(test.passes((String) text));
    }

    @Override
    public Truth junction(Expression.Junction junction) {
        Truth truth = Truth.of(junction.all());
        for (Expression part : junction.parts()) {
            Truth next = part.match(this);
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
