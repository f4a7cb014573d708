package io.subsidyrules.engine.fact;

import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.table.Cell;
import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.dialect.value.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
     * @param unknown the values that an unknown key can have
     */
    public static List<Table.Row> possible(
            Operand.Lookup lookup, Function<Operand, @Nullable Object> values, Function<Operand, KeyValues> unknown) {
        List<KeyValues> keys = new ArrayList<>(lookup.keys().size());
        boolean all = true;
        for (Operand key : lookup.keys()) {
            Object value = values.apply(key);
            all &= value != null;
            keys.add(value == null ? unknown.apply(key) : KeyValues.of(Cell.normal(value)));
        }
        return all ? row(lookup, values).stream().toList() : rows(lookup.table(), keys);
    }

    /** The rows that have some of these values of each key. */
    static List<Table.Row> rows(Table table, List<KeyValues> keys) {
        List<Table.Row> rows = table.rows();
        for (int key = 0; key < keys.size(); key++) {
            Bounds between = keys.get(key).between().orElse(null);
            if (between != null) {
                List<Table.Row> near = table.near(
                        key, between.least().orElseThrow(), between.most().orElseThrow());
                rows = near.size() < rows.size() ? near : rows;
            }
        }
        List<Table.Row> possible = new ArrayList<>();
        for (Table.Row row : rows) {
            boolean counts = true;
            for (int key = 0; key < keys.size() && counts; key++) {
                counts = keys.get(key).meets().test(row.cells().get(key));
            }
            if (counts) {
                possible.add(row);
            }
        }
        return possible;
    }
}
