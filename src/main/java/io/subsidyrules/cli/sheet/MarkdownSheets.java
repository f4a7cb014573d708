package io.subsidyrules.cli.sheet;

import io.subsidyrules.page.InertText;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Tables in the Markdown of code hosts. Nothing in a cell is taken for Markdown or HTML. */
final class MarkdownSheets {

    private MarkdownSheets() {}

    static String of(String title, List<Sheet> sheets, List<String> notes) {
        StringBuilder text = new StringBuilder("## " + cell(title) + "\n");
        for (Sheet sheet : sheets) {
            text.append("\n### ").append(cell(sheet.title())).append('\n');
            if (!sheet.rows().isEmpty()) {
                text.append('\n').append(row(sheet.columns()));
                text.append(
                        row(Collections.nCopies(sheet.columns().size(), "---")).replace("\\", ""));
            }
            sheet.rows().forEach(row -> text.append(row(row)));
            sheet.notes().forEach(note -> text.append('\n').append(cell(note)).append('\n'));
        }
        notes.forEach(note -> text.append("\n").append(cell(note)).append('\n'));
        return text.toString();
    }

    private static String row(List<String> cells) {
        return cells.stream().map(MarkdownSheets::cell).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String cell(String text) {
        return InertText.line(text).replaceAll("[\\\\`*_{}\\[\\]<>#|~&]", "\\\\$0");
    }
}
