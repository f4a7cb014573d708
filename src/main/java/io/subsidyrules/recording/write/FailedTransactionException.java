package io.subsidyrules.recording.write;

import io.subsidyrules.recording.AlteredLedgerException;
import io.subsidyrules.storage.DatabaseFailure;
import java.util.Optional;

/** The failure of a transaction that writes to the ledger. */
final class FailedTransactionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FailedTransactionException(RuntimeException cause) {
        super(cause.toString(), cause);
    }

    /** Whether it would fail again: what was written is refused, or this program has a fault. */
    boolean wouldFailAgain() {
        return !DatabaseFailure.passes(this);
    }

    /** Whether it is what others did to the database that failed it. */
    boolean isCausedByOthers() {
        return altered().isPresent() || DatabaseFailure.contradicts(this);
    }

    /** The entry that could not be read, where it is that. */
    Optional<AlteredLedgerException> altered() {
        for (Throwable cause = this; cause != null; cause = cause.getCause()) {
            if (cause instanceof AlteredLedgerException altered) {
                return Optional.of(altered);
            }
        }
        return Optional.empty();
    }

    /** The sentence of whoever refused to rotate the key, if that is the cause. */
    Optional<String> refusal() {
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalStateException refused && refused.getMessage() != null) {
                return Optional.of(refused.getMessage());
            }
        }
        return Optional.empty();
    }
}
