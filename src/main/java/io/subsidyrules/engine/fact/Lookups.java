package io.subsidyrules.engine.fact;

import io.subsidyrules.dialect.lookup.Gaps;
import io.subsidyrules.dialect.lookup.KeyDomain;
import io.subsidyrules.dialect.lookup.ReadTables;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.table.Cell;
import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.dialect.value.Bounds;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of tables that count for an applicant and a claim, or still can while keys are unknown. */
public final class Lookups {

    /** The combinations of rows of several tables beyond which a comparison is unknown. */
    private static final int MOST_CASES = 5_000;

    private Lookups() {}

    /** The row that counts; empty if the table has none, or a key is unknown. */
    public static Optional<Table.Row> row(Operand.Lookup lookup, Function<Operand, @Nullable Object> values) {
        List<Object> keys = new ArrayList<>(lookup.keys().size());
        for (Operand key : lookup.keys()) {
            Object value = values.apply(key);
            if (value == null) {
                return Optional.empty();
            }
            keys.add(Cell.normal(value));
        }
        return lookup.table().row(keys);
    }

    /**
     * The rows that can still count.
     *
     * @param values of the keys; null if one is unknown
     * @param canBe whether an unknown key can have a value of a cell
     */
    public static List<Table.Row> possible(
            Operand.Lookup lookup, Function<Operand, @Nullable Object> values, BiPredicate<Operand, Cell> canBe) {
        List<Optional<Object>> known = known(lookup, values);
        if (known.stream().allMatch(Optional::isPresent)) {
            return row(lookup, values).map(List::of).orElse(List.of());
        }
        List<Table.Row> possible = new ArrayList<>();
        for (Table.Row row : lookup.table().rows()) {
            boolean counts = true;
            for (int key = 0; key < known.size() && counts; key++) {
                Cell cell = row.cells().get(key);
                Operand operand = lookup.keys().get(key);
                counts = known.get(key).map(cell::contains).orElseGet(() -> canBe.test(operand, cell));
            }
            if (counts) {
                possible.add(row);
            }
        }
        return possible;
    }

    private static List<Optional<Object>> known(Operand.Lookup lookup, Function<Operand, @Nullable Object> values) {
        List<Optional<Object>> known = new ArrayList<>(lookup.keys().size());
        for (Operand key : lookup.keys()) {
            known.add(Optional.ofNullable(values.apply(key)).map(Cell::normal));
        }
        return known;
    }

    /** Whether the key, of which some field is unknown, can have a value of the cell by the ranges of its fields. */
    private static boolean canBe(Operand key, Cell cell, Function<Operand, @Nullable Object> values) {
        return !(cell instanceof Cell.Between between)
                || domain(key, values)
                        .numbers()
                        .map(all -> between.overlaps(
                                all.least().orElseThrow(), all.most().orElseThrow()))
                        .orElse(true);
    }

    /** The values of a key, with those of its fields that are known. */
    private static KeyDomain domain(Operand key, Function<Operand, @Nullable Object> values) {
        KeyDomain domain = KeyDomain.of(key);
        return key instanceof Operand.WeightedSum sum ? domain.within(bounds(sum, values)) : domain;
    }

    private static Bounds bounds(Operand.WeightedSum sum, Function<Operand, @Nullable Object> values) {
        Bounds bounds = Bounds.of(sum.constant());
        for (Operand.WeightedSum.Term term : sum.terms()) {
            Object value = values.apply(term.number());
            Bounds number = value == null
                    ? KeyDomain.of(term.number()).numbers().orElseThrow()
                    : Bounds.of(Values.decimal(value));
            bounds = bounds.plus(number.times(term.factor()));
        }
        return bounds;
    }

    /** Whether there may be no row for what the keys can still be. */
    private static boolean mayLack(Operand.Lookup lookup, Function<Operand, @Nullable Object> values) {
        List<Optional<Object>> known = known(lookup, values);
        return !lookup.complete()
                && Gaps.mayBe(
                        lookup.table(),
                        lookup.keys().stream().map(key -> domain(key, values)).toList(),
                        known);
    }

    /**
     * The comparisons that one comes to with the numbers that its tables can still have.
     *
     * @param comparisons without tables
     * @param mayLack whether one of its tables may have no row, with which it is false
     * @param whole whether these are all
     */
    public record Cases(List<Expression.Comparison> comparisons, boolean mayLack, boolean whole) {
        public Cases {
            comparisons = List.copyOf(comparisons);
        }

        /** Whether the comparison is false, since no row can count. */
        public boolean isNever() {
            return whole && comparisons.isEmpty();
        }
    }

    /**
     * The cases of a comparison that reads tables.
     *
     * @param values of fields and of the date; null if one is unknown
     */
    public static Cases cases(Expression.Comparison comparison, Function<Operand, @Nullable Object> values) {
        Map<Operand.Lookup, Set<BigDecimal>> numbers = new LinkedHashMap<>();
        boolean mayLack = false;
        long count = 1;
        for (Operand.Lookup lookup : ReadTables.of(comparison)) {
            Set<BigDecimal> possible = new TreeSet<>();
            possible(lookup, values, (key, cell) -> canBe(key, cell, values)).forEach(row -> possible.add(row.value()));
            numbers.put(lookup, possible);
            count *= possible.size();
            if (possible.isEmpty()) {
                return new Cases(List.of(), true, true);
            }
            mayLack |= mayLack(lookup, values);
            if (count > MOST_CASES) {
                return new Cases(List.of(), mayLack, false);
            }
        }
        List<Expression.Comparison> cases = List.of(comparison);
        for (Map.Entry<Operand.Lookup, Set<BigDecimal>> one : numbers.entrySet()) {
            cases = cases.stream()
                    .flatMap(some -> one.getValue().stream().map(number -> with(some, one.getKey(), number)))
                    .toList();
        }
        return new Cases(cases, mayLack, true);
    }

    private static Expression.Comparison with(
            Expression.Comparison comparison, Operand.Lookup lookup, BigDecimal number) {
        return new Expression.Comparison(
                with(comparison.left(), lookup, number),
                comparison.operator(),
                with(comparison.right(), lookup, number));
    }

    private static Operand with(Operand operand, Operand.Lookup lookup, BigDecimal number) {
        Operand.Literal literal = new Operand.Literal(ValueType.DECIMAL, number);
        if (operand instanceof Operand.WeightedSum sum) {
            return new Operand.WeightedSum(
                    sum.terms().stream()
                            .map(term -> term.number().equals(lookup)
                                    ? new Operand.WeightedSum.Term(term.factor(), literal)
                                    : term)
                            .toList(),
                    sum.constant());
        }
        return operand.equals(lookup) ? literal : operand;
    }
}
