package io.subsidyrules.storage;

import org.jspecify.annotations.Nullable;

/** The database is there, and what is recorded could not be read all the same. */
public final class DatabaseBusyException extends UnreadableException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** The reason that it could not be read. */
    public enum Kind {
        /** Too many others read. */
        READERS,
        /** Too many exports are under way. */
        EXPORTS,
        /** It was not given in time. */
        SLOW,
        /** The files that hold it are damaged. */
        DAMAGED
    }

    DatabaseBusyException(Kind kind) {
        this(kind, null);
    }

    DatabaseBusyException(Kind kind, @Nullable Throwable cause) {
        super("The database is busy (%s).".formatted(kind), cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
