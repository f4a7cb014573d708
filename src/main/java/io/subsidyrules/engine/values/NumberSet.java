package io.subsidyrules.engine.values;

import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.value.Operator;
import io.subsidyrules.engine.fact.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Numbers or dates.
 *
 * @param intervals in order, none touching another
 */
public record NumberSet(Scale scale, List<Interval> intervals) implements ValueSet {

    public NumberSet {
        intervals = List.copyOf(intervals);
    }

    /** The steps from one to another, both included. */
    public record Interval(BigInteger from, BigInteger to) {

        boolean contains(BigInteger step) {
            return from.compareTo(step) <= 0 && step.compareTo(to) <= 0;
        }

        /** The distance of a step from it. */
        public BigInteger distance(BigInteger step) {
            return BigInteger.ZERO.max(from.subtract(step)).max(step.subtract(to));
        }
    }

    static NumberSet all(Operand operand) {
        Scale scale = Scale.of(operand);
        return of(scale, scale.min(), scale.max());
    }

    static NumberSet none(Operand operand) {
        return new NumberSet(Scale.of(operand), List.of());
    }

    /** The values that compare so with another. */
    static NumberSet compared(Scale scale, Operator operator, Object other) {
        return compared(scale, operator, scale.atLeast(other), scale.above(other));
    }

    /**
     * The values that compare so with another, as something else.
     *
     * @param seen what the value becomes before it is compared, a later date perhaps; it never falls where the value
     *     rises
     */
    static NumberSet compared(Scale scale, Function<Object, Object> seen, Operator operator, Object other) {
        return compared(
                scale,
                operator,
                scale.first(step -> Values.compare(seen.apply(scale.value(step)), other) >= 0),
                scale.first(step -> Values.compare(seen.apply(scale.value(step)), other) > 0));
    }

    /**
     * The values that compare so with another.
     *
     * @param equal the first step that is not below the other
     * @param above the first step above it
     */
    private static NumberSet compared(Scale scale, Operator operator, BigInteger equal, BigInteger above) {
        return switch (operator) {
            case EQUAL -> of(scale, equal, before(above));
            case LESS -> of(scale, scale.min(), before(equal));
            case LESS_OR_EQUAL -> of(scale, scale.min(), before(above));
            case GREATER -> of(scale, above, scale.max());
            case GREATER_OR_EQUAL -> of(scale, equal, scale.max());
            case NOT_EQUAL -> (NumberSet) of(scale, scale.min(), before(equal)).or(of(scale, above, scale.max()));
        };
    }

    private static NumberSet of(Scale scale, BigInteger from, BigInteger to) {
        return new NumberSet(scale, isBefore(to, from) ? List.of() : List.of(new Interval(from, to)));
    }

    private static BigInteger before(BigInteger step) {
        return step.subtract(BigInteger.ONE);
    }

    private static BigInteger after(BigInteger step) {
        return step.add(BigInteger.ONE);
    }

    private static boolean isBefore(BigInteger one, BigInteger other) {
        return one.compareTo(other) < 0;
    }

    public static NumberSet of(Scale scale, Object value) {
        return of(scale, scale.step(value), scale.step(value));
    }

    /** The numbers from one to another, both included. */
    public static NumberSet between(Scale scale, BigDecimal least, BigDecimal most) {
        return of(scale, scale.step(least), scale.step(most));
    }

    @Override
    public boolean isEmpty() {
        return intervals.isEmpty();
    }

    @Override
    public ValueSet and(ValueSet other) {
        if (isAll()) {
            return other;
        }
        if (((NumberSet) other).isAll()) {
            return this;
        }
        List<Interval> both = new ArrayList<>();
        List<Interval> others = ((NumberSet) other).intervals;
        int one = 0;
        int two = 0;
        while (one < intervals.size() && two < others.size()) {
            BigInteger from = intervals.get(one).from.max(others.get(two).from);
            BigInteger to = intervals.get(one).to.min(others.get(two).to);
            if (!isBefore(to, from)) {
                both.add(new Interval(from, to));
            }
            if (isBefore(intervals.get(one).to, others.get(two).to)) {
                one++;
            } else {
                two++;
            }
        }
        return new NumberSet(scale, both);
    }

    private boolean isAll() {
        return intervals.size() == 1
                && !isBefore(scale.min(), intervals.get(0).from)
                && !isBefore(intervals.get(0).to, scale.max());
    }

    @Override
    public ValueSet or(ValueSet other) {
        List<Interval> both = new ArrayList<>(intervals);
        both.addAll(((NumberSet) other).intervals);
        return union(scale, both);
    }

    /** The values of all intervals, in whatever order they are. */
    static NumberSet union(Scale scale, List<Interval> intervals) {
        List<Interval> sorted = new ArrayList<>(intervals);
        sorted.sort(Comparator.comparing(Interval::from));
        List<Interval> merged = new ArrayList<>();
        for (Interval next : sorted) {
            Interval last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && !isBefore(after(last.to), next.from)) {
                merged.set(merged.size() - 1, new Interval(last.from, last.to.max(next.to)));
            } else {
                merged.add(next);
            }
        }
        return new NumberSet(scale, merged);
    }

    @Override
    public boolean contains(Object value) {
        BigInteger step = scale.step(value);
        int low = 0;
        int high = intervals.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (isBefore(intervals.get(middle).to, step)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < intervals.size() && intervals.get(low).contains(step);
    }

    /** Whether no value is in both; the other one is of the same field. */
    public boolean isDisjoint(NumberSet other) {
        int one = 0;
        int two = 0;
        while (one < intervals.size() && two < other.intervals.size()) {
            if (isBefore(intervals.get(one).to, other.intervals.get(two).from)) {
                one++;
            } else if (isBefore(other.intervals.get(two).to, intervals.get(one).from)) {
                two++;
            } else {
                return false;
            }
        }
        return true;
    }

    /** All other values of the scale. */
    public NumberSet complement() {
        List<Interval> others = new ArrayList<>();
        BigInteger next = scale.min();
        for (Interval one : intervals) {
            if (isBefore(next, one.from)) {
                others.add(new Interval(next, before(one.from)));
            }
            next = after(one.to);
        }
        if (!isBefore(scale.max(), next)) {
            others.add(new Interval(next, scale.max()));
        }
        return new NumberSet(scale, others);
    }

    /** No two numbers, and no two days, look the same. */
    @Override
    public ValueSet without(Map<Object, Object> taken) {
        NumberSet left = this;
        for (Object value : taken.values()) {
            left = left.without(value);
        }
        return left;
    }

    @Override
    public boolean mayLookLike(Object value, Object look) {
        return contains(value);
    }

    private NumberSet without(Object value) {
        BigInteger step = scale.step(value);
        List<Interval> left = new ArrayList<>();
        for (Interval one : intervals) {
            if (!one.contains(step)) {
                left.add(one);
                continue;
            }
            if (isBefore(one.from, step)) {
                left.add(new Interval(one.from, before(step)));
            }
            if (isBefore(step, one.to)) {
                left.add(new Interval(after(step), one.to));
            }
        }
        return new NumberSet(scale, left);
    }
}
