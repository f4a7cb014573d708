package io.subsidyrules.cli.console;

import io.subsidyrules.text.Text;

/** A reason why a command cannot do its work, as a sentence that says what to do about it. */
public final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Text told;

    public CommandException(Text told) {
        super(told.en(), null, false, false);
        this.told = told;
    }

    /** The reason and the remedy. */
    public Text told() {
        return told;
    }
}
