package io.subsidyrules.meaning.space;

import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.engine.values.Scale;
import java.math.BigInteger;

/**
 * The value of an interval that is looked at: one within it where it is wide, and of numbers a round one, so that what
 * is a multiple of it is a number with as few decimals.
 */
record Representative(Scale scale, BigInteger first, BigInteger last) {

    private static final int NARROW = 3;
    /** So many more digits than the first value has make room for differences that are small beside the value. */
    private static final int MORE_DIGITS = 4;

    /** Whether each of its values is looked at. */
    boolean isNarrow() {
        return last.subtract(first).compareTo(BigInteger.valueOf(NARROW)) <= 0;
    }

    BigInteger step() {
        return isNarrow() || scale.type() == ValueType.DATE
                ? first.add(last).shiftRight(1).max(first)
                : round();
    }

    private BigInteger round() {
        int digits = first.abs().toString().length();
        for (int more = MORE_DIGITS; more >= 0; more--) {
            BigInteger round = BigInteger.TEN.pow(digits + more);
            if (isWithin(round)) {
                return round;
            }
        }
        for (int zeros = last.abs().max(first.abs()).toString().length(); zeros > 0; zeros--) {
            BigInteger unit = BigInteger.TEN.pow(zeros);
            BigInteger round = first.divide(unit).add(BigInteger.ONE).multiply(unit);
            if (isWithin(round)) {
                return round;
            }
        }
        return first.add(last).shiftRight(1);
    }

    private boolean isWithin(BigInteger step) {
        return step.compareTo(first) > 0 && step.compareTo(last) < 0;
    }
}
