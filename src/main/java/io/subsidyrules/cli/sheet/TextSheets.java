package io.subsidyrules.cli.sheet;

import io.subsidyrules.page.InertText;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.TextCatalogue;
import java.util.List;

/** Tables for a terminal: of each row its id and its results, then what it is about, a line for each. */
final class TextSheets {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(TextSheets.class);

    private TextSheets() {}

    static String of(List<Sheet> sheets, List<String> notes, Language language) {
        StringBuilder text = new StringBuilder();
        for (Sheet sheet : sheets) {
            text.append(InertText.line(sheet.title())).append("\n\n");
            sheet.rows().forEach(row -> add(row, sheet, language, text));
            sheet.notes().forEach(note -> text.append(InertText.line(note)).append('\n'));
            text.append('\n');
        }
        notes.forEach(note -> text.append(InertText.line(note)).append('\n'));
        return text.toString();
    }

    private static void add(List<String> row, Sheet sheet, Language language, StringBuilder text) {
        text.append("  ").append(row.get(0)).append('\n');
        for (int i = 1; i < row.size(); i++) {
            boolean result = i >= row.size() - sheet.results();
            String told = TEXTS.text(
                    result ? "result" : "fact", language, sheet.columns().get(i), row.get(i));
            text.append("    ").append(InertText.line(told)).append('\n');
        }
        text.append('\n');
    }
}
