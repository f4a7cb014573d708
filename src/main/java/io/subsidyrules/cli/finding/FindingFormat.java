package io.subsidyrules.cli.finding;

import io.subsidyrules.cli.console.Console;
import java.util.Locale;
import java.util.function.BiConsumer;

/** The formats of findings. */
public enum FindingFormat {
    /** For people: the place, the line, the sentence and the remedy. */
    TEXT(TextFindings::write),
    /** For programs. */
    JSON(JsonFindings::write),
    /** SARIF 2.1.0, for the code scanning of code hosts. */
    SARIF(SarifFindings::write),
    /** GitLab's Code Quality report. */
    GITLAB(GitlabFindings::write),
    /** The XML of Checkstyle, which many tools read. */
    CHECKSTYLE(CheckstyleFindings::write);

    private final BiConsumer<FindingReport, Console> writer;

    FindingFormat(BiConsumer<FindingReport, Console> writer) {
        this.writer = writer;
    }

    /** Writes a report in this format. */
    public void write(FindingReport report, Console console) {
        writer.accept(report, console);
    }

    /** The name as it is given on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
