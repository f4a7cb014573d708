package io.subsidyrules.dialect.table;

import io.subsidyrules.fault.Place;
import java.util.List;

/**
 * A file of rows, as it is written.
 *
 * @param path from the rules folder
 * @param headings the cells of the first line
 * @param rows the others, each with a cell for each heading; lines without any text are left out
 */
public record CsvFile(String path, List<Written> headings, List<List<Written>> rows) {

    /** The ending of such a file. */
    public static final String ENDING = ".csv";

    public CsvFile {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    /** A cell with its place, without blanks around it. */
    public record Written(String text, Place place) {}

    /** The name of the file without its folder and its ending. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1, path.length() - ENDING.length());
    }

    /** Whether a file of that name is one. */
    public static boolean isCsv(String name) {
        return name.endsWith(ENDING);
    }
}
