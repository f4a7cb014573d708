package io.subsidyrules.dialect.model;

import io.subsidyrules.dialect.value.Bounds;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/**
 * The amounts that a formula can come to, given those that each number of it can be. They are exact where no number
 * comes twice, since a formula rises or falls with each; else the least can be too small and the most too great.
 */
public final class FormulaBounds implements Formula.Cases<Bounds> {

    private final Function<Operand, Bounds> numbers;

    private FormulaBounds(Function<Operand, Bounds> numbers) {
        this.numbers = numbers;
    }

    /**
     * The amounts that the formula can come to.
     *
     * @param numbers the numbers that each operand of the formula can be, of a negative one too
     */
    public static Bounds of(Formula formula, Function<Operand, Bounds> numbers) {
        return formula.match(new FormulaBounds(numbers));
    }

    @Override
    public Bounds fixed(Formula.Fixed fixed) {
        return Bounds.of(fixed.amount());
    }

    @Override
    public Bounds share(Formula.Share share) {
        return numbers.apply(share.percent()).times(numbers.apply(share.of())).hundredth();
    }

    @Override
    public Bounds times(Formula.Times times) {
        return times.each().match(this).times(numbers.apply(times.count()));
    }

    @Override
    public Bounds plus(Formula.Plus plus) {
        return plus.one().match(this).plus(plus.other().match(this));
    }

    @Override
    public Bounds atLeast(Formula.AtLeast atLeast) {
        return atLeast.amount().match(this).atLeast(atLeast.least().match(this));
    }

    @Override
    public Bounds atMost(Formula.AtMost atMost) {
        return atMost.amount().match(this).atMost(atMost.ceiling().match(this));
    }

    /** Each part has its rate; where a limit is not known, the end of it counts that is better, or worse. */
    @Override
    public Bounds tiers(Formula.Tiers tiers) {
        Bounds number = numbers.apply(tiers.of()).notBelowNothing();
        return new Bounds(
                number.least().map(least -> end(tiers, least, false)),
                number.most().or(() -> closing(tiers)).map(most -> end(tiers, most, true)));
    }

    /** The most that counts of a number without an end: up to the last limit, where nothing is given beyond it. */
    private Optional<BigDecimal> closing(Formula.Tiers tiers) {
        Formula last = tiers.tiers().get(tiers.tiers().size() - 1).limit();
        return tiers.beyond().signum() == 0 ? last.match(this).notBelowNothing().most() : Optional.empty();
    }

    /**
     * The least or the most for a number. Of each limit the end counts that suits: a higher one for the most where what
     * is within it has the better rate, a lower one where what is beyond it has.
     */
    private BigDecimal end(Formula.Tiers tiers, BigDecimal number, boolean most) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal from = BigDecimal.ZERO;
        for (int i = 0; i < tiers.tiers().size(); i++) {
            Formula.Tiers.Tier tier = tiers.tiers().get(i);
            boolean high = tier.rate().compareTo(tiers.rateAfter(i)) > 0 == most;
            Bounds limit = tier.limit().match(this).notBelowNothing();
            BigDecimal to = (high ? limit.most() : limit.least())
                    .map(number::min)
                    .orElse(number)
                    .max(from);
            sum = sum.add(part(tiers, to.subtract(from), tier.rate()));
            from = to;
        }
        return sum.add(part(tiers, number.subtract(from), tiers.beyond()));
    }

    private static BigDecimal part(Formula.Tiers tiers, BigDecimal part, BigDecimal rate) {
        BigDecimal amount = part.multiply(rate);
        return tiers.counted() ? amount : amount.movePointLeft(2);
    }
}
