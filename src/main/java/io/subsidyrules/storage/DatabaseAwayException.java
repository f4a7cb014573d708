package io.subsidyrules.storage;

/** The database cannot be used now. */
public final class DatabaseAwayException extends UnreadableException {

    private static final long serialVersionUID = 1L;

    DatabaseAwayException() {
        super("The database is away.", null);
    }

    DatabaseAwayException(Throwable cause) {
        super("The database is away.", cause);
    }
}
