package io.subsidyrules.dialect.table;

import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.List;
import java.util.regex.Pattern;

/** The likeliest cause that a row has more or fewer cells than there are headings: a comma of a number, a wide one. */
record RowSlip(Place place, Text remedy) {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(RowSlip.class);
    private static final Pattern BEFORE_COMMA = Pattern.compile("[^0-9]*[0-9]{1,3}");
    private static final Pattern BEHIND_COMMA = Pattern.compile("[0-9]{3}(\\.[0-9]+)?([^0-9].*)?");
    private static final Pattern WIDE = Pattern.compile("[，、；;\t]");

    /** The cause, where it shows; else the row as a whole. */
    static RowSlip of(List<CsvFile.Written> row, int columns) {
        if (row.size() < columns) {
            return row.stream()
                    .filter(cell -> WIDE.matcher(cell.text()).find())
                    .findFirst()
                    .map(cell -> new RowSlip(cell.place(), TEXTS.text("halfWidthCommas")))
                    .orElseGet(() -> whole(row));
        }
        for (int i = 1; i < row.size(); i++) {
            String first = row.get(i - 1).text();
            if (BEFORE_COMMA.matcher(first).matches()
                    && BEHIND_COMMA.matcher(row.get(i).text()).matches()) {
                String number = number(row, i);
                return new RowSlip(
                        row.get(i - 1).place(), TEXTS.text("numberWithComma", number.replace(",", ""), number));
            }
        }
        return whole(row);
    }

    /** The number that begins before a cell, with its commas. */
    private static String number(List<CsvFile.Written> row, int second) {
        StringBuilder number = new StringBuilder(row.get(second - 1).text());
        for (int i = second;
                i < row.size() && BEHIND_COMMA.matcher(row.get(i).text()).matches();
                i++) {
            number.append(',').append(row.get(i).text());
        }
        return number.toString();
    }

    private static RowSlip whole(List<CsvFile.Written> row) {
        return new RowSlip(row.get(0).place(), TEXTS.text("valueForEachColumn"));
    }
}
