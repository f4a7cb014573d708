package io.subsidyrules.engine.stock;

import io.subsidyrules.dialect.lookup.KeyDomain;
import io.subsidyrules.dialect.lookup.ReadTables;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.table.Cell;
import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.dialect.value.Bounds;
import io.subsidyrules.dialect.value.Operator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Prints a comparison that reads a table as the rows that it can come to. Where all keys are known, one of them has to
 * make it true; where some are unknown, each row that their values can lead to, and each value has to have one.
 */
final class PrintedLookup {

    private final Expression.Comparison comparison;
    private final Operand.Lookup lookup;
    private final Function<Expression, String> printed;
    private final Function<Operand, String> isUnknown;

    /**
     * The comparison, which reads one table.
     *
     * @param printed prints the tests of keys, and comparisons with numbers
     * @param isUnknown prints the test whether a key is null
     */
    PrintedLookup(
            Expression.Comparison comparison,
            Function<Expression, String> printed,
            Function<Operand, String> isUnknown) {
        this.comparison = comparison;
        this.lookup = ReadTables.of(comparison).iterator().next();
        this.printed = printed;
        this.isUnknown = isUnknown;
    }

    String print() {
        int keys = lookup.keys().size();
        return IntStream.range(0, 1 << keys)
                .mapToObj(set -> IntStream.range(0, keys)
                        .filter(key -> (set & 1 << key) != 0)
                        .boxed()
                        .toList())
                .filter(unknown ->
                        unknown.stream().allMatch(key -> lookup.keys().get(key) instanceof Operand.FieldValue))
                .flatMap(this::cases)
                .collect(Collectors.joining(" || ", "( ", " )"));
    }

    /** The cases in which those keys are unknown and no others: one for the cells that hold the values of each other. */
    private Stream<String> cases(List<Integer> unknown) {
        return lookup.table().rows().stream()
                .map(row -> known(row, unknown))
                .distinct()
                .flatMap(cells -> rows(cells, unknown).stream().map(rows -> printed(cells, rows)));
    }

    /** The cells of the keys that are known; none in the place of another. */
    private static List<Optional<Cell>> known(Table.Row row, List<Integer> unknown) {
        return IntStream.range(0, row.cells().size())
                .mapToObj(key -> Optional.of(row.cells().get(key)).filter(cell -> !unknown.contains(key)))
                .toList();
    }

    /** The rows that the values of unknown keys lead to; none if there are values for which there is no row. */
    private Optional<List<Table.Row>> rows(List<Optional<Cell>> cells, List<Integer> unknown) {
        List<Table.Row> rows = lookup.table().rows().stream()
                .filter(row -> known(row, unknown).equals(cells))
                .toList();
        List<List<Object>> values = List.of(List.of());
        for (int key : unknown) {
            List<Object> ofKey = values(key);
            values = values.stream()
                    .flatMap(begun -> ofKey.stream().map(value -> Stream.concat(begun.stream(), Stream.of(value))
                            .toList()))
                    .toList();
        }
        List<List<Table.Row>> reached = values.stream()
                .map(some -> rows.stream()
                        .filter(row -> IntStream.range(0, some.size())
                                .allMatch(i -> row.cells().get(unknown.get(i)).contains(some.get(i))))
                        .toList())
                .toList();
        return reached.isEmpty() || reached.stream().anyMatch(List::isEmpty)
                ? Optional.empty()
                : Optional.of(
                        reached.stream().flatMap(Collection::stream).distinct().toList());
    }

    /**
     * Values of a key, one at least of those that no cell tells from each other; none of a key that is a text, which
     * may be any.
     */
    private List<Object> values(int key) {
        KeyDomain domain = KeyDomain.of(lookup.keys().get(key));
        if (domain.numbers().isEmpty()) {
            return domain.listed();
        }
        Bounds all = domain.numbers().get();
        BigDecimal step = BigDecimal.ONE.movePointLeft(domain.decimals());
        TreeSet<BigDecimal> values =
                new TreeSet<>(List.of(all.least().orElseThrow(), all.most().orElseThrow()));
        for (Table.Row row : lookup.table().rows()) {
            Bounds cell = ((Cell.Between) row.cells().get(key)).steps();
            Stream.concat(cell.least().stream(), cell.most().stream())
                    .flatMap(end -> Stream.of(end.subtract(step), end, end.add(step)))
                    .filter(value -> value.compareTo(all.least().orElseThrow()) >= 0
                            && value.compareTo(all.most().orElseThrow()) <= 0)
                    .forEach(values::add);
        }
        return List.copyOf(values);
    }

    private String printed(List<Optional<Cell>> cells, List<Table.Row> rows) {
        List<String> tests = new ArrayList<>();
        for (int key = 0; key < cells.size(); key++) {
            Operand operand = lookup.keys().get(key);
            cells.get(key)
                    .ifPresentOrElse(
                            cell -> within(operand, cell).forEach(limit -> tests.add(printed.apply(limit))),
                            () -> tests.add(isUnknown.apply(operand)));
        }
        rows.forEach(row -> tests.add(printed.apply(new Expression.Comparison(
                with(comparison.left(), row), comparison.operator(), with(comparison.right(), row)))));
        return tests.stream().collect(Collectors.joining(" && ", "( ", " )"));
    }

    private static Operand with(Operand operand, Table.Row row) {
        Operand.Literal literal = new Operand.Literal(ValueType.DECIMAL, row.value());
        if (operand instanceof Operand.WeightedSum sum) {
            return new Operand.WeightedSum(
                    sum.terms().stream()
                            .map(term -> term.number() instanceof Operand.Lookup
                                    ? new Operand.WeightedSum.Term(term.factor(), literal)
                                    : term)
                            .toList(),
                    sum.constant());
        }
        return operand instanceof Operand.Lookup
                ? new Operand.WeightedSum(
                        List.of(new Operand.WeightedSum.Term(BigDecimal.ONE, literal)), BigDecimal.ZERO)
                : operand;
    }

    private static List<Expression> within(Operand key, Cell cell) {
        if (cell instanceof Cell.One one) {
            return List.of(
                    new Expression.Comparison(key, Operator.EQUAL, new Operand.Literal(key.type(), one.value())));
        }
        List<Expression> limits = new ArrayList<>();
        Cell.Between between = (Cell.Between) cell;
        between.steps()
                .least()
                .ifPresent(least ->
                        limits.add(new Expression.Comparison(key, Operator.GREATER_OR_EQUAL, limit(key, least))));
        between.steps()
                .most()
                .ifPresent(
                        most -> limits.add(new Expression.Comparison(key, Operator.LESS_OR_EQUAL, limit(key, most))));
        return limits;
    }

    private static Operand.Literal limit(Operand key, BigDecimal limit) {
        return key.type() == ValueType.DATE
                ? new Operand.Literal(ValueType.DATE, LocalDate.ofEpochDay(limit.longValueExact()))
                : new Operand.Literal(ValueType.DECIMAL, limit);
    }
}
