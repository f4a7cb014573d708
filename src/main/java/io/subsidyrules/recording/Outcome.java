package io.subsidyrules.recording;

/** What became of a task within a transaction; it may be told once that has committed. */
sealed interface Outcome {

    /** It is recorded, now or already before. */
    record Done(Recorded recorded) implements Outcome {}

    /** The ledger has what it asks for, and there is nothing to give back. */
    record Noted() implements Outcome {}

    /** It never will be recorded. */
    record Refused(NotRecordedException why) implements Outcome {

        Refused(NotRecordedException.Reason reason) {
            this(new NotRecordedException(reason));
        }
    }
}
