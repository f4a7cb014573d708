package io.subsidyrules.recording;

import io.subsidyrules.ledger.Entry;
import java.util.Optional;

/** The result of a task within a transaction; it may be told once that has committed. */
sealed interface Outcome {

    /** The same after the last entry of the commit got its seal. */
    default Outcome with(Entry unsealed, Entry sealed) {
        return this;
    }

    /**
     * It is recorded.
     *
     * @param outcome of what was decided just now, as metrics count it; empty where it was recorded before, and for a revocation
     */
    record Done(Recorded recorded, Optional<String> outcome) implements Outcome {

        Done(Recorded recorded) {
            this(recorded, Optional.empty());
        }

        @Override
        public Outcome with(Entry unsealed, Entry sealed) {
            return new Done(recorded.with(unsealed, sealed), outcome);
        }
    }

    /** The ledger has what it asks for, and there is nothing to give back. */
    record Noted() implements Outcome {}

    /** It never will be recorded. */
    record Refused(NotRecordedException why) implements Outcome {

        Refused(NotRecordedException.Reason reason) {
            this(new NotRecordedException(reason));
        }
    }
}
