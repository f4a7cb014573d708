package io.subsidyrules.recording;

import io.subsidyrules.engine.Answer;
import java.util.Optional;

/** The result of a task within a transaction; it may be told once that has committed. */
sealed interface Outcome {

    /**
     * It is recorded.
     *
     * @param answer what was decided just now; empty where it was recorded before, and for a revocation
     */
    record Done(Recorded recorded, Optional<Answer> answer) implements Outcome {

        Done(Recorded recorded) {
            this(recorded, Optional.empty());
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
