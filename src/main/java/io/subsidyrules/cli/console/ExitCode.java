package io.subsidyrules.cli.console;

/** The exit codes of every command. */
public final class ExitCode {

    /** All is well. */
    public static final int OK = 0;

    /** The command did its work and found something. */
    public static final int FINDINGS = 1;

    /** The command could not do its work: it was called wrongly, or cannot read its input or write its output. */
    public static final int USAGE = 2;

    private ExitCode() {}

    /** The exit code for a number of findings. */
    public static int of(boolean found) {
        return found ? FINDINGS : OK;
    }
}
