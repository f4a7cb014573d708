package io.subsidyrules.cli.sheet;

import io.subsidyrules.page.InertText;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tables as CSV that a spreadsheet opens: in UTF-8 with a byte order mark, one table below the other. A cell that would
 * be taken for a formula has an apostrophe before it.
 */
final class CsvSheets {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String LINE_END = "\r\n";

    /** The beginnings of formulas, the wide forms of East Asia too. */
    private static final Pattern FORMULA = Pattern.compile("\\s*[=+\\-@＝＋－＠'].*");

    private CsvSheets() {}

    static String of(List<Sheet> sheets, List<String> notes) {
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
        for (Sheet sheet : sheets) {
            text.append(row(List.of(sheet.title())));
            text.append(row(sheet.columns()));
            sheet.rows().forEach(row -> text.append(row(row)));
            sheet.notes().forEach(note -> text.append(row(List.of(note))));
            text.append(LINE_END);
        }
        notes.forEach(note -> text.append(row(List.of(note))));
        return text.toString();
    }

    private static String row(List<String> cells) {
        return cells.stream().map(CsvSheets::cell).collect(Collectors.joining(",", "", LINE_END));
    }

    private static String cell(String text) {
        String line = InertText.line(text);
        String guarded = FORMULA.matcher(line).matches() ? "'" + line : line;
        return "\"" + guarded.replace("\"", "\"\"") + "\"";
    }
}
