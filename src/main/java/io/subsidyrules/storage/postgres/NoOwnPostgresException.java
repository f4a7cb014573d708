package io.subsidyrules.storage.postgres;

/** The service's own PostgreSQL cannot run here; the message says why, and what to do. */
final class NoOwnPostgresException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoOwnPostgresException(String message) {
        super(message, null, false, false);
    }
}
