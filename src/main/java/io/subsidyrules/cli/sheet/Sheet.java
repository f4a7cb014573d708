package io.subsidyrules.cli.sheet;

import java.util.List;

/**
 * A table of words in one language.
 *
 * @param title of the table
 * @param columns their headings: the id of a row, what it is about, and its results
 * @param results how many of the last columns are results
 * @param rows each with a cell for each column; without any, the title and the notes stand alone
 * @param notes sentences below the table
 */
public record Sheet(String title, List<String> columns, int results, List<List<String>> rows, List<String> notes) {

    public Sheet {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }
}
