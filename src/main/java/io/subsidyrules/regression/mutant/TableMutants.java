package io.subsidyrules.regression.mutant;

import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.table.Table;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The changes of a table: a number of it the least step more or less that its numbers are written with, the numbers of
 * two lines that follow each other exchanged, a limit of its keys a step further or less far. Of a long table only some
 * rows are changed, as far apart from each other as possible, the first and the last among them.
 */
final class TableMutants {

    /** The most rows of a table that are changed. */
    static final int ROWS = 24;

    private final Table table;

    private TableMutants(Table table) {
        this.table = table;
    }

    /** @param lookups all that read the table, at least one */
    static Stream<Change<Table>> of(Table table, List<Operand.Lookup> lookups) {
        TableMutants mutants = new TableMutants(table);
        return Stream.concat(
                mutants.rows().flatMap(i -> Stream.concat(mutants.numbers(i), mutants.exchanged(i))),
                TableLimitMutants.of(table, lookups, mutants.rows().toList()));
    }

    /** The indices of the rows that are changed. */
    private Stream<Integer> rows() {
        int size = table.rows().size();
        return size <= ROWS
                ? IntStream.range(0, size).boxed()
                : IntStream.range(0, ROWS).mapToObj(i -> i * (size - 1) / (ROWS - 1));
    }

    /** A number that is not below nothing stays so. */
    private Stream<Change<Table>> numbers(int index) {
        Table.Row row = table.rows().get(index);
        return Steps.around(row.value(), Steps.of(table))
                .filter(other -> other.signum() >= 0 || row.value().signum() < 0)
                .map(other -> new Change<>(
                        MutantKind.TABLE,
                        Change.moved("cell", row.value(), other),
                        row.place(),
                        table.with(index, other)));
    }

    private Stream<Change<Table>> exchanged(int index) {
        if (index + 1 == table.rows().size()) {
            return Stream.of();
        }
        Table.Row row = table.rows().get(index);
        Table.Row next = table.rows().get(index + 1);
        return Stream.of(new Change<>(
                MutantKind.TABLE,
                Change.text(
                        "exchanged",
                        Change.plain(row.value()),
                        Change.plain(next.value()),
                        next.place().line()),
                row.place(),
                table.with(index, next.value()).with(index + 1, row.value())));
    }
}
