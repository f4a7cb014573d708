package io.subsidyrules.recording;

/** A request could not be recorded now, or never will; the reason says which. */
public class NotRecordedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The reason that nothing was recorded. */
    public enum Reason {
        /** The database is away; nothing was recorded. */
        AWAY,
        /**
         * The database can be read and takes nothing: its disk is full, it is a standby, or a lock is held; nothing was
         * recorded.
         */
        NOT_WRITABLE,
        /** The service did not come to it in time; nothing was recorded. */
        LATE,
        /** The service is about to stop; nothing was recorded. */
        STOPPING,
        /** More is waiting to be recorded than the service holds; nothing was recorded. */
        FULL,
        /** The ledger lacks what this service has seen: it is not the one that it knows. */
        OTHER_LEDGER,
        /** Something in the ledger, or beside it, is not as it was written. */
        ALTERED_LEDGER,
        /** The service has not the key that seals what it records. */
        NO_KEY,
        /** The service is still reading what others recorded, or comparing the newest entries after its start. */
        CATCHING_UP,
        /** The database has not answered in time: it may have been recorded or not. */
        IN_DOUBT,
        /** The first request with this Idempotency-Key is still being recorded. */
        IN_PROGRESS,
        /** The Idempotency-Key belongs to another request. */
        KEY_REUSED,
        /** There is no such decision. */
        NO_DECISION,
        /** No ruleset of that version ever decided here. */
        NO_RULESET,
        /** The sources of that ruleset are not those that were kept. */
        RULESET_ALTERED,
        /** This version of the service finds faults in that ruleset, which an earlier one did not. */
        RULESET_REFUSED,
        /**
         * The ruleset that decided gives another result by this version of the service, so that the recorded one cannot
         * be worded anew.
         */
        RESULT_DIFFERS,
        /** The decision has no such claim. */
        NO_CLAIM,
        /** The decision, or that claim of it, is revoked already. */
        REVOKED,
        /** Request and result are longer than an entry of the ledger can be; nothing was recorded. */
        TOO_LONG,
        /**
         * The rules tell projects apart by other key fields than before; a {@link KeysChangedException} says by which.
         */
        KEYS_CHANGED,
        /** The service failed; nothing was recorded. */
        FAILED
    }

    private final Reason reason;

    public NotRecordedException(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public NotRecordedException(Reason reason, Throwable cause) {
        super(reason.name(), cause, false, false);
        this.reason = reason;
    }

    public final Reason reason() {
        return reason;
    }
}
