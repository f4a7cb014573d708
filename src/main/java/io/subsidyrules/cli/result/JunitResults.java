package io.subsidyrules.cli.result;

import io.subsidyrules.cli.console.Console;
import io.subsidyrules.cli.console.XmlText;
import io.subsidyrules.fault.Place;
import io.subsidyrules.regression.ScenarioFault;
import io.subsidyrules.suite.ScenarioResult;
import io.subsidyrules.text.Language;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Results as the XML of JUnit: a suite for each file, a case for each scenario. */
final class JunitResults {

    private static final int DECIMALS = 3;

    private JunitResults() {}

    static void write(ResultReport report, Console console) {
        Map<String, List<ScenarioResult>> byFile = report.results().stream()
                .collect(Collectors.groupingBy(
                        result ->
                                report.folder().shown(result.scenario().place().file()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        XmlText xml = new XmlText().open("testsuites").attribute("name", "rules test");
        counts(report.results(), report.time(), xml);
        byFile.forEach((file, results) -> {
            xml.open("testsuite").attribute("name", file);
            counts(results, total(results), xml);
            results.forEach(result -> write(result, file, console.language(), xml));
            xml.close();
        });
        console.line(xml.close().toString());
    }

    private static void counts(List<ScenarioResult> results, Duration time, XmlText xml) {
        long failures = results.stream().filter(result -> !result.passes()).count();
        xml.attribute("tests", results.size())
                .attribute("failures", failures)
                .attribute("errors", 0)
                .attribute("skipped", 0)
                .attribute("time", Seconds.of(time, DECIMALS));
    }

    private static Duration total(List<ScenarioResult> results) {
        return results.stream().map(ScenarioResult::time).reduce(Duration.ZERO, Duration::plus);
    }

    private static void write(ScenarioResult result, String file, Language language, XmlText xml) {
        Place place = result.scenario().place();
        if (result.passes()) {
            xml.empty("testcase");
        } else {
            xml.open("testcase");
        }
        xml.attribute("name", result.scenario().name())
                .attribute(
                        "classname",
                        file.replaceFirst("\\.scenarios\\.yaml$", "").replace('/', '.'))
                .attribute("file", file)
                .attribute("line", place.line())
                .attribute("time", Seconds.of(result.time(), DECIMALS));
        if (!result.passes()) {
            xml.open("failure")
                    .attribute("message", result.faults().get(0).fault().text().in(language))
                    .attribute("type", result.faults().get(0).fault().code().name())
                    .text(told(result, file, language))
                    .closeText()
                    .close();
        }
    }

    private static String told(ScenarioResult result, String file, Language language) {
        List<ScenarioFault.Mismatch> mismatches = result.faults().stream()
                .flatMap(fault -> fault.mismatch().stream())
                .toList();
        Stream<String> table = mismatches.isEmpty()
                ? Stream.empty()
                : SideBySide.lines(mismatches, language, Integer.MAX_VALUE).stream();
        Stream<String> others = result.faults().stream()
                .filter(fault -> fault.mismatch().isEmpty())
                .map(fault -> fault.fault().told(language));
        String at = "%s:%s".formatted(file, result.scenario().place().line());
        return Stream.concat(Stream.of(at), Stream.concat(table, others)).collect(Collectors.joining("\n"));
    }
}
