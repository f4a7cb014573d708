package io.subsidyrules.cli.finding;

import io.subsidyrules.cli.console.Console;
import io.subsidyrules.cli.console.XmlText;
import io.subsidyrules.text.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Findings as the XML of Checkstyle: a file element for each file, an error element for each finding. */
final class CheckstyleFindings {

    /** The version of Checkstyle whose format it is. */
    private static final String VERSION = "10.0";

    private CheckstyleFindings() {}

    static void write(FindingReport report, Console console) {
        Map<String, List<FindingReport.Line>> byFile = report.lines().stream()
                .collect(Collectors.groupingBy(FindingReport.Line::path, LinkedHashMap::new, Collectors.toList()));
        XmlText xml = new XmlText().open("checkstyle").attribute("version", VERSION);
        byFile.forEach((file, lines) -> {
            xml.open("file").attribute("name", file);
            lines.forEach(line -> write(line, console.language(), xml));
            xml.close();
        });
        console.line(xml.close().toString());
    }

    private static void write(FindingReport.Line line, Language language, XmlText xml) {
        xml.empty("error")
                .attribute("line", line.place().line())
                .attribute("column", line.place().column())
                .attribute("severity", line.finding().severity().named())
                .attribute("message", line.told(language))
                .attribute("source", "subsidy-rules." + line.finding().code());
    }
}
