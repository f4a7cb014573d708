package io.subsidyrules.dialect.check;

import io.subsidyrules.dialect.value.TextProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values that a field can have where some conditions hold; perhaps more than those, never fewer. Numbers are
 * BigDecimal here, whatever their type.
 */
sealed interface Domain {

    /** Whether no value is left. */
    boolean isEmpty();

    /** Whether a value is one of them. */
    boolean contains(Object value);

    /** One of a list of values. */
    record Values(Set<Object> values) implements Domain {
        @Override
        public boolean isEmpty() {
            return values.isEmpty();
        }

        @Override
        public boolean contains(Object value) {
            return values.contains(value);
        }
    }

    /**
     * Numbers or dates between two limits.
     *
     * @param from null if there is none
     * @param withFrom whether the limit itself is one of them
     * @param to null if there is none
     * @param step the distance of two neighbours, where the limits are multiples of it; null if there is none
     */
    record Between(
            @Nullable BigDecimal from,
            boolean withFrom,
            @Nullable BigDecimal to,
            boolean withTo,
            @Nullable BigDecimal step)
            implements Domain {

        @Override
        public boolean isEmpty() {
            if (from == null || to == null) {
                return false;
            }
            BigDecimal first = withFrom || step == null ? from : from.add(step);
            BigDecimal last = withTo || step == null ? to : to.subtract(step);
            int compared = first.compareTo(last);
            return compared > 0 || (compared == 0 && step == null && !(withFrom && withTo));
        }

        @Override
        public boolean contains(Object value) {
            BigDecimal number = number(value);
            boolean above = from == null || number.compareTo(from) > (withFrom ? -1 : 0);
            boolean below = to == null || number.compareTo(to) < (withTo ? 1 : 0);
            return above && below;
        }
    }

    /** Texts with a beginning, or with an end. */
    record Affixed(TextProperty.Affix property) implements Domain {
        @Override
        public boolean isEmpty() {
            return false;
        }

        @Override
        public boolean contains(Object value) {
            return property.of(value.toString());
        }
    }

    /** Anything but some values. */
    record Without(Set<Object> values) implements Domain {
        @Override
        public boolean isEmpty() {
            return false;
        }

        @Override
        public boolean contains(Object value) {
            return !values.contains(value);
        }
    }

    /** Anything, as far as is known. */
    record Anything() implements Domain {
        @Override
        public boolean isEmpty() {
            return false;
        }

        @Override
        public boolean contains(Object value) {
            return true;
        }
    }

    /** The values that are in both. */
    default Domain and(Domain other) {
        if (this instanceof Values values) {
            Set<Object> both = new HashSet<>(values.values());
            both.removeIf(value -> !other.contains(value));
            return new Values(both);
        }
        if (this instanceof Anything) {
            return other;
        }
        if (other instanceof Values) {
            return other.and(this);
        }
        if (this instanceof Without one) {
            return other instanceof Without two ? without(one, two) : other;
        }
        if (this instanceof Between one && other instanceof Between two) {
            return both(one, two);
        }
        if (this instanceof Affixed one && other instanceof Affixed two) {
            return both(one, two);
        }
        return this;
    }

    /** The values that are in one of the two. */
    default Domain or(Domain other) {
        if (this instanceof Values one && other instanceof Values two) {
            Set<Object> either = new HashSet<>(one.values());
            either.addAll(two.values());
            return new Values(either);
        }
        if (isEmpty()) {
            return other;
        }
        return other.isEmpty() ? this : new Anything();
    }

    private static Without without(Without one, Without two) {
        Set<Object> either = new HashSet<>(one.values());
        either.addAll(two.values());
        return new Without(either);
    }

    /** Two texts at the same end of one are both there only where one of them has the other at that end. */
    private static Domain both(Affixed one, Affixed two) {
        if (one.property().end() != two.property().end()) {
            return one;
        }
        return switch (one.property().end()) {
            case START, END -> {
                boolean longer = two.contains(one.property().affix());
                yield longer || one.contains(two.property().affix()) ? (longer ? one : two) : new Values(Set.of());
            }
        };
    }

    private static Between both(Between one, Between two) {
        int from = one.from() == null ? -1 : two.from() == null ? 1 : one.from().compareTo(two.from());
        int to = one.to() == null ? 1 : two.to() == null ? -1 : one.to().compareTo(two.to());
        return new Between(
                from >= 0 ? one.from() : two.from(),
                from == 0 ? one.withFrom() && two.withFrom() : from > 0 ? one.withFrom() : two.withFrom(),
                to <= 0 ? one.to() : two.to(),
                to == 0 ? one.withTo() && two.withTo() : to < 0 ? one.withTo() : two.withTo(),
                one.step() == null || two.step() == null ? null : one.step());
    }

    /** A number or a date as a number, dates counted in days. */
    static BigDecimal number(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        return value instanceof LocalDate date
                ? BigDecimal.valueOf(date.toEpochDay())
                : new BigDecimal(value.toString());
    }
}
