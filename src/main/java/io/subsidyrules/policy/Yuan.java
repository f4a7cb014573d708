package io.subsidyrules.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount in yuan, never negative, exact to the fen (0.01 yuan); what is below a fen is dropped. */
public record Yuan(BigDecimal amount) implements Comparable<Yuan> {

    public static final Yuan ZERO = new Yuan(BigDecimal.ZERO);

    private static final BigDecimal PER_CENT = new BigDecimal("0.01");

    public Yuan {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("The amount (%s) is negative.".formatted(amount));
        }
        amount = amount.setScale(2, RoundingMode.DOWN);
    }

    public static Yuan of(String amount) {
        return new Yuan(new BigDecimal(amount));
    }

    /** So many per cent of the amount, rounded down to the fen, since a percentage in a policy is a ceiling. */
    public static Yuan percentOf(BigDecimal percent, BigDecimal amount) {
        return new Yuan(amount.multiply(percent).multiply(PER_CENT));
    }

    public Yuan plus(Yuan other) {
        if (isZero()) {
            return other;
        }
        return other.isZero() ? this : new Yuan(amount.add(other.amount));
    }

    /** The difference to a lower amount; zero where the other is not lower. */
    public Yuan above(Yuan other) {
        return compareTo(other) <= 0 ? ZERO : new Yuan(amount.subtract(other.amount));
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    /** This amount, or the ceiling where this one is higher. */
    public Yuan atMost(Yuan ceiling) {
        return compareTo(ceiling) <= 0 ? this : ceiling;
    }

    /** The higher of the two. */
    public Yuan max(Yuan other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @Override
    public int compareTo(Yuan other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString();
    }
}
