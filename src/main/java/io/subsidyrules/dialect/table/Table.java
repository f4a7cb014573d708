package io.subsidyrules.dialect.table;

import io.subsidyrules.dialect.value.NumberUnit;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Numbers by the values of some keys, at most one for each combination: a file of a policy's folder, or a column of an
 * enum. Immutable.
 */
public final class Table {

    private final Head head;
    private final List<Row> rows;

    /** The keys of which each row has one value only, by which rows are found. */
    private final List<Integer> single;

    private final Map<List<Object>, List<Row>> index = new HashMap<>();

    /** The rows in the order of each key that is a number or a date. */
    private final Map<Integer, RowOrder<Row>> orders = new HashMap<>();

    /**
     * A table.
     *
     * @param rows with a cell for each key; no two for the same values, at least one
     */
    public Table(Head head, List<Row> rows) {
        this.head = head;
        this.rows = List.copyOf(rows);
        this.single = new ArrayList<>();
        for (int key = 0; key < head.keys().size(); key++) {
            int at = key;
            if (this.rows.stream().allMatch(row -> row.cells().get(at).only().isPresent())) {
                single.add(key);
            }
            if (this.rows.stream().allMatch(row -> row.cells().get(at) instanceof Cell.Between)) {
                orders.put(key, new RowOrder<>(this.rows, row ->
                        (Cell.Between) row.cells().get(at)));
            }
        }
        for (Row row : this.rows) {
            index.computeIfAbsent(
                            single.stream()
                                    .map(key -> row.cells().get(key).only().orElseThrow())
                                    .toList(),
                            values -> new ArrayList<>())
                    .add(row);
        }
    }

    /**
     * All of a table but its rows.
     *
     * @param name of a file without its ending, or of a column
     * @param ofEnum whether it is a column of an enum
     * @param title empty where nobody gave it one
     * @param unit of its numbers; empty where they are money, or just numbers
     * @param keys the headings of the keys' columns
     */
    public record Head(
            String name,
            boolean ofEnum,
            Optional<Text> title,
            Optional<NumberUnit> unit,
            List<String> keys,
            Place place) {
        public Head {
            keys = List.copyOf(keys);
        }
    }

    /**
     * A row.
     *
     * @param place where the file has it
     * @param cells one for each key
     */
    public record Row(Place place, List<Cell> cells, BigDecimal value) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** The name, the title and the keys. */
    public Head head() {
        return head;
    }

    /** The rows in the order of the file. */
    public List<Row> rows() {
        return rows;
    }

    /**
     * The row for these values; empty if there is none.
     *
     * @param values one for each key, as {@link Cell#normal} has them
     */
    public Optional<Row> row(List<Object> values) {
        List<Row> found = index.getOrDefault(single.stream().map(values::get).toList(), List.of());
        for (int key = 0; key < values.size() && found.size() > 1; key++) {
            if (values.get(key) instanceof BigDecimal number) {
                List<Row> near = near(key, number, number);
                found = near.size() < found.size() ? near : found;
            }
        }
        for (Row row : found) {
            if (counts(row, values)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** All rows whose cell of a key, a number or a date, has a value from one to another, and maybe some others. */
    public List<Row> near(int key, BigDecimal least, BigDecimal most) {
        RowOrder<Row> order = orders.get(key);
        return order == null ? rows : order.near(least, most);
    }

    private static boolean counts(Row row, List<Object> values) {
        for (int key = 0; key < values.size(); key++) {
            if (!row.cells().get(key).contains(values.get(key))) {
                return false;
            }
        }
        return true;
    }

    /** The least of the numbers. */
    public BigDecimal least() {
        return rows.stream().map(Row::value).reduce(BigDecimal::min).orElseThrow();
    }

    /** The greatest of the numbers. */
    public BigDecimal most() {
        return rows.stream().map(Row::value).reduce(BigDecimal::max).orElseThrow();
    }

    /** The same table with another number in one of its rows. */
    public Table with(int row, BigDecimal value) {
        List<Row> others = new ArrayList<>(rows);
        Row old = rows.get(row);
        others.set(row, new Row(old.place(), old.cells(), value));
        return new Table(head, others);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Table table && table.head.equals(head) && table.rows.equals(rows));
    }

    @Override
    public int hashCode() {
        return head.name().hashCode();
    }

    @Override
    public String toString() {
        return head.name();
    }
}
