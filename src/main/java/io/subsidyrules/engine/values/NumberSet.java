package io.subsidyrules.engine.values;

import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.value.Operator;
import io.subsidyrules.engine.fact.Values;
import java.math.BigDecimal;
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
    public record Interval(long from, long to) {

        boolean contains(long step) {
            return from <= step && step <= to;
        }

        /** The distance of a step from it. */
        public long distance(long step) {
            return Math.max(0, Math.max(from - step, step - to));
        }
    }

    static NumberSet all(Operand operand) {
        Scale scale = Scale.of(operand);
        return of(scale, scale.min(), scale.max());
    }

    static NumberSet none(Operand operand) {
        return new NumberSet(Scale.of(operand), List.of());
    }

    /**
     * The values that compare so with another.
     *
     * @param seen what the value becomes before it is compared, a later date perhaps; it never falls where the value
     *     rises
     */
    public static NumberSet compared(Scale scale, Function<Object, Object> seen, Operator operator, Object other) {
        long equal = scale.first(step -> Values.compare(seen.apply(scale.value(step)), other) >= 0);
        long above = scale.first(step -> Values.compare(seen.apply(scale.value(step)), other) > 0);
        return switch (operator) {
            case EQUAL -> of(scale, equal, above - 1);
            case LESS -> of(scale, scale.min(), equal - 1);
            case LESS_OR_EQUAL -> of(scale, scale.min(), above - 1);
            case GREATER -> of(scale, above, scale.max());
            case GREATER_OR_EQUAL -> of(scale, equal, scale.max());
            case NOT_EQUAL -> (NumberSet) of(scale, scale.min(), equal - 1).or(of(scale, above, scale.max()));
        };
    }

    private static NumberSet of(Scale scale, long from, long to) {
        return new NumberSet(scale, from > to ? List.of() : List.of(new Interval(from, to)));
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
            long from = Math.max(intervals.get(one).from, others.get(two).from);
            long to = Math.min(intervals.get(one).to, others.get(two).to);
            if (from <= to) {
                both.add(new Interval(from, to));
            }
            if (intervals.get(one).to < others.get(two).to) {
                one++;
            } else {
                two++;
            }
        }
        return new NumberSet(scale, both);
    }

    private boolean isAll() {
        return intervals.size() == 1 && intervals.get(0).from <= scale.min() && intervals.get(0).to >= scale.max();
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
        sorted.sort(Comparator.comparingLong(Interval::from));
        List<Interval> merged = new ArrayList<>();
        for (Interval next : sorted) {
            Interval last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && next.from <= last.to + 1) {
                merged.set(merged.size() - 1, new Interval(last.from, Math.max(last.to, next.to)));
            } else {
                merged.add(next);
            }
        }
        return new NumberSet(scale, merged);
    }

    @Override
    public boolean contains(Object value) {
        long step = scale.step(value);
        int low = 0;
        int high = intervals.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (intervals.get(middle).to < step) {
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
            if (intervals.get(one).to < other.intervals.get(two).from) {
                one++;
            } else if (other.intervals.get(two).to < intervals.get(one).from) {
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
        long next = scale.min();
        for (Interval one : intervals) {
            if (next < one.from) {
                others.add(new Interval(next, one.from - 1));
            }
            next = one.to + 1;
        }
        if (next <= scale.max()) {
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
        long step = scale.step(value);
        List<Interval> left = new ArrayList<>();
        for (Interval one : intervals) {
            if (!one.contains(step)) {
                left.add(one);
                continue;
            }
            if (one.from < step) {
                left.add(new Interval(one.from, step - 1));
            }
            if (step < one.to) {
                left.add(new Interval(step + 1, one.to));
            }
        }
        return new NumberSet(scale, left);
    }
}
