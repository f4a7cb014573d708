package io.subsidyrules.cli.rulebook;

import java.util.Locale;

/** The formats of a difference in meaning. */
enum DiffFormat {
    /** For a terminal. */
    TEXT,
    /** For merge requests. */
    MARKDOWN,
    /** For reading and printing. */
    HTML,
    /** For programs. */
    JSON;

    /** The name as it is given on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
