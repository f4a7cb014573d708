package io.subsidyrules.engine.fact;

import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.value.Bounds;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The truth of an expression of the rules' model, where a test that reads an unknown field is unknown, and one of
 * members where it is not the same for all that they can still come to.
 */
record ThreeValued(Known known) implements Expression.Cases<Truth> {

    /** The values that an expression reads. */
    interface Known {

        /** The value of a field or of the date; null if it is unknown. */
        @Nullable
        Object value(Operand operand);

        /** The numbers that members can come to; empty where nothing is told of them, or none of them has one. */
        Optional<Bounds> numbers(Operand.MemberAggregate aggregate);

        /** Whether an earlier award is recorded, or none; unknown where that was not looked up. */
        Truth awarded(Expression.EarlierAward earlier);
    }

    @Override
    public Truth comparison(Expression.Comparison comparison) {
        // Nearly all compare a field with a constant: what is rare is asked for once.
        if (comparison.isComputed()) {
            if (comparison.hasLookup()) {
                return lookedUp(LookupCases.of(comparison, known::value, known::numbers));
            }
            if (MemberComparison.concerns(comparison)) {
                return new MemberComparison(known::value, known::numbers).truth(comparison);
            }
        }
        Object left = known.value(comparison.left());
        Object right = known.value(comparison.right());
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
        Object left = known.value(listed.left());
        return left == null ? Truth.UNKNOWN : Truth.of(listed.passes(left));
    }

    @Override
    public Truth membership(Expression.Membership membership) {
        Object left = known.value(membership.left());
        return left == null ? Truth.UNKNOWN : Truth.of(isMember(left, membership) != membership.not());
    }

    @Override
    public Truth text(Expression.TextTest test) {
        Object text = known.value(test.left());
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
        return known.awarded(earlier);
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
