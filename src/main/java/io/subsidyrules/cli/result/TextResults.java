package io.subsidyrules.cli.result;

import io.subsidyrules.cli.console.Console;
import io.subsidyrules.fault.Excerpt;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.Place;
import io.subsidyrules.page.InertText;
import io.subsidyrules.regression.ScenarioFault;
import io.subsidyrules.suite.ScenarioResult;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.List;

/** Results for people: the scenarios that fail, and how many there are. */
final class TextResults {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(TextResults.class);

    private TextResults() {}

    static void write(ResultReport report, Console console) {
        report.results().stream().filter(result -> !result.passes()).forEach(result -> write(result, report, console));
        report.summary().forEach(console::line);
        console.line(counted(report, console));
    }

    /** One scenario that fails. */
    private static void write(ScenarioResult result, ResultReport report, Console console) {
        Place place = result.scenario().place();
        String path = report.folder().shown(place.file());
        String failed = console.fault(TEXTS.text("fails", console.language()));
        console.line("%s %s".formatted(failed, console.strong("%s:%s".formatted(path, place.line()))));
        console.line(InertText.line(result.scenario().name()));
        List<ScenarioFault.Mismatch> mismatches = result.faults().stream()
                .flatMap(fault -> fault.mismatch().stream())
                .toList();
        if (!mismatches.isEmpty()) {
            SideBySide.lines(mismatches, console.language(), console.terminal().columns())
                    .forEach(console::line);
        }
        result.faults().stream()
                .filter(fault -> fault.mismatch().isEmpty())
                .forEach(fault -> write(fault.fault(), report, console));
        console.line("");
    }

    private static void write(Fault fault, ResultReport report, Console console) {
        Place place = fault.place();
        console.line("%s:%s:%s %s"
                .formatted(report.folder().shown(place.file()), place.line(), place.column(), fault.code()));
        Excerpt excerpt = report.folder()
                .sources()
                .excerpt(place)
                .within(console.terminal().columns());
        console.line(excerpt.toString());
        console.line(fault.told(console.language()));
    }

    private static Text counted(ResultReport report, Console console) {
        int all = report.results().size();
        long failed = report.failures();
        String seconds = Seconds.of(report.time(), 1);
        Text scenarios = all == 1 ? TEXTS.text("oneScenario") : TEXTS.text("scenarios", all);
        return failed == 0
                ? TEXTS.text("allPass", scenarios, seconds)
                : TEXTS.text("someFail", scenarios, all - failed, console.fault(Long.toString(failed)), seconds);
    }
}
