package io.subsidyrules.cli.rulebook;

import io.subsidyrules.cli.console.Console;
import io.subsidyrules.cli.console.JsonText;
import io.subsidyrules.cli.effect.EffectReport;
import io.subsidyrules.cli.sheet.Sheet;
import io.subsidyrules.cli.sheet.SheetFormat;
import io.subsidyrules.meaning.MeaningDiff;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.TextCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A difference in meaning in each format.
 *
 * @param effect on the requests of a file, where one was given
 */
record DiffReport(MeaningDiff diff, Optional<EffectReport> effect) {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(DiffReport.class);

    void write(DiffFormat format, Console to) {
        switch (format) {
            case TEXT -> to.print(sheets(SheetFormat.TEXT, to.language()));
            case MARKDOWN -> to.print(sheets(SheetFormat.MARKDOWN, to.language()));
            case HTML -> to.print(sheets(SheetFormat.HTML, to.language()));
            case JSON -> json(to);
        }
    }

    /** Whether anything changes, in meaning or for a request. */
    boolean isFound() {
        return !diff.isNoChange() || effect.filter(EffectReport::isFound).isPresent();
    }

    private void json(Console to) {
        JsonText.write(
                json -> {
                    json.writeStartObject();
                    DiffJson.write(diff, json);
                    if (effect.isPresent()) {
                        json.writeFieldName("effect");
                        effect.get().write(json);
                    }
                    json.writeEndObject();
                },
                to);
    }

    /** Where there is an effect, the notes on the difference stand before it. */
    private String sheets(SheetFormat as, Language language) {
        String title = TEXTS.text("diffTitle", language);
        List<Sheet> sheets = new ArrayList<>(new MeaningSheets(language).of(diff.rows()));
        List<String> notes = notes(language);
        if (effect.isEmpty()) {
            return as.written(title, sheets, notes, language);
        }
        sheets.add(new Sheet(TEXTS.text("meaning", language), List.of(), 0, List.of(), notes));
        sheets.addAll(effect.get().sheets(language));
        return as.written(title, sheets, List.of(), language);
    }

    private List<String> notes(Language language) {
        List<String> notes = new ArrayList<>();
        diff.named().forEach(change -> notes.add(change.words().in(language)));
        diff.unproved()
                .forEach(item ->
                        notes.add(TEXTS.text("unproved", language, item.item().title(), item.reason())));
        notes.add(
                diff.isNoChange()
                        ? TEXTS.text("noChange", language)
                        : TEXTS.text("rowsChange", language, diff.rows().size()));
        return notes;
    }
}
