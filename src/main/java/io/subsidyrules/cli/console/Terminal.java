package io.subsidyrules.cli.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * What shows the output.
 *
 * @param colours whether it shows colours, as a terminal does; a file or a pipe does not
 * @param columns how many characters fit on one of its lines; more than any line has in a file or a pipe
 * @param columnsOfNotes the same of the terminal that shows notes, where these may pass; 0 if there is none
 */
public record Terminal(boolean colours, int columns, int columnsOfNotes) {

    /** A file or a pipe. */
    public static final Terminal NONE = new Terminal(false, Integer.MAX_VALUE);

    private static final Path RESULT = Path.of("/proc/self/fd/1");
    private static final Path NOTES = Path.of("/proc/self/fd/2");
    private static final int USUAL_COLUMNS = 80;
    private static final int FEWEST_COLUMNS = 20;
    private static final int MOST_COLUMNS = 1_000;

    /** A terminal, a file or a pipe on which no notes pass. */
    public Terminal(boolean colours, int columns) {
        this(colours, columns, 0);
    }

    /** The terminal of this process; the variable {@code COLUMNS} says how wide it is. */
    static Terminal of(Map<String, String> environment) {
        int columns = columns(environment.getOrDefault("COLUMNS", ""));
        boolean colours = Ansi.AUTO.enabled();
        boolean limited = colours || isTerminal(RESULT);
        return new Terminal(colours, limited ? columns : NONE.columns(), isForPassingNotes(environment) ? columns : 0);
    }

    /** Whether a line of the terminal can be written again; not where this cannot be known, as on Windows. */
    private static boolean isForPassingNotes(Map<String, String> environment) {
        return !environment.containsKey("CI")
                && !environment.getOrDefault("TERM", "dumb").equals("dumb")
                && isTerminal(NOTES);
    }

    private static boolean isTerminal(Path stream) {
        try {
            String device = Files.readSymbolicLink(stream).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    private static int columns(String stated) {
        return stated.matches("[0-9]{1,4}")
                ? Math.max(FEWEST_COLUMNS, Math.min(MOST_COLUMNS, Integer.parseInt(stated)))
                : USUAL_COLUMNS;
    }
}
