package io.subsidyrules.dialect.table;

import io.subsidyrules.dialect.value.Bounds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;

/** The values of one key for which a row of a table counts. */
public sealed interface Cell {

    /**
     * Whether a value is one of them.
     *
     * @param value as {@link #normal} has it
     */
    boolean contains(Object value);

    /** Whether a value can be in both; the other one is of the same key. */
    boolean overlaps(Cell other);

    /** The only value; empty where there can be several. */
    Optional<Object> only();

    /**
     * A value as cells compare it: a number or a date as a decimal number without zeros at its end, dates counted in
     * days; every other value as it is.
     */
    static Object normal(Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        }
        if (value instanceof Integer number) {
            return BigDecimal.valueOf(number).stripTrailingZeros();
        }
        return value instanceof LocalDate date
                ? BigDecimal.valueOf(date.toEpochDay()).stripTrailingZeros()
                : value;
    }

    /** A text, a constant of an enum, true or false. */
    record One(Object value) implements Cell {
        @Override
        public boolean contains(Object other) {
            return value.equals(other);
        }

        @Override
        public boolean overlaps(Cell other) {
            return equals(other);
        }

        @Override
        public Optional<Object> only() {
            return Optional.of(value);
        }
    }

    /**
     * Numbers or dates between two limits, dates counted in days.
     *
     * @param from empty if it has no end
     * @param withFrom whether the limit itself is one of them
     * @param to empty if it has no end
     * @param steps the least and the greatest value that the key can have between the limits, both included
     */
    record Between(Optional<BigDecimal> from, boolean withFrom, Optional<BigDecimal> to, boolean withTo, Bounds steps)
            implements Cell {

        /**
         * The numbers between two limits that are multiples of a step.
         *
         * @param decimals of the step
         */
        public static Between of(
                Optional<BigDecimal> from, boolean withFrom, Optional<BigDecimal> to, boolean withTo, int decimals) {
            BigDecimal step = BigDecimal.ONE.movePointLeft(decimals);
            return new Between(
                    from,
                    withFrom,
                    to,
                    withTo,
                    new Bounds(
                            from.map(limit -> rounded(limit, withFrom, step, RoundingMode.CEILING)),
                            to.map(limit -> rounded(limit, withTo, step.negate(), RoundingMode.FLOOR))));
        }

        private static BigDecimal rounded(BigDecimal limit, boolean with, BigDecimal step, RoundingMode rounding) {
            BigDecimal next = limit.setScale(step.scale(), rounding);
            return !with && next.compareTo(limit) == 0 ? next.add(step) : next;
        }

        /** Whether there is no value between the limits. */
        public boolean isEmpty() {
            return steps.least().isPresent()
                    && steps.most().isPresent()
                    && steps.least().get().compareTo(steps.most().get()) > 0;
        }

        @Override
        public boolean contains(Object value) {
            BigDecimal number = (BigDecimal) value;
            return overlaps(number, number);
        }

        @Override
        public boolean overlaps(Cell other) {
            Bounds others = ((Between) other).steps;
            return steps.least()
                            .flatMap(least -> others.most().map(most -> least.compareTo(most) <= 0))
                            .orElse(true)
                    && others.least()
                            .flatMap(least -> steps.most().map(most -> least.compareTo(most) <= 0))
                            .orElse(true);
        }

        /** Whether a number from one to another is one of them. */
        public boolean overlaps(BigDecimal least, BigDecimal most) {
            return (steps.least().isEmpty() || steps.least().get().compareTo(most) <= 0)
                    && (steps.most().isEmpty() || steps.most().get().compareTo(least) >= 0);
        }

        @Override
        public Optional<Object> only() {
            return steps.isKnown() ? steps.least().map(BigDecimal::stripTrailingZeros) : Optional.empty();
        }
    }
}
