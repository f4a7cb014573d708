package io.subsidyrules.regression.mutant;

import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.table.Cell;
import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.dialect.value.Bounds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The limits of a key of a table, a step more or less, for all rows that have them, so that there is neither a gap nor
 * an overlap where there was none before.
 */
final class TableLimitMutants {

    private final Table table;
    private final int key;
    private final boolean ofDates;

    private TableLimitMutants(Table table, int key, boolean ofDates) {
        this.table = table;
        this.key = key;
        this.ofDates = ofDates;
    }

    /**
     * The changes of the limits at which the rows of some indices begin or end.
     *
     * @param lookups all that read the table; where one of them always has a row, only a limit between two rows is
     *     changed
     */
    static Stream<Change<Table>> of(Table table, List<Operand.Lookup> lookups, List<Integer> rows) {
        boolean gaps = lookups.stream().noneMatch(Operand.Lookup::complete);
        return IntStream.range(0, table.head().keys().size()).boxed().flatMap(key -> {
            TableLimitMutants mutants = new TableLimitMutants(
                    table, key, lookups.get(0).keys().get(key).type() == ValueType.DATE);
            return rows.stream().flatMap(row -> mutants.limits(row, gaps));
        });
    }

    private Stream<Change<Table>> limits(int index, boolean gaps) {
        Table.Row row = table.rows().get(index);
        return row.cells().get(key) instanceof Cell.Between between
                ? Stream.of(between.from(), between.to())
                        .flatMap(Optional::stream)
                        .filter(limit -> gaps || isBetween(limit))
                        .flatMap(limit -> steps(between)
                                .map(by -> new Change<>(
                                        MutantKind.TABLE,
                                        Change.text(
                                                "key",
                                                shown(limit),
                                                table.head().keys().get(key),
                                                shown(limit.add(by))),
                                        row.place(),
                                        moved(limit, by))))
                        .filter(change -> isSound(change.made()))
                : Stream.of();
    }

    /** Whether a row ends where another one begins. */
    private boolean isBetween(BigDecimal limit) {
        return cells(table).anyMatch(cell -> isAt(cell.from(), limit))
                && cells(table).anyMatch(cell -> isAt(cell.to(), limit));
    }

    private static Stream<BigDecimal> steps(Cell.Between cell) {
        int decimals = Stream.of(cell.steps().least(), cell.steps().most())
                .flatMap(Optional::stream)
                .mapToInt(BigDecimal::scale)
                .max()
                .orElse(0);
        return Steps.around(BigDecimal.ZERO, Steps.ofDecimals(Math.max(0, decimals)));
    }

    private Stream<Cell.Between> cells(Table one) {
        return one.rows().stream()
                .map(row -> row.cells().get(key))
                .filter(Cell.Between.class::isInstance)
                .map(Cell.Between.class::cast);
    }

    private static boolean isAt(Optional<BigDecimal> end, BigDecimal limit) {
        return end.filter(one -> one.compareTo(limit) == 0).isPresent();
    }

    private boolean isSound(Table changed) {
        return cells(changed).noneMatch(Cell.Between::isEmpty);
    }

    private String shown(BigDecimal limit) {
        return ofDates ? LocalDate.ofEpochDay(limit.longValueExact()).toString() : Change.plain(limit);
    }

    private Table moved(BigDecimal limit, BigDecimal by) {
        return new Table(
                table.head(),
                table.rows().stream()
                        .map(row -> {
                            List<Cell> cells = new ArrayList<>(row.cells());
                            if (cells.get(key) instanceof Cell.Between between) {
                                cells.set(key, moved(between, end -> end.compareTo(limit) == 0, by));
                            }
                            return new Table.Row(row.place(), cells, row.value());
                        })
                        .toList());
    }

    private static Cell moved(Cell.Between cell, Predicate<BigDecimal> isLimit, BigDecimal by) {
        boolean from = cell.from().filter(isLimit).isPresent();
        boolean to = cell.to().filter(isLimit).isPresent();
        return new Cell.Between(
                from ? cell.from().map(by::add) : cell.from(),
                cell.withFrom(),
                to ? cell.to().map(by::add) : cell.to(),
                cell.withTo(),
                new Bounds(
                        from ? cell.steps().least().map(by::add) : cell.steps().least(),
                        to ? cell.steps().most().map(by::add) : cell.steps().most()));
    }
}
