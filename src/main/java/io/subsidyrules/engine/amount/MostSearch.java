package io.subsidyrules.engine.amount;

import io.subsidyrules.dialect.model.Formula;
import io.subsidyrules.dialect.model.FormulaBounds;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.value.Bounds;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.values.NumberSet;
import io.subsidyrules.engine.values.Scale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Finds the most that a formula comes to while fields of it are unknown. Where each unknown field comes once, the
 * bounds of the formula are that. A field that comes twice, as in tiers of an increment whose limits hang on the same
 * base, makes them too wide: its range is then halved, the better half first, until the best that was found is as much
 * as any part can still give (branch and bound). What takes too long is given up, and the bound counts, which is never
 * too little.
 */
final class MostSearch {

    /** The parts of ranges that are looked at. */
    private static final int EFFORT = 2_000;

    private final Formula formula;
    private final Facts facts;
    private final Map<Operand, NumberSet> possible = new LinkedHashMap<>();
    private final List<Operand> repeated = new ArrayList<>();

    MostSearch(Formula formula, Facts facts, UnknownFields unknown) {
        this.formula = formula;
        this.facts = facts;
        formula.forEachSource(field -> {
            if (facts.value(field) != null) {
                return;
            }
            if (possible.containsKey(field)) {
                if (!repeated.contains(field)) {
                    repeated.add(field);
                }
            } else {
                possible.put(field, unknown.possible(field));
            }
        });
    }

    /** A part of the ranges of the fields that come twice, with the most that it can give. */
    private record Box(Map<Operand, NumberSet.Interval> sides, BigDecimal most) {}

    /** The most, in yuan, not rounded; nothing where a field can have no value. */
    BigDecimal most() {
        if (possible.values().stream().anyMatch(NumberSet::isEmpty)) {
            return BigDecimal.ZERO;
        }
        PriorityQueue<Box> open =
                new PriorityQueue<>(Comparator.comparing(Box::most).reversed());
        boxes(0, new LinkedHashMap<>(), open);
        BigDecimal best = BigDecimal.ZERO;
        for (int effort = 0; !open.isEmpty(); effort++) {
            Box box = open.poll();
            if (effort == EFFORT) {
                return box.most();
            }
            best = best.max(inCorners(box));
            if (fen(box.most()).compareTo(fen(best)) <= 0) {
                return best;
            }
            split(box, open);
        }
        return best;
    }

    /** All combinations of the intervals that fields which come twice can lie in. */
    private void boxes(int index, Map<Operand, NumberSet.Interval> sides, PriorityQueue<Box> open) {
        if (index == repeated.size()) {
            open.add(box(new LinkedHashMap<>(sides)));
            return;
        }
        Operand field = repeated.get(index);
        for (NumberSet.Interval interval : possibleOf(field).intervals()) {
            sides.put(field, interval);
            boxes(index + 1, sides, open);
        }
        sides.remove(field);
    }

    private Box box(Map<Operand, NumberSet.Interval> sides) {
        return new Box(sides, bound(sides));
    }

    private BigDecimal bound(Map<Operand, NumberSet.Interval> sides) {
        NumberBounds numbers = new NumberBounds(facts, field -> bounds(field, sides.get(field)));
        return FormulaBounds.of(formula, numbers::of).most().orElseThrow();
    }

    private Bounds bounds(Operand field, NumberSet.@Nullable Interval side) {
        Scale scale = Scale.of(field);
        if (side != null) {
            return UnknownFields.between(scale, side.from(), side.to());
        }
        List<NumberSet.Interval> intervals = possibleOf(field).intervals();
        return UnknownFields.between(
                scale,
                intervals.get(0).from(),
                intervals.get(intervals.size() - 1).to());
    }

    private NumberSet possibleOf(Operand field) {
        NumberSet known = possible.get(field);
        if (known == null) {
            throw new IllegalArgumentException("It is known: " + field);
        }
        return known;
    }

    /** The best of the corners where all sides are at their least, in their middle, or at their most. */
    private BigDecimal inCorners(Box box) {
        BigDecimal best = BigDecimal.ZERO;
        for (int third = 0; third <= 2; third++) {
            Map<Operand, NumberSet.Interval> corner = new LinkedHashMap<>();
            for (Map.Entry<Operand, NumberSet.Interval> side : box.sides().entrySet()) {
                NumberSet.Interval range = side.getValue();
                long step = third == 0 ? range.from() : third == 2 ? range.to() : middle(range);
                corner.put(side.getKey(), new NumberSet.Interval(step, step));
            }
            best = best.max(bound(corner));
        }
        return best;
    }

    private void split(Box box, PriorityQueue<Box> open) {
        Map.Entry<Operand, NumberSet.Interval> widest = box.sides().entrySet().stream()
                .max(Comparator.comparingLong(
                        side -> side.getValue().to() - side.getValue().from()))
                .orElseThrow();
        NumberSet.Interval range = widest.getValue();
        if (range.from() == range.to()) {
            return;
        }
        open.add(box(with(box, widest.getKey(), range.from(), middle(range))));
        open.add(box(with(box, widest.getKey(), middle(range) + 1, range.to())));
    }

    private static Map<Operand, NumberSet.Interval> with(Box box, Operand field, long from, long to) {
        Map<Operand, NumberSet.Interval> sides = new LinkedHashMap<>(box.sides());
        sides.put(field, new NumberSet.Interval(from, to));
        return sides;
    }

    private static long middle(NumberSet.Interval range) {
        return range.from() + (range.to() - range.from()) / 2;
    }

    private static BigDecimal fen(BigDecimal exact) {
        return exact.setScale(2, RoundingMode.DOWN);
    }
}
