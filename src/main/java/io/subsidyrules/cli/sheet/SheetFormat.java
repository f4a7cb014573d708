package io.subsidyrules.cli.sheet;

import io.subsidyrules.text.Language;
import java.util.List;
import java.util.Locale;

/** The formats of tables. */
public enum SheetFormat {
    /** For a terminal of any width: each row over several lines. */
    TEXT {
        @Override
        public String written(String title, List<Sheet> sheets, List<String> notes, Language language) {
            return TextSheets.of(sheets, notes, language);
        }
    },
    /** For merge requests. */
    MARKDOWN {
        @Override
        public String written(String title, List<Sheet> sheets, List<String> notes, Language language) {
            return MarkdownSheets.of(title, sheets, notes);
        }
    },
    /** For reading and printing. */
    HTML {
        @Override
        public String written(String title, List<Sheet> sheets, List<String> notes, Language language) {
            return HtmlSheets.of(title, sheets, notes, language);
        }
    },
    /** For spreadsheets. */
    CSV {
        @Override
        public String written(String title, List<Sheet> sheets, List<String> notes, Language language) {
            return CsvSheets.of(sheets, notes);
        }
    };

    /** The tables in this format, with notes on all of them. */
    public abstract String written(String title, List<Sheet> sheets, List<String> notes, Language language);

    /** The name as it is given on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
