package io.subsidyrules.recording;

/** The advisory lock of the database that whoever appends to the ledger holds. */
final class LedgerLock {

    /** An arbitrary number that names the lock. */
    static final long NUMBER = 5_735_816_004_217L;

    private LedgerLock() {}
}
