package io.subsidyrules.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The number of points that are covered, of so many.
 *
 * @param covered how many are
 * @param all how many there are
 */
public record Ratio(int covered, int all) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Their percentage, rounded down to one decimal: 100.0 is said only where all are covered. */
    public BigDecimal percent() {
        return percent(1);
    }

    /** Their percentage, rounded down to a whole number. */
    public int wholePercent() {
        return percent(0).intValueExact();
    }

    private BigDecimal percent(int decimals) {
        return all == 0
                ? HUNDRED.setScale(decimals)
                : HUNDRED.multiply(BigDecimal.valueOf(covered))
                        .divide(BigDecimal.valueOf(all), decimals, RoundingMode.DOWN);
    }

    /** The part of one that are covered, rounded down to four decimals. */
    public BigDecimal rate() {
        return all == 0
                ? BigDecimal.ONE.setScale(4)
                : BigDecimal.valueOf(covered).divide(BigDecimal.valueOf(all), 4, RoundingMode.DOWN);
    }

    /** Whether at least so many per cent are covered, exactly. */
    public boolean isAtLeast(BigDecimal percent) {
        return HUNDRED.multiply(BigDecimal.valueOf(covered)).compareTo(percent.multiply(BigDecimal.valueOf(all))) >= 0;
    }

    /** Whether all are covered. */
    public boolean isWhole() {
        return covered == all;
    }
}
