package io.subsidyrules.engine.fact;

import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.value.Bounds;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The truth of an expression of the rules' model, where a test that reads an unknown field is unknown, and one of
 * members where it is not the same for all that they can still come to.
 *
 * @param values of fields and of the date; null if one is unknown
 * @param numbers those that members can come to
 * @param awards whether there are earlier awards
 */
record ThreeValued(
        Function<Operand, @Nullable Object> values,
        Function<Operand.MemberAggregate, Optional<Bounds>> numbers,
        Function<Expression.EarlierAward, Truth> awards)
        implements Expression.Cases<Truth> {

    @Override
    public Truth comparison(Expression.Comparison comparison) {
        if (comparison.hasLookup()) {
            return lookedUp(LookupCases.of(comparison, values, numbers));
        }
        if (comparison.isComputed() && MemberComparison.concerns(comparison)) {
            return new MemberComparison(values, numbers).truth(comparison);
        }
        Object left = values.apply(comparison.left());
        Object right = values.apply(comparison.right());
        return left == null || right == null
                ? Truth.UNKNOWN
                : Truth.of(comparison.operator().holds(Values.compare(left, right)));
    }

    /** The truth that all rows which can still count give; false where there is no row. */
    private Truth lookedUp(LookupCases cases) {
        if (cases.isNever()) {
            return Truth.FALSE;
        }
        if (!cases.whole()) {
            return Truth.UNKNOWN;
        }
        Truth all = comparison(cases.comparisons().get(0));
        for (Expression.Comparison one : cases.comparisons()) {
            if (comparison(one) != all) {
                return Truth.UNKNOWN;
            }
        }
        return all == Truth.TRUE && cases.mayLack() ? Truth.UNKNOWN : all;
    }

    @Override
    public Truth listed(Expression.Listed listed) {
        Object left = values.apply(listed.left());
        return left == null ? Truth.UNKNOWN : Truth.of(listed.passes(left));
    }

    @Override
    public Truth membership(Expression.Membership membership) {
        Object left = values.apply(membership.left());
        return left == null ? Truth.UNKNOWN : Truth.of(isMember(left, membership) != membership.not());
    }

    @Override
    public Truth text(Expression.TextTest test) {
        Object text = values.apply(test.left());
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

    @Override
    public Truth earlier(Expression.EarlierAward earlier) {
        return awards.apply(earlier);
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
