package io.subsidyrules.storage;

import org.jspecify.annotations.Nullable;

/** The records cannot be read now. */
public abstract sealed class UnreadableException extends RuntimeException
        permits DatabaseAwayException, DatabaseBusyException {

    private static final long serialVersionUID = 1L;

    UnreadableException(String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
    }
}
