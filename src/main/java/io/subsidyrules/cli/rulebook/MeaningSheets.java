package io.subsidyrules.cli.rulebook;

import io.subsidyrules.cli.sheet.Sheet;
import io.subsidyrules.meaning.Cell;
import io.subsidyrules.meaning.ChangedRow;
import io.subsidyrules.meaning.MeantItem;
import io.subsidyrules.meaning.TableRow;
import io.subsidyrules.meaning.TypeTable;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Meanings and changes of them as tables of words in one language. */
final class MeaningSheets {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(MeaningSheets.class);

    private final Language language;

    MeaningSheets(Language language) {
        this.language = language;
    }

    /** The table of a type of claim. */
    Sheet of(TypeTable table) {
        Map<String, String> variables = new LinkedHashMap<>();
        table.rows().forEach(row -> add(row.cells(), variables));
        List<String> columns = new ArrayList<>(List.of(TEXTS.text("row", language)));
        columns.addAll(variables.values());
        table.items().forEach(item -> columns.add(named(item)));
        List<List<String>> rows =
                table.rows().stream().map(row -> row(row, variables)).toList();
        List<String> notes = new ArrayList<>(List.of(table.coverage().in(language)));
        table.doubts().forEach(doubt -> notes.add(doubt.in(language)));
        String title = table.claim()
                .map(claim -> TEXTS.text("type", language, table.title(), claim))
                .orElseGet(() -> table.title().in(language));
        return new Sheet(title, columns, table.items().size(), rows, notes);
    }

    private List<String> row(TableRow row, Map<String, String> variables) {
        List<String> cells = new ArrayList<>(List.of(row.id()));
        cells.addAll(values(row.cells(), variables));
        row.outcomes().forEach(outcome -> cells.add(outcome.in(language)));
        return cells;
    }

    /** The tables of what changes, one for each item. */
    List<Sheet> of(List<ChangedRow> changes) {
        Map<MeantItem, List<ChangedRow>> byItem = new LinkedHashMap<>();
        changes.forEach(row ->
                byItem.computeIfAbsent(row.item(), item -> new ArrayList<>()).add(row));
        List<Sheet> sheets = new ArrayList<>();
        byItem.forEach((item, rows) -> sheets.add(of(item, rows)));
        return sheets;
    }

    private Sheet of(MeantItem item, List<ChangedRow> changes) {
        Map<String, String> variables = new LinkedHashMap<>();
        changes.forEach(row -> add(row.cells(), variables));
        List<String> columns = new ArrayList<>(List.of(TEXTS.text("row", language)));
        columns.addAll(variables.values());
        columns.add(TEXTS.text("before", language));
        columns.add(TEXTS.text("after", language));
        List<List<String>> rows = changes.stream()
                .map(row -> {
                    List<String> cells = new ArrayList<>(List.of(row.id()));
                    cells.addAll(values(row.cells(), variables));
                    cells.add(row.wordsBefore().in(language));
                    cells.add(row.wordsAfter().in(language));
                    return cells;
                })
                .toList();
        return new Sheet(TEXTS.text("ofPolicy", language, named(item), item.policy()), columns, 2, rows, List.of());
    }

    private void add(List<Cell> cells, Map<String, String> variables) {
        cells.forEach(cell -> variables.putIfAbsent(
                cell.variable().id(), cell.variable().title().in(language)));
    }

    private List<String> values(List<Cell> cells, Map<String, String> variables) {
        Text any = TEXTS.text("any");
        return variables.keySet().stream()
                .map(id -> cells.stream()
                        .filter(cell -> cell.variable().id().equals(id))
                        .findFirst()
                        .map(Cell::words)
                        .orElse(any)
                        .in(language))
                .toList();
    }

    private String named(MeantItem item) {
        return TEXTS.text("item", language, item.clause(), item.title(), item.id());
    }
}
