package io.subsidyrules.cli.console;

import java.io.IOException;

/** The output takes no more: its disk is full, or who reads it has gone. The message says which. */
public final class OutputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutputException(IOException failed) {
        super(failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage(), failed);
    }
}
