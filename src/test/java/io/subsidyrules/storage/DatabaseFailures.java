package io.subsidyrules.storage;

/** Failures as the database gives them, for tests of what becomes of them. */
public final class DatabaseFailures {

    private DatabaseFailures() {}

    public static DatabaseAwayException away() {
        return new DatabaseAwayException();
    }
}
