package io.subsidyrules.cli.result;

import io.subsidyrules.cli.console.Console;
import java.util.Locale;
import java.util.function.BiConsumer;

/** The formats of results. */
public enum ResultFormat {
    /** For people: each scenario that fails, with what it expects beside what the rules give. */
    TEXT(TextResults::write),
    /** The XML of JUnit, which CI servers read. */
    JUNIT(JunitResults::write);

    private final BiConsumer<ResultReport, Console> writer;

    ResultFormat(BiConsumer<ResultReport, Console> writer) {
        this.writer = writer;
    }

    /** Writes a report in this format. */
    public void write(ResultReport report, Console console) {
        writer.accept(report, console);
    }

    /** The name as it is given on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
