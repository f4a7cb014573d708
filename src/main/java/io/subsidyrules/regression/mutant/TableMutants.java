package io.subsidyrules.regression.mutant;

import io.subsidyrules.dialect.table.Table;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The changes of a table: a number of it the least step more or less that its numbers are written with. */
final class TableMutants {

    private TableMutants() {}

    static Stream<Change<Table>> of(Table table) {
        return IntStream.range(0, table.rows().size()).boxed().flatMap(i -> numbers(table, i));
    }

    private static Stream<Change<Table>> numbers(Table table, int index) {
        Table.Row row = table.rows().get(index);
        return Steps.around(row.value(), Steps.of(table))
                .map(other -> new Change<>(
                        MutantKind.TABLE,
                        Change.moved("cell", row.value(), other),
                        row.place(),
                        table.with(index, other)));
    }
}
