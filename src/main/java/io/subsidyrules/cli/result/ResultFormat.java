package io.subsidyrules.cli.result;

import java.util.Locale;

/** The formats of results. */
public enum ResultFormat {
    /** For people: each scenario that fails, with what it expects beside what the rules give. */
    TEXT,
    /** The XML of JUnit, which CI servers read. */
    JUNIT;

    /** The name as it is given on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
