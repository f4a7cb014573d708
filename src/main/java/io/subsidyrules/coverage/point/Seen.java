package io.subsidyrules.coverage.point;

import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Operands;
import io.subsidyrules.engine.fact.Truth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The facts that a condition was held against once.
 *
 * @param member the member of a list; empty for a condition that is not on members
 */
record Seen(Facts facts, Optional<Fact> member) {

    static Seen of(Facts facts) {
        return new Seen(facts, Optional.empty());
    }

    /** The value of an operand; null if it is unknown. */
    @Nullable
    Object value(Operand operand) {
        return member.isPresent()
                ? Operands.value(operand, facts.applicant(), facts.claim(), member.get())
                : facts.value(operand);
    }

    Truth truth(Expression expression) {
        return member.isPresent() ? facts.truth(expression, member.get()) : facts.truth(expression);
    }
}
