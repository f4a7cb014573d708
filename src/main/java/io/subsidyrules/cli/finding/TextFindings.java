package io.subsidyrules.cli.finding;

import io.subsidyrules.cli.console.Console;
import io.subsidyrules.fault.Excerpt;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;

/** Findings for people: the place and the code, the line with a mark, what is wrong, what to do. */
final class TextFindings {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(TextFindings.class);

    private TextFindings() {}

    static void write(FindingReport report, Console console) {
        for (FindingReport.Line line : report.lines()) {
            write(line, console);
        }
        report.summary().forEach(console::line);
        console.line(counted(report));
    }

    private static void write(FindingReport.Line line, Console console) {
        Finding finding = line.finding();
        String place = "%s:%s:%s"
                .formatted(line.path(), finding.place().line(), finding.place().column());
        console.line(console.strong(place) + " " + code(finding, console));
        Excerpt excerpt = line.excerpt().within(console.terminal().columns());
        if (!excerpt.line().isBlank()) {
            console.line(excerpt.line());
            console.line(mark(finding, excerpt.caret(), console));
        }
        console.line(line.told(console.language()));
        console.line("");
    }

    private static String code(Finding finding, Console console) {
        return finding.severity() == Severity.ERROR ? console.fault(finding.code()) : console.warning(finding.code());
    }

    private static String mark(Finding finding, String caret, Console console) {
        return finding.severity() == Severity.ERROR ? console.fault(caret) : console.warning(caret);
    }

    private static Text counted(FindingReport report) {
        long errors = report.count(Severity.ERROR);
        long warnings = report.count(Severity.WARNING);
        if (errors + warnings == 0) {
            return TEXTS.text("nothing", report.command());
        }
        Text faults = errors == 1 ? TEXTS.text("oneFault") : TEXTS.text("faults", errors);
        Text notices = warnings == 1 ? TEXTS.text("oneNotice") : TEXTS.text("notices", warnings);
        return TEXTS.text("counted", report.command(), faults, notices);
    }
}
