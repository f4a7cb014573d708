package io.subsidyrules.dialect.lookup;

import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.syntax.SyntaxException;
import io.subsidyrules.dialect.table.CsvFile;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The columns of a file that a rule's keys are looked up in.
 *
 * @param path of the file
 * @param keys the day last, where the values change with dates
 * @param columns the index of the column of each key
 * @param value the index of the column of the numbers
 * @param day the index, among the keys, of the day from which a row counts; empty where rows have none
 */
record TableColumns(String path, List<Operand> keys, List<Integer> columns, int value, Optional<Integer> day) {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(TableColumns.class);

    /** The heading of the days from which the values of rows count. */
    private static final String FROM = "from";

    TableColumns {
        keys = List.copyOf(keys);
        columns = List.copyOf(columns);
    }

    /**
     * The columns: those that are named like the keys' fields, else in the order of the keys, the numbers last.
     *
     * @throws SyntaxException where they are not as many as the keys need, or one is named like another key's field
     */
    static TableColumns of(CsvFile file, List<Operand> keys, Place place) {
        List<String> headings =
                file.headings().stream().map(CsvFile.Written::text).toList();
        List<Integer> others = new ArrayList<>();
        Optional<Integer> from = Optional.empty();
        for (int column = 0; column < headings.size(); column++) {
            if (from.isEmpty() && headings.get(column).equalsIgnoreCase(FROM)) {
                from = Optional.of(column);
            } else {
                others.add(column);
            }
        }
        List<Operand> looked = new ArrayList<>(keys);
        Operand day = from.isPresent() ? day(looked, others.size() - 1) : new Operand.AsOf();
        Place heading = file.headings().get(0).place();
        if (others.size() != looked.size() + 1) {
            Text remedy = others.size() <= looked.size()
                    ? TEXTS.text("columnMissing", heading)
                    : tooMany(file, others, from.isEmpty() && others.size() == looked.size() + 2);
            throw wrong(file, looked, remedy, place);
        }
        List<Integer> columns = columns(looked, others, headings)
                .orElseThrow(() -> wrong(file, looked, TEXTS.text("keyForEachColumn", heading), place));
        int value = others.stream()
                .filter(column -> !columns.contains(column))
                .findFirst()
                .orElseThrow();
        List<Integer> all = new ArrayList<>(columns);
        from.ifPresent(column -> {
            all.add(column);
            looked.add(day);
        });
        return new TableColumns(file.path(), looked, all, value, from.map(column -> looked.size() - 1));
    }

    private static SyntaxException wrong(CsvFile file, List<Operand> keys, Text remedy, Place place) {
        String headings = file.headings().stream().map(CsvFile.Written::text).collect(Collectors.joining(", "));
        return new SyntaxException(place, FaultCode.TABLE_KEYS, file.name(), keys.size(), headings, remedy);
    }

    /**
     * The remedy for more columns than the keys need.
     *
     * @param one whether it is one more, which may be that of the first days
     */
    private static Text tooMany(CsvFile file, List<Integer> others, boolean one) {
        return others.stream()
                .filter(column -> one && file.rows().stream().allMatch(row -> isDate(row.get(column))))
                .map(column -> file.headings().get(column))
                .findFirst()
                .map(heading -> TEXTS.text("nameFrom", heading.text(), heading.place()))
                .orElseGet(() ->
                        TEXTS.text("keyForEachColumn", file.headings().get(0).place()));
    }

    private static boolean isDate(CsvFile.Written cell) {
        return CellReader.date(cell.text()).isPresent();
    }

    /** The day that decides: a date that is one key too many, which is taken out; else that of the evaluation. */
    private static Operand day(List<Operand> keys, int wanted) {
        if (keys.size() == wanted + 1) {
            for (int key = keys.size() - 1; key >= 0; key--) {
                if (keys.get(key).type() == ValueType.DATE) {
                    return keys.remove(key);
                }
            }
        }
        return new Operand.AsOf();
    }

    private static Optional<List<Integer>> columns(List<Operand> keys, List<Integer> others, List<String> headings) {
        List<Integer> named = keys.stream()
                .flatMap(key -> others.stream()
                        .filter(column -> isNamed(key, headings.get(column)))
                        .limit(1))
                .distinct()
                .toList();
        if (named.size() == keys.size()) {
            return Optional.of(named);
        }
        List<Integer> inOrder = others.subList(0, keys.size());
        boolean swapped = false;
        for (int key = 0; key < keys.size(); key++) {
            for (int other = 0; other < keys.size(); other++) {
                swapped |= other != key
                        && !keys.get(key).equals(keys.get(other))
                        && isNamed(keys.get(other), headings.get(inOrder.get(key)));
            }
        }
        return swapped ? Optional.empty() : Optional.of(List.copyOf(inOrder));
    }

    private static boolean isNamed(Operand key, String heading) {
        return key instanceof Operand.FieldValue value && value.field().isCalled(heading);
    }

    @Override
    public String toString() {
        return columns.stream().map(Object::toString).collect(Collectors.joining(","));
    }
}
