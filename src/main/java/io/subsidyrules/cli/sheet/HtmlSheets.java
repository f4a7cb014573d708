package io.subsidyrules.cli.sheet;

import io.subsidyrules.page.Phrases;
import io.subsidyrules.page.Template;
import io.subsidyrules.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tables as one page of HTML: nothing in it runs, and nothing is loaded from elsewhere. */
final class HtmlSheets {

    private static final Template PAGE = Template.html(HtmlSheets.class, "sheets.html");

    private HtmlSheets() {}

    /** The page as its template sees it. */
    record Page(String title, List<Part> parts, List<String> notes) {}

    /** A table as the template sees it. */
    record Part(String title, List<Cell> columns, List<List<Cell>> rows, List<String> notes) {}

    /**
     * A cell.
     *
     * @param kind {@code id}, {@code fact} or {@code result}
     */
    record Cell(String text, String kind) {}

    static String of(String title, List<Sheet> sheets, List<String> notes, Language language) {
        List<Part> parts = sheets.stream()
                .map(sheet -> new Part(
                        sheet.title(),
                        cells(sheet.columns(), sheet),
                        sheet.rows().stream().map(row -> cells(row, sheet)).toList(),
                        sheet.notes()))
                .toList();
        Phrases words = Phrases.read(HtmlSheets.class, "sheets", language);
        return PAGE.filled(words, Map.of("page", new Page(title, parts, notes)));
    }

    private static List<Cell> cells(List<String> texts, Sheet sheet) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String kind = i == 0 ? "id" : i >= texts.size() - sheet.results() ? "result" : "fact";
            cells.add(new Cell(texts.get(i), kind));
        }
        return cells;
    }
}
