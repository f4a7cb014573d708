package io.subsidyrules.access.command;

import io.subsidyrules.text.Text;

/** The command cannot do what it was told; says why, and what to do. */
final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text told;

    UsageException(Text told) {
        super(null, null, false, false);
        this.told = told;
    }

    Text told() {
        return told;
    }
}
