package io.subsidyrules.cli.mutation;

import java.util.Locale;

/** The formats of what became of wrong changes. */
enum MutationFormat {
    /** For a terminal. */
    TEXT,
    /** For programs. */
    JSON,
    /** For merge requests. */
    MARKDOWN;

    /** The name as it is given on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
