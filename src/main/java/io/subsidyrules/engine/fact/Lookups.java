package io.subsidyrules.engine.fact;

import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.table.Cell;
import io.subsidyrules.dialect.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rows of tables that count for an applicant and a claim, or still can while keys are unknown. */
public final class Lookups {

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
        List<Predicate<Cell>> keys = new ArrayList<>(lookup.keys().size());
        boolean all = true;
        for (Operand key : lookup.keys()) {
            Object value = values.apply(key);
            all &= value != null;
            Object known = value == null ? null : Cell.normal(value);
            keys.add(known == null ? cell -> canBe.test(key, cell) : cell -> cell.contains(known));
        }
        return all ? row(lookup, values).stream().toList() : rows(lookup.table(), keys);
    }

    /** The rows whose cells pass tests, one for each key. */
    static List<Table.Row> rows(Table table, List<Predicate<Cell>> keys) {
        List<Table.Row> possible = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            boolean counts = true;
            for (int key = 0; key < keys.size() && counts; key++) {
                counts = keys.get(key).test(row.cells().get(key));
            }
            if (counts) {
                possible.add(row);
            }
        }
        return possible;
    }
}
