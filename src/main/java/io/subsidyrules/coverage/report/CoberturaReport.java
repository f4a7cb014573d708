package io.subsidyrules.coverage.report;

import io.subsidyrules.coverage.CoveredPoint;
import io.subsidyrules.coverage.FileCoverage;
import io.subsidyrules.coverage.Ratio;
import io.subsidyrules.coverage.RuleCoverage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/**
 * XML as Cobertura writes it: policies are packages, rule files are classes, and each point is a branch of its line. It
 * says no time, so that the same rules and scenarios give the same report.
 */
final class CoberturaReport {

    private static final String TYPE =
            "<!DOCTYPE coverage SYSTEM \"http://cobertura.sourceforge.net/xml/coverage-04.dtd\">";

    private final XmlLines xml;
    private final String folder;

    private CoberturaReport(XmlLines xml, String folder) {
        this.xml = xml;
        this.folder = folder;
    }

    static String of(RuleCoverage coverage, String folder) {
        try {
            XmlLines xml = new XmlLines(TYPE);
            new CoberturaReport(xml, folder).write(coverage);
            return xml.done();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void write(RuleCoverage coverage) throws XMLStreamException {
        List<FileCoverage> files = coverage.files();
        Ratio lines = lines(files);
        Ratio points = coverage.ratio();
        xml.start("coverage")
                .with("line-rate", lines.rate())
                .with("branch-rate", points.rate())
                .with("lines-covered", lines.covered())
                .with("lines-valid", lines.all())
                .with("branches-covered", points.covered())
                .with("branches-valid", points.all())
                .with("complexity", 0)
                .with("version", 1)
                .with("timestamp", 0);
        xml.start("sources");
        xml.text("source", ".");
        xml.end();
        xml.start("packages");
        for (Map.Entry<String, List<FileCoverage>> one : byFolder(files).entrySet()) {
            policy(one.getKey(), one.getValue());
        }
        xml.end();
        xml.end();
    }

    private static Map<String, List<FileCoverage>> byFolder(List<FileCoverage> files) {
        return files.stream().collect(Collectors.groupingBy(FileCoverage::folder, TreeMap::new, Collectors.toList()));
    }

    private void policy(String name, List<FileCoverage> files) throws XMLStreamException {
        Ratio points = CoveredPoint.ratio(
                files.stream().flatMap(file -> file.points().stream()).toList());
        xml.start("package")
                .with("name", name)
                .with("line-rate", lines(files).rate())
                .with("branch-rate", points.rate())
                .with("complexity", 0);
        xml.start("classes");
        for (FileCoverage file : files) {
            file(file);
        }
        xml.end();
        xml.end();
    }

    private void file(FileCoverage file) throws XMLStreamException {
        xml.start("class")
                .with("name", file.path().replaceFirst("^.*/", ""))
                .with("filename", ReportedPath.of(folder, file.path()))
                .with("line-rate", file.lineRatio().rate())
                .with("branch-rate", file.ratio().rate())
                .with("complexity", 0);
        xml.empty("methods");
        xml.start("lines");
        for (Map.Entry<Integer, List<CoveredPoint>> line : file.lines().entrySet()) {
            line(line.getKey(), line.getValue());
        }
        xml.end();
        xml.end();
    }

    private void line(int number, List<CoveredPoint> points) throws XMLStreamException {
        Ratio ratio = CoveredPoint.ratio(points);
        xml.start("line")
                .with("number", number)
                .with("hits", Lines.hits(points))
                .with("branch", true)
                .with("condition-coverage", "%s (%s/%s)".formatted(percent(ratio), ratio.covered(), ratio.all()));
        xml.start("conditions");
        List<List<CoveredPoint>> conditions = Lines.byColumn(points);
        for (int i = 0; i < conditions.size(); i++) {
            xml.empty("condition")
                    .with("number", i)
                    .with("type", "jump")
                    .with("coverage", percent(CoveredPoint.ratio(conditions.get(i))));
        }
        xml.end();
        xml.end();
    }

    private static Ratio lines(List<FileCoverage> files) {
        List<Ratio> ratios = files.stream().map(FileCoverage::lineRatio).toList();
        return new Ratio(
                ratios.stream().mapToInt(Ratio::covered).sum(),
                ratios.stream().mapToInt(Ratio::all).sum());
    }

    private static String percent(Ratio ratio) {
        return ratio.wholePercent() + "%";
    }
}
