package io.subsidyrules.notice;

import io.subsidyrules.dialect.lookup.ReadTables;
import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.table.Cell;
import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.dialect.table.ValueList;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The content of the tables and lists that a rule reads, as it counts for days before today, in one order. */
final class PastRows {

    /** The heading of the days from which rows count. */
    private static final String FROM = "from";

    private PastRows() {}

    static SortedSet<String> of(Rule rule, LocalDate today) {
        return of(ReadTables.of(rule), ReadTables.lists(rule), today);
    }

    static SortedSet<String> of(Limit limit, LocalDate today) {
        return of(ReadTables.of(limit), ReadTables.lists(limit), today);
    }

    private static SortedSet<String> of(Set<Operand.Lookup> lookups, Set<ValueList> lists, LocalDate today) {
        SortedSet<String> all = new TreeSet<>();
        lookups.forEach(lookup -> all.add(rows(lookup, today).toString()));
        lists.forEach(list -> all.add(values(list).toString()));
        return all;
    }

    private static SortedSet<String> values(ValueList list) {
        SortedSet<String> values = new TreeSet<>();
        list.values().forEach(value -> values.add(plain(value)));
        return values;
    }

    private static SortedSet<String> rows(Operand.Lookup lookup, LocalDate today) {
        SortedSet<String> rows = new TreeSet<>();
        for (Table.Row row : lookup.table().rows()) {
            List<String> cells = new ArrayList<>();
            for (int key = 0; key < lookup.keys().size(); key++) {
                cell(row.cells().get(key), isDay(lookup, key), today).ifPresent(cells::add);
            }
            if (cells.size() == lookup.keys().size()) {
                rows.add(cells + ": " + plain(row.value()));
            }
        }
        return rows;
    }

    private static boolean isDay(Operand.Lookup lookup, int key) {
        return lookup.keys().get(key) instanceof Operand.AsOf
                || lookup.table().head().keys().get(key).equalsIgnoreCase(FROM);
    }

    /** The values of a cell; of days, those before today, and empty where it has none. */
    private static Optional<String> cell(Cell cell, boolean day, LocalDate today) {
        if (!(cell instanceof Cell.Between between)) {
            return cell.only().map(PastRows::plain);
        }
        Optional<BigDecimal> least = between.steps().least();
        Optional<BigDecimal> most = between.steps().most();
        if (day) {
            BigDecimal yesterday = BigDecimal.valueOf(today.toEpochDay() - 1);
            if (least.filter(first -> first.compareTo(yesterday) > 0).isPresent()) {
                return Optional.empty();
            }
            most = Optional.of(most.map(yesterday::min).orElse(yesterday));
        }
        return Optional.of(least.map(PastRows::plain).orElse("") + ".."
                + most.map(PastRows::plain).orElse(""));
    }

    /** A number without zeros at its end, a constant by its name alone, whatever its title is. */
    private static String plain(Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        return value instanceof Constant constant ? constant.name() : value.toString();
    }
}
