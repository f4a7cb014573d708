package io.subsidyrules.coverage.report;

import io.subsidyrules.coverage.CoveredPoint;
import io.subsidyrules.coverage.FileCoverage;
import io.subsidyrules.coverage.Ratio;
import io.subsidyrules.coverage.RuleCoverage;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.page.Phrases;
import io.subsidyrules.page.Template;
import io.subsidyrules.text.Language;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The report as one page of HTML: nothing in it runs, and nothing is loaded from elsewhere. */
final class HtmlReport {

    private static final Template PAGE = Template.html(HtmlReport.class, "report.html");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final RuleSources sources;
    private final Phrases words;

    private HtmlReport(RuleSources sources, Phrases words) {
        this.sources = sources;
        this.words = words;
    }

    static String of(RuleCoverage coverage, RuleSources sources, Language language) {
        Phrases words = Phrases.read(HtmlReport.class, "report", language);
        ReportPage page = new HtmlReport(sources, words).page(coverage);
        return PAGE.filled(words, Map.of("page", page));
    }

    private ReportPage page(RuleCoverage coverage) {
        List<ReportPage.Source> files = new ArrayList<>();
        Map<String, List<CoveredPoint>> points = new LinkedHashMap<>();
        Map<String, List<ReportPage.Entry>> entries = new LinkedHashMap<>();
        for (FileCoverage file : coverage.files()) {
            ReportPage.Entry entry = new ReportPage.Entry(file.path(), "f" + files.size(), share(file.ratio()));
            entries.computeIfAbsent(file.folder(), folder -> new ArrayList<>()).add(entry);
            points.computeIfAbsent(file.folder(), folder -> new ArrayList<>()).addAll(file.points());
            files.add(new ReportPage.Source(entry, new SourceLines(words).of(file, text(file.path()))));
        }
        List<ReportPage.Folder> folders = points.entrySet().stream()
                .map(folder -> new ReportPage.Folder(
                        folder.getKey(),
                        share(CoveredPoint.ratio(folder.getValue())),
                        entries.getOrDefault(folder.getKey(), List.of())))
                .collect(Collectors.toList());
        return new ReportPage(share(coverage.ratio()), folders, files);
    }

    private ReportPage.Share share(Ratio ratio) {
        return new ReportPage.Share(ratio.percent().toPlainString(), words.say("told", ratio.covered(), ratio.all()));
    }

    private String text(String path) {
        String text = new String(sources.content(path), StandardCharsets.UTF_8);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
