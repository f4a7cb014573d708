package io.subsidyrules.engine.random;

import io.subsidyrules.dialect.lookup.Gaps;
import io.subsidyrules.dialect.lookup.KeyDomain;
import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.table.Cell;
import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.fault.Place;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tables over some fields: of one key of each type and of two keys, some with gaps, and of the date. */
public final class RandomTables {

    private RandomTables() {}

    /** Some tables, each looked up by fields, by the date of the evaluation, or by both. */
    public static List<Operand> over(List<Operand.FieldValue> all) {
        List<Operand.FieldValue> fields =
                all.stream().filter(field -> field.type() != ValueType.MEMBERS).toList();
        List<Operand> lookups = new ArrayList<>();
        Operand asOf = new Operand.AsOf();
        lookups.add(lookup(List.of(asOf), List.of(cells(asOf))));
        for (int i = 0; i < fields.size(); i++) {
            Operand.FieldValue one = fields.get(i);
            lookups.add(lookup(List.of(one), List.of(cells(one))));
            if (i > 0) {
                Operand.FieldValue other = fields.get(i - 1);
                lookups.add(lookup(List.of(one, other), List.of(cells(one), cells(other))));
            }
        }
        return lookups;
    }

    /** A table that is looked up by a number, with a gap. */
    static Operand by(Operand number) {
        return lookup(List.of(number), List.of(cells(number)));
    }

    private static Operand lookup(List<Operand> keys, List<List<Cell>> cells) {
        List<List<Cell>> combinations = List.of(List.of());
        for (List<Cell> column : cells) {
            combinations = combinations.stream()
                    .flatMap(begun -> column.stream().map(cell -> {
                        List<Cell> longer = new ArrayList<>(begun);
                        longer.add(cell);
                        return longer;
                    }))
                    .toList();
        }
        List<List<Cell>> all = combinations;
        // Of several keys the last combination has no row.
        List<Table.Row> rows = IntStream.range(0, Math.max(1, all.size() - (keys.size() > 1 ? 1 : 0)))
                .mapToObj(i -> new Table.Row(
                        new Place("random/table.csv", i + 2, 1),
                        all.get(i),
                        new BigDecimal(List.of("100", "2", "1500.55", "0").get(i % 4))))
                .toList();
        Table table = new Table(
                new Table.Head(
                        "table",
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        keys.stream().map(key -> "key").toList(),
                        Place.startOf("random/table.csv")),
                rows);
        return new Operand.Lookup(
                table, keys, Gaps.of(table, KeyDomain.of(keys), 1).isEmpty());
    }

    private static List<Cell> cells(Operand key) {
        if (key.type() == ValueType.CONSTANT) {
            List<Constant> constants =
                    ((Operand.FieldValue) key).field().constants().orElseThrow().constants();
            return constants.stream()
                    .map(constant -> (Cell) new Cell.One(constant))
                    .toList();
        }
        if (key.type() == ValueType.BOOLEAN) {
            return List.of(new Cell.One(true));
        }
        if (key.type() == ValueType.TEXT) {
            return List.of(new Cell.One("A"), new Cell.One("130000"));
        }
        boolean date = key.type() == ValueType.DATE;
        BigDecimal first = date ? day("2023-02-28") : BigDecimal.ONE;
        BigDecimal second = date ? day("2024-02-29") : new BigDecimal("1000");
        int decimals = KeyDomain.of(key).decimals();
        return List.of(
                Cell.Between.of(Optional.empty(), false, Optional.of(first), false, decimals),
                Cell.Between.of(Optional.of(first), true, Optional.of(second), false, decimals),
                Cell.Between.of(Optional.of(second), false, Optional.empty(), false, decimals));
    }

    private static BigDecimal day(String date) {
        return BigDecimal.valueOf(LocalDate.parse(date).toEpochDay());
    }
}
