package io.subsidyrules.recording.write;

import io.subsidyrules.ledger.Entry;
import io.subsidyrules.recording.NotRecordedException;
import io.subsidyrules.recording.store.RecordedDecision;
import java.util.Optional;

/** The result of a task within a transaction; it may be passed on once that has committed. */
sealed interface TaskResult {

    /** The same after the last entry of the commit got its seal. */
    default TaskResult with(Entry unsealed, Entry sealed) {
        return this;
    }

    /**
     * It is recorded.
     *
     * @param outcome of what was decided just now, as metrics count it; empty if it was recorded before, and for a
     *     revocation
     */
    record Done(RecordedDecision recorded, Optional<String> outcome) implements TaskResult {

        Done(RecordedDecision recorded) {
            this(recorded, Optional.empty());
        }

        @Override
        public TaskResult with(Entry unsealed, Entry sealed) {
            return new Done(recorded.with(unsealed, sealed), outcome);
        }
    }

    /** The ledger has what it asks for, and there is nothing to give back. */
    record Noted() implements TaskResult {}

    /** It never will be recorded. */
    record Refused(NotRecordedException why) implements TaskResult {

        Refused(NotRecordedException.Reason reason) {
            this(new NotRecordedException(reason));
        }
    }
}
