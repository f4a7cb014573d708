package io.subsidyrules.effect;

import io.subsidyrules.policy.Yuan;
import java.math.BigDecimal;

/** The amounts that are paid in one currency by the old and by the new rules, exact to the fen. */
public record Sum(BigDecimal before, BigDecimal after) {

    /** Nothing by both. */
    public static final Sum ZERO = new Sum(Yuan.ZERO.amount(), Yuan.ZERO.amount());

    static Sum ofBefore(Yuan amount) {
        return new Sum(amount.amount(), ZERO.after);
    }

    static Sum ofAfter(Yuan amount) {
        return new Sum(ZERO.before, amount.amount());
    }

    Sum plus(Sum other) {
        return new Sum(before.add(other.before), after.add(other.after));
    }

    /** The amount that is paid more by the new rules; negative where it is less. */
    public BigDecimal difference() {
        return after.subtract(before);
    }
}
