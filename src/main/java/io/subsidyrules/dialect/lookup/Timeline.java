package io.subsidyrules.dialect.lookup;

import io.subsidyrules.dialect.table.Cell;
import io.subsidyrules.dialect.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ends the time of a row where that of the next one for the same keys begins. */
final class Timeline {

    private Timeline() {}

    /**
     * The rows, in their order, each from its day to the day before the next.
     *
     * @param day the index of the cell that has the first day of a row
     */
    static List<Table.Row> of(List<Table.Row> rows, int day) {
        Map<List<Cell>, List<Table.Row>> byKeys = new LinkedHashMap<>();
        for (Table.Row row : rows) {
            List<Cell> others = new ArrayList<>(row.cells());
            others.remove(day);
            byKeys.computeIfAbsent(others, keys -> new ArrayList<>()).add(row);
        }
        Map<Table.Row, Optional<BigDecimal>> ends = new LinkedHashMap<>();
        for (List<Table.Row> same : byKeys.values()) {
            List<Table.Row> sorted = new ArrayList<>(same);
            sorted.sort(Comparator.comparing(row -> from(row, day)));
            for (int i = 0; i < sorted.size(); i++) {
                BigDecimal from = from(sorted.get(i), day);
                ends.put(
                        sorted.get(i),
                        sorted.subList(i + 1, sorted.size()).stream()
                                .map(row -> from(row, day))
                                .filter(next -> next.compareTo(from) > 0)
                                .findFirst());
            }
        }
        return rows.stream()
                .map(row -> until(row, day, ends.getOrDefault(row, Optional.empty())))
                .toList();
    }

    private static BigDecimal from(Table.Row row, int day) {
        return ((Cell.Between) row.cells().get(day)).from().orElseThrow();
    }

    private static Table.Row until(Table.Row row, int day, Optional<BigDecimal> end) {
        List<Cell> cells = new ArrayList<>(row.cells());
        cells.set(day, Cell.Between.of(Optional.of(from(row, day)), true, end, false, 0));
        return new Table.Row(row.place(), cells, row.value());
    }
}
