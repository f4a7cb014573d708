package io.subsidyrules.coverage.report;

import io.subsidyrules.coverage.RuleCoverage;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.text.Language;
import java.util.Locale;

/** A form in which coverage is reported. */
public enum ReportFormat {
    /** Sentences on all that is missing, for a terminal, and a last line that a pipeline can read. */
    TEXT {
        @Override
        public String written(RuleCoverage coverage, RuleSources sources, String folder, Language language) {
            return TextReport.of(coverage, folder, language);
        }
    },
    /** The rule files with their conditions marked, as one page that needs nothing else. */
    HTML {
        @Override
        public String written(RuleCoverage coverage, RuleSources sources, String folder, Language language) {
            return HtmlReport.of(coverage, sources, language);
        }
    },
    /** XML as Cobertura writes it, which code hosts show beside changed lines. */
    COBERTURA {
        @Override
        public String written(RuleCoverage coverage, RuleSources sources, String folder, Language language) {
            return CoberturaReport.of(coverage, folder);
        }
    },
    /** The trace file of lcov, which genhtml and editors read. */
    LCOV {
        @Override
        public String written(RuleCoverage coverage, RuleSources sources, String folder, Language language) {
            return LcovReport.of(coverage, folder);
        }
    };

    /** The name as it is given on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The report.
     *
     * @param sources the files of the ruleset
     * @param folder the path of the rules folder as the files of the report are to be found by, from the root of the
     *     repository for instance; nothing or a dot for the folder itself
     * @param language of its sentences
     */
    public abstract String written(RuleCoverage coverage, RuleSources sources, String folder, Language language);
}
