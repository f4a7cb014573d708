package io.subsidyrules.dialect.value;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * The numbers that something can still come to.
 *
 * @param least the least of them; empty where there is no end
 * @param most the greatest of them; empty where there is no end
 */
public record Bounds(Optional<BigDecimal> least, Optional<BigDecimal> most) {

    private static final BigDecimal PER_CENT = new BigDecimal("0.01");
    private static final Bounds NOTHING = of(BigDecimal.ZERO);

    /** One number. */
    public static Bounds of(BigDecimal number) {
        return of(number, number);
    }

    /** From one number to another, both included. */
    public static Bounds of(BigDecimal least, BigDecimal most) {
        return new Bounds(Optional.of(least), Optional.of(most));
    }

    /** Whether it is one number. */
    public boolean isKnown() {
        return least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) == 0;
    }

    /** The sums of one of these and one of those. */
    public Bounds plus(Bounds other) {
        return new Bounds(both(least, other.least, BigDecimal::add), both(most, other.most, BigDecimal::add));
    }

    /** Each of them multiplied by a number, which may be below nothing. */
    public Bounds times(BigDecimal factor) {
        Optional<BigDecimal> low = least.map(factor::multiply);
        Optional<BigDecimal> high = most.map(factor::multiply);
        return factor.signum() < 0 ? new Bounds(high, low) : new Bounds(low, high);
    }

    /** The products of one of these and one of those, of which none is below nothing. */
    public Bounds times(Bounds other) {
        Bounds one = notBelowNothing();
        Bounds two = other.notBelowNothing();
        return new Bounds(
                both(one.least, two.least, BigDecimal::multiply), both(one.most, two.most, BigDecimal::multiply));
    }

    /** A hundredth of each of them. */
    public Bounds hundredth() {
        return times(PER_CENT);
    }

    /** These numbers, nothing in the place of those below nothing. */
    public Bounds notBelowNothing() {
        return atLeast(NOTHING);
    }

    /** Each of these raised to one of those. */
    public Bounds atLeast(Bounds other) {
        return new Bounds(either(least, other.least, BigDecimal::max), both(most, other.most, BigDecimal::max));
    }

    /** Each of these cut to one of those. */
    public Bounds atMost(Bounds other) {
        return new Bounds(both(least, other.least, BigDecimal::min), either(most, other.most, BigDecimal::min));
    }

    private static Optional<BigDecimal> both(
            Optional<BigDecimal> one, Optional<BigDecimal> other, BinaryOperator<BigDecimal> joined) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(joined.apply(one.get(), other.get()))
                : Optional.empty();
    }

    private static Optional<BigDecimal> either(
            Optional<BigDecimal> one, Optional<BigDecimal> other, BinaryOperator<BigDecimal> joined) {
        return one.isPresent() && other.isPresent() ? both(one, other, joined) : one.or(() -> other);
    }
}
