package io.subsidyrules.recording.store;

/** The advisory lock of the database that whoever appends to the ledger holds. */
public final class LedgerLock {

    /** An arbitrary number that names the lock. */
    public static final long NUMBER = 5_735_816_004_217L;

    private LedgerLock() {}
}
