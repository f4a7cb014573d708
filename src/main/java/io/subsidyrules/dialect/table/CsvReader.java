package io.subsidyrules.dialect.table;

import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.InvisibleCharacters;
import io.subsidyrules.text.TextCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a file of rows as spreadsheets write it: commas between the cells, quotes around a cell that has commas, quotes
 * or ends of lines, a quote in it doubled.
 */
public final class CsvReader {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(CsvReader.class);
    private static final String OTHER_SEPARATORS = ";\t，；";

    private final String path;
    private final String text;
    private final Faults faults;
    private final int mostRows;
    private final List<List<CsvFile.Written>> lines = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    private CsvReader(String path, String text, int mostRows, Faults faults) {
        this.path = path;
        this.text = text;
        this.mostRows = mostRows;
        this.faults = faults;
    }

    /**
     * The rows; empty, with a fault, where they are none.
     *
     * @param mostRows more are a fault
     */
    public static Optional<CsvFile> read(String path, String text, int mostRows, Faults faults) {
        return new CsvReader(path, text, mostRows, faults).file();
    }

    private Optional<CsvFile> file() {
        while (at < text.length()) {
            Optional<List<CsvFile.Written>> cells = line();
            if (cells.isEmpty()) {
                return Optional.empty();
            }
            if (cells.get().stream().anyMatch(cell -> !cell.text().isEmpty())) {
                lines.add(cells.get());
            }
            if (lines.size() > mostRows + 1) {
                faults.add(lines.get(mostRows + 1).get(0).place(), FaultCode.TOO_MANY, TEXTS.text("rows"), mostRows);
                return Optional.empty();
            }
        }
        return lines.size() < 2 ? empty() : rows();
    }

    private Optional<CsvFile> empty() {
        faults.add(Place.startOf(path), FaultCode.BAD_TABLE, path, TEXTS.text("headingAndRows"));
        return Optional.empty();
    }

    /** All rows of one width: what spreadsheets add to the right of the last heading is left out where it is empty. */
    private Optional<CsvFile> rows() {
        List<CsvFile.Written> headings = withoutEmptyEnd(lines.get(0));
        if (headings.size() == 1 && hasOtherSeparator(headings.get(0).text())) {
            faults.add(headings.get(0).place(), FaultCode.BAD_TABLE, path, TEXTS.text("commasBetween"));
            return Optional.empty();
        }
        List<List<CsvFile.Written>> rows = new ArrayList<>();
        boolean whole = true;
        for (List<CsvFile.Written> written : lines.subList(1, lines.size())) {
            List<CsvFile.Written> row = withoutEmptyEnd(written);
            if (row.size() > headings.size() || written.size() < headings.size()) {
                RowSlip slip = RowSlip.of(row, headings.size());
                faults.add(slip.place(), FaultCode.LIST_ROW, row.size(), headings.size(), slip.remedy());
                whole = false;
            } else {
                rows.add(List.copyOf(written.subList(0, headings.size())));
            }
        }
        return whole ? Optional.of(new CsvFile(path, headings, rows)) : Optional.empty();
    }

    private static boolean hasOtherSeparator(String heading) {
        return heading.chars().anyMatch(character -> OTHER_SEPARATORS.indexOf(character) >= 0);
    }

    private static List<CsvFile.Written> withoutEmptyEnd(List<CsvFile.Written> cells) {
        int end = cells.size();
        while (end > 1 && cells.get(end - 1).text().isEmpty()) {
            end--;
        }
        return cells.subList(0, end);
    }

    /** The cells of a line, behind which it goes on; empty, with a fault, where a quote is not closed. */
    private Optional<List<CsvFile.Written>> line() {
        List<CsvFile.Written> cells = new ArrayList<>();
        while (true) {
            Place place = place();
            Optional<String> cell = next() == '"' ? quoted(place) : Optional.of(plain());
            if (cell.isEmpty()) {
                return Optional.empty();
            }
            cells.add(new CsvFile.Written(sound(cell.get().strip(), place), place));
            if (next() != ',') {
                endOfLine();
                return Optional.of(cells);
            }
            at++;
        }
    }

    private String sound(String cell, Place place) {
        cell.codePoints()
                .filter(InvisibleCharacters::isHidden)
                .findFirst()
                .ifPresent(hidden ->
                        faults.add(place, FaultCode.INVISIBLE_CHARACTER, InvisibleCharacters.described(hidden)));
        return cell;
    }

    private String plain() {
        int from = at;
        while (at < text.length() && next() != ',' && next() != '\n') {
            at++;
        }
        return text.substring(from, at);
    }

    private Optional<String> quoted(Place place) {
        StringBuilder cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            char character = text.charAt(at++);
            if (character == '"' && next() != '"') {
                plain();
                return Optional.of(cell.toString());
            }
            if (character == '"') {
                at++;
            }
            if (character == '\n') {
                newLine();
            }
            cell.append(character == '\n' || character == '\r' ? ' ' : character);
        }
        faults.add(place, FaultCode.BAD_TABLE, path, TEXTS.text("closeQuote"));
        return Optional.empty();
    }

    private void endOfLine() {
        if (at < text.length()) {
            at++;
            newLine();
        }
    }

    private void newLine() {
        line++;
        lineStart = at;
    }

    /** The character that comes next; a line feed at the end of the text. */
    private char next() {
        return at < text.length() ? text.charAt(at) : '\n';
    }

    private Place place() {
        return new Place(path, line, at - lineStart + 1);
    }
}
