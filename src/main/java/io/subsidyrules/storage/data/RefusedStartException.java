package io.subsidyrules.storage.data;

/** The service cannot start with what it was given; the message names it, and says what to do. */
public final class RefusedStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RefusedStartException(String message) {
        super(message, null, false, false);
    }
}
