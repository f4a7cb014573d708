package io.subsidyrules.coverage.report;

import io.subsidyrules.coverage.CoveredPoint;
import io.subsidyrules.coverage.FileCoverage;
import io.subsidyrules.coverage.Ratio;
import io.subsidyrules.coverage.RuleCoverage;
import io.subsidyrules.page.InertText;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.TextCatalogue;

/** The points that no scenario tries, file by file, and the percentage of those that some scenario tries. */
final class TextReport {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(TextReport.class);

    /** The same in both languages: pipelines look for it. */
    private static final String SUMMARY = "rules coverage: %s%%\n";

    private TextReport() {}

    static String of(RuleCoverage coverage, Language language) {
        StringBuilder text = new StringBuilder();
        for (FileCoverage file : coverage.files()) {
            if (!file.ratio().isWhole()) {
                text.append(head(file, language)).append('\n');
                file.missing()
                        .forEach(point ->
                                text.append("  ").append(line(point, language)).append('\n'));
                text.append('\n');
            }
        }
        return text.append(SUMMARY.formatted(coverage.ratio().percent())).toString();
    }

    private static String head(FileCoverage file, Language language) {
        Ratio ratio = file.ratio();
        return TEXTS.text("file", language, InertText.line(file.path()), ratio.percent(), ratio.covered(), ratio.all());
    }

    private static String line(CoveredPoint point, Language language) {
        return InertText.line(point.place() + ": " + point.point().missing().in(language));
    }
}
