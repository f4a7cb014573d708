package io.subsidyrules.cli.result;

import io.subsidyrules.page.InertText;
import io.subsidyrules.regression.ScenarioFault;
import io.subsidyrules.text.Columns;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Shortened;
import io.subsidyrules.text.TextCatalogue;
import java.util.ArrayList;
import java.util.List;

/** The values of a scenario that are not as it expects, beside what the rules give. */
final class SideBySide {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(SideBySide.class);

    private static final String INDENT = "    ";
    private static final String GAP = "  ";

    /** The widest that a column can be, so that three of them fit on a usual page. */
    private static final int WIDEST = 44;

    private SideBySide() {}

    private record Row(String name, String expected, String given) {}

    /**
     * The lines of a table with a heading; where it is wider than the columns, or a value too long for its column, each
     * value has a line of its own.
     */
    static List<String> lines(List<ScenarioFault.Mismatch> mismatches, Language language, int columns) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("", TEXTS.text("expected", language), TEXTS.text("given", language)));
        mismatches.forEach(mismatch -> rows.add(row(mismatch)));
        int name = rows.stream().mapToInt(row -> width(row.name())).max().orElse(0);
        int expected =
                rows.stream().mapToInt(row -> width(row.expected())).max().orElse(0);
        int given = rows.stream().mapToInt(row -> width(row.given())).max().orElse(0);
        boolean fits = Math.max(expected, given) <= WIDEST
                && INDENT.length() + name + expected + given + 2 * GAP.length() <= columns;
        return fits ? table(rows, name, expected) : list(rows.subList(1, rows.size()), language);
    }

    private static Row row(ScenarioFault.Mismatch mismatch) {
        List<String> shown = Shortened.apart(
                mismatch.expected().toString(),
                mismatch.actual().map(Object::toString).orElse("-"),
                Shortened.VALUE);
        return new Row(InertText.line(mismatch.name()), InertText.line(shown.get(0)), InertText.line(shown.get(1)));
    }

    private static List<String> table(List<Row> rows, int name, int expected) {
        return rows.stream()
                .map(row -> (INDENT
                                + padded(row.name(), name)
                                + GAP
                                + padded(row.expected(), expected)
                                + GAP
                                + row.given())
                        .stripTrailing())
                .toList();
    }

    private static List<String> list(List<Row> rows, Language language) {
        List<String> lines = new ArrayList<>();
        for (Row row : rows) {
            lines.add(INDENT + row.name());
            lines.add(INDENT + GAP + TEXTS.text("expectedIs", language, row.expected()));
            lines.add(INDENT + GAP + TEXTS.text("givenIs", language, row.given()));
        }
        return lines;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    private static int width(String text) {
        return text.codePoints().map(Columns::of).sum();
    }
}
