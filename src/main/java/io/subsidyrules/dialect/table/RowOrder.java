package io.subsidyrules.dialect.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * The rows of a table in the order in which the cells of one key begin, to find those near some values at once.
 *
 * @param <T> a row
 */
final class RowOrder<T> {

    private static final Comparator<Optional<BigDecimal>> NOTHING_FIRST = Comparator.comparing(
                    (Optional<BigDecimal> limit) -> limit.isPresent())
            .thenComparing(limit -> limit.orElse(BigDecimal.ZERO));

    private final List<T> rows;
    private final List<Optional<BigDecimal>> beginnings = new ArrayList<>();

    /** How far this row, or one before it, reaches; empty if without end. */
    private final List<Optional<BigDecimal>> reaches = new ArrayList<>();

    /** @param cell the numbers or dates that a row has for the key */
    RowOrder(List<T> rows, Function<T, Cell.Between> cell) {
        this.rows = rows.stream()
                .sorted(Comparator.comparing(row -> cell.apply(row).steps().least(), NOTHING_FIRST))
                .toList();
        for (T row : this.rows) {
            Optional<BigDecimal> end = cell.apply(row).steps().most();
            Optional<BigDecimal> before = reaches.isEmpty() ? end : reaches.get(reaches.size() - 1);
            beginnings.add(cell.apply(row).steps().least());
            reaches.add(before.flatMap(reached -> end.map(reached::max)));
        }
    }

    /** All rows that have a value from one to another, and maybe some that have none. */
    List<T> near(BigDecimal least, BigDecimal most) {
        int from = first(
                at -> reaches.get(at).map(end -> end.compareTo(least) >= 0).orElse(true));
        int to = first(
                at -> beginnings.get(at).map(start -> start.compareTo(most) > 0).orElse(false));
        return rows.subList(Math.min(from, to), to);
    }

    /** The first place for which something holds that goes on to hold behind it. */
    private int first(IntPredicate holds) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
