package io.subsidyrules.engine.amount;

import io.subsidyrules.dialect.lookup.ReadTables;
import io.subsidyrules.dialect.model.Formula;
import io.subsidyrules.dialect.model.FormulaBounds;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.table.Cell;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.KeyValues;
import io.subsidyrules.engine.values.NumberSet;
import io.subsidyrules.engine.values.Scale;
import io.subsidyrules.engine.values.ValueSet;
import io.subsidyrules.engine.values.ValueSets;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the most that a formula comes to while fields of it are unknown. Where each unknown field comes once, the
 * bounds of the formula are that. A field that comes twice, as in tiers of an increment whose limits hang on the same
 * base, makes them too wide: its range is then halved, the better half first, until the best that was found is as much
 * as any part can still give (branch and bound). Where such a field is a key of a table, each of its constants or texts
 * is tried, and its range is first cut where rows begin. What takes too long is given up, and the bound counts, which
 * is never too little.
 */
final class MostSearch {

    /** The parts of ranges that are looked at, where no long tables are looked through for each. */
    private static final int EFFORT = 2_000;

    /** So many rows of tables take as long to look through as a part. */
    private static final int ROWS = 10;

    private final Formula formula;
    private final Facts facts;
    private final UnknownFields unknown;
    private final Map<Operand, NumberSet> possible = new LinkedHashMap<>();
    private final List<Operand> repeated = new ArrayList<>();
    private final int most;

    private MostSearch(Formula formula, Facts facts, UnknownFields unknown) {
        this.formula = formula;
        this.facts = facts;
        this.unknown = unknown;
        this.most = EFFORT / (1 + rowsOfSeveralKeys(formula) / ROWS);
        Set<Operand> seen = new LinkedHashSet<>();
        formula.forEachSource(field -> {
            if (facts.value(field) != null) {
                return;
            }
            if (!seen.add(field) && !repeated.contains(field)) {
                repeated.add(field);
            }
            if (field.type().isOrdered()) {
                possible.computeIfAbsent(field, unknown::possible);
            }
        });
    }

    /** The most, in yuan, not rounded; nothing where a field can have no value. */
    static BigDecimal most(Formula formula, Facts facts, UnknownFields unknown) {
        return most(formula, facts, unknown, 1);
    }

    /** @param tried the combinations of constants and texts that are tried beside this one */
    private static BigDecimal most(Formula formula, Facts facts, UnknownFields unknown, int tried) {
        MostSearch search = new MostSearch(formula, facts, unknown);
        Optional<Operand> listed = search.repeated.stream()
                .filter(field -> !field.type().isOrdered())
                .findFirst();
        search.repeated.removeIf(field -> !field.type().isOrdered());
        if (listed.isEmpty()) {
            return search.most();
        }
        List<Object> values = search.values(listed.get());
        if ((long) tried * values.size() > EFFORT) {
            return search.most();
        }
        BigDecimal best = BigDecimal.ZERO;
        for (Object value : values) {
            Facts with = facts.with(listed.get(), value);
            best = best.max(most(formula, with, unknown.in(with), tried * values.size()));
        }
        return best;
    }

    /** The constants that a field can be, or the texts for which tables have rows. */
    private List<Object> values(Operand field) {
        Set<Object> values = new LinkedHashSet<>();
        if (ValueSets.all(field) instanceof ValueSet.Choices all) {
            values.addAll(all.values());
        } else {
            cells(field).forEach(cell -> cell.only().ifPresent(values::add));
        }
        values.removeIf(value -> unknown.isExcluded(field, value));
        return List.copyOf(values);
    }

    /** The cells of all tables of which a field is a key. */
    private List<Cell> cells(Operand field) {
        List<Cell> cells = new ArrayList<>();
        add(formula, field, cells);
        return cells;
    }

    private static void add(Formula formula, Operand field, List<Cell> cells) {
        formula.numbers().flatMap(number -> ReadTables.of(number).stream()).forEach(lookup -> {
            int key = lookup.keys().indexOf(field);
            if (key >= 0) {
                lookup.table().rows().forEach(row -> cells.add(row.cells().get(key)));
            }
        });
        formula.parts().forEach(part -> add(part, field, cells));
    }

    /** A part of the ranges of the fields that come twice, with the most that it can give. */
    private record Box(Map<Operand, NumberSet.Interval> sides, BigDecimal most) {}

    private BigDecimal most() {
        if (possible.values().stream().anyMatch(NumberSet::isEmpty)) {
            return BigDecimal.ZERO;
        }
        PriorityQueue<Box> open =
                new PriorityQueue<>(Comparator.comparing(Box::most).reversed());
        boxes(0, new LinkedHashMap<>(), open);
        BigDecimal best = BigDecimal.ZERO;
        for (int effort = 0; !open.isEmpty(); effort++) {
            Box box = open.poll();
            if (effort == most) {
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
        List<NumberSet.Interval> intervals = possibleOf(field).intervals();
        for (NumberSet.Interval interval : repeated.size() == 1 ? few(cut(field, intervals), intervals) : intervals) {
            sides.put(field, interval);
            boxes(index + 1, sides, open);
        }
        sides.remove(field);
    }

    private List<NumberSet.Interval> few(List<NumberSet.Interval> parts, List<NumberSet.Interval> intervals) {
        return parts.size() > 2 * most ? intervals : parts;
    }

    /** The rows that are looked through for each part: a table of one key is not. */
    private static int rowsOfSeveralKeys(Formula formula) {
        return ReadTables.of(formula).stream()
                .filter(lookup -> lookup.keys().size() > 1)
                .mapToInt(lookup -> lookup.table().rows().size())
                .sum();
    }

    /** The intervals in parts for which the same rows count. */
    private List<NumberSet.Interval> cut(Operand field, List<NumberSet.Interval> intervals) {
        Scale scale = Scale.of(field);
        TreeSet<BigInteger> beginnings = new TreeSet<>();
        for (Cell cell : cells(field)) {
            Cell.Between between = (Cell.Between) cell;
            between.steps().least().ifPresent(least -> beginnings.add(step(scale, least)));
            between.steps()
                    .most()
                    .ifPresent(most -> beginnings.add(step(scale, most).add(BigInteger.ONE)));
        }
        List<NumberSet.Interval> parts = new ArrayList<>();
        for (NumberSet.Interval interval : intervals) {
            BigInteger from = interval.from();
            for (BigInteger next : beginnings.subSet(interval.from(), false, interval.to(), true)) {
                parts.add(new NumberSet.Interval(from, next.subtract(BigInteger.ONE)));
                from = next;
            }
            parts.add(new NumberSet.Interval(from, interval.to()));
        }
        return parts;
    }

    private static BigInteger step(Scale scale, BigDecimal limit) {
        return limit.movePointRight(scale.decimals())
                .setScale(0, RoundingMode.FLOOR)
                .unscaledValue();
    }

    private Box box(Map<Operand, NumberSet.Interval> sides) {
        return new Box(sides, bound(sides));
    }

    private BigDecimal bound(Map<Operand, NumberSet.Interval> sides) {
        NumberBounds numbers = new NumberBounds(facts, new InBox(unknown, sides, possible));
        return FormulaBounds.of(formula, numbers::of).most().orElseThrow();
    }

    /** The values that fields can be in a part of the ranges. */
    private record InBox(
            UnknownFields unknown, Map<Operand, NumberSet.Interval> sides, Map<Operand, NumberSet> possible)
            implements FieldValues {

        @Override
        public ValueSet of(Operand field) {
            NumberSet.Interval side = sides.get(field);
            if (side != null) {
                return new NumberSet(Scale.of(field), List.of(side));
            }
            NumberSet known = possible.get(field);
            return known != null ? known : unknown.of(field);
        }

        @Override
        public KeyValues ofKey(Operand field) {
            return field.type().isOrdered() ? FieldValues.super.ofKey(field) : unknown.ofKey(field);
        }
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
                BigInteger step = third == 0 ? range.from() : third == 2 ? range.to() : middle(range);
                corner.put(side.getKey(), new NumberSet.Interval(step, step));
            }
            best = best.max(bound(corner));
        }
        return best;
    }

    private void split(Box box, PriorityQueue<Box> open) {
        Optional<Map.Entry<Operand, NumberSet.Interval>> widest = box.sides().entrySet().stream()
                .max(Comparator.comparing(
                        side -> side.getValue().to().subtract(side.getValue().from())));
        if (widest.isEmpty()) {
            return;
        }
        NumberSet.Interval range = widest.get().getValue();
        if (range.from().equals(range.to())) {
            return;
        }
        open.add(box(with(box, widest.get().getKey(), range.from(), middle(range))));
        open.add(box(with(box, widest.get().getKey(), middle(range).add(BigInteger.ONE), range.to())));
    }

    private static Map<Operand, NumberSet.Interval> with(Box box, Operand field, BigInteger from, BigInteger to) {
        Map<Operand, NumberSet.Interval> sides = new LinkedHashMap<>(box.sides());
        sides.put(field, new NumberSet.Interval(from, to));
        return sides;
    }

    private static BigInteger middle(NumberSet.Interval range) {
        return range.from().add(range.to()).shiftRight(1);
    }

    private static BigDecimal fen(BigDecimal exact) {
        return exact.setScale(2, RoundingMode.DOWN);
    }
}
