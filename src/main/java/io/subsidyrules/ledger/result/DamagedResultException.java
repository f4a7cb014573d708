package io.subsidyrules.ledger.result;

/** The text of a result cannot be read: somebody wrote another one into the database. */
public final class DamagedResultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DamagedResultException(Throwable cause) {
        super("The result cannot be read: " + cause.getMessage(), cause);
    }
}
