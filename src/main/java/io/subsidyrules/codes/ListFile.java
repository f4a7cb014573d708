package io.subsidyrules.codes;

import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A list in a file: its first line has the names of the columns, each other one a row, with commas between the values.
 * The last value can have commas itself.
 */
final class ListFile {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(ListFile.class);

    private final String path;
    private final List<String> columns;
    private final Faults faults;

    ListFile(String path, List<String> columns, Faults faults) {
        this.path = path;
        this.columns = columns;
        this.faults = faults;
    }

    /** The rows, as far as they are some. */
    List<Row> rows(String text) {
        List<Row> rows = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        if (!lines[0].strip().equals(String.join(",", columns))) {
            faults.add(Place.startOf(path), FaultCode.LIST_COLUMNS, String.join(",", columns));
            return rows;
        }
        for (int i = 1; i < lines.length; i++) {
            String line = lines[i].strip();
            if (!line.isEmpty()) {
                List<String> values = List.of(line.split(",", columns.size()));
                if (values.size() == columns.size()) {
                    rows.add(new Row(i + 1, values));
                } else {
                    Text remedy = TEXTS.text(line.indexOf('，') < 0 ? "valueForEachColumn" : "halfWidthCommas");
                    faults.add(new Place(path, i + 1, 1), FaultCode.LIST_ROW, values.size(), columns.size(), remedy);
                }
            }
        }
        return rows;
    }

    /** The values of a line. */
    final class Row {

        private final int line;
        private final List<String> values;
        private boolean right = true;

        private Row(int line, List<String> values) {
            this.line = line;
            this.values = values;
        }

        String value(int column) {
            return values.get(column);
        }

        /** Adds a fault where a value is not as it must be. */
        void must(int column, Predicate<String> form, Text wrong) {
            if (!form.test(value(column))) {
                fault(column, wrong);
            }
        }

        /** Whether nothing of it was found to be wrong. */
        boolean isRight() {
            return right;
        }

        void fault(int column, Text wrong) {
            right = false;
            int before = values.subList(0, column).stream()
                    .mapToInt(value -> value.length() + 1)
                    .sum();
            faults.add(
                    new Place(path, line, before + 1), FaultCode.LIST_VALUE, value(column), columns.get(column), wrong);
        }
    }
}
