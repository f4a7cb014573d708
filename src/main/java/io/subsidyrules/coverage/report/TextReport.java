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

    static String of(RuleCoverage coverage, String folder, Language language) {
        StringBuilder text = new StringBuilder();
        for (FileCoverage file : coverage.files()) {
            if (!file.ratio().isWhole()) {
                String path = ReportedPath.of(folder, file.path());
                text.append(head(file, path, language)).append('\n');
                file.missing().forEach(point -> text.append("  ")
                        .append(line(point, path, language))
                        .append('\n'));
                text.append('\n');
            }
        }
        return text.append(SUMMARY.formatted(coverage.ratio().percent())).toString();
    }

    private static String head(FileCoverage file, String path, Language language) {
        Ratio ratio = file.ratio();
        return TEXTS.text("file", language, path, ratio.percent(), ratio.covered(), ratio.all());
    }

    private static String line(CoveredPoint point, String path, Language language) {
        return "%s:%s:%s: %s"
                .formatted(
                        path,
                        point.place().line(),
                        point.place().column(),
                        InertText.line(point.point().missing().in(language)));
    }
}
