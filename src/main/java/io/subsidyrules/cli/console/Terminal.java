package io.subsidyrules.cli.console;

import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * What shows the output.
 *
 * @param colours whether it shows colours, as a terminal does; a file or a pipe does not
 * @param columns how many characters fit on one of its lines; more than any line has in a file or a pipe
 */
public record Terminal(boolean colours, int columns) {

    /** A file or a pipe. */
    public static final Terminal NONE = new Terminal(false, Integer.MAX_VALUE);

    private static final int USUAL_COLUMNS = 80;
    private static final int FEWEST_COLUMNS = 20;
    private static final int MOST_COLUMNS = 1_000;

    /** The terminal of this process; the variable {@code COLUMNS} says how wide it is. */
    static Terminal of(Map<String, String> environment) {
        return Ansi.AUTO.enabled() ? new Terminal(true, columns(environment.getOrDefault("COLUMNS", ""))) : NONE;
    }

    private static int columns(String stated) {
        return stated.matches("[0-9]{1,4}")
                ? Math.max(FEWEST_COLUMNS, Math.min(MOST_COLUMNS, Integer.parseInt(stated)))
                : USUAL_COLUMNS;
    }
}
