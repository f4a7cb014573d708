package io.subsidyrules.recording.write;

import io.subsidyrules.engine.project.KeyFields;
import io.subsidyrules.recording.IdempotencyKey;
import io.subsidyrules.recording.archive.ArchivedRuleset;
import io.subsidyrules.recording.store.RecordedDecision;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** Something to be appended to the ledger, and whoever waits for it. */
abstract sealed class LedgerTask {

    /** Its stage. */
    private enum State {
        QUEUED,
        TAKEN,
        /** It was begun, and nobody waits for it any more. */
        ABANDONED,
        /** Nobody waits for it any more, and it was not begun. */
        DROPPED
    }

    private final CompletableFuture<RecordedDecision> done = new CompletableFuture<>();
    private final AtomicReference<State> state = new AtomicReference<>(State.QUEUED);
    private volatile boolean inDoubt;

    /** A decision. */
    static final class Decide extends LedgerTask {

        /** The outcome of a decision that was recorded before. */
        static final String REPEATED = "repeated";

        private final PendingDecision recording;
        private volatile String outcome = REPEATED;

        Decide(PendingDecision recording) {
            this.recording = recording;
        }

        PendingDecision recording() {
            return recording;
        }

        /** The outcome of a decision that is new. */
        void decided(String of) {
            outcome = of;
        }

        /** The best status of its claims, once it is recorded. */
        String outcome() {
            return outcome;
        }

        @Override
        Optional<IdempotencyKey> key() {
            return recording.key();
        }

        @Override
        long size() {
            return (long) recording.body().length() + recording.result().size();
        }
    }

    /** A revocation. */
    static final class Revoke extends LedgerTask {

        private final PendingRevocation revoking;

        Revoke(PendingRevocation revoking) {
            this.revoking = revoking;
        }

        PendingRevocation revoking() {
            return revoking;
        }
    }

    /** The ruleset that is live now. */
    static final class Change extends LedgerTask {

        private final ArchivedRuleset ruleset;
        private final List<KeyFields> keys;

        /** @param keys those of all its claim types */
        Change(ArchivedRuleset ruleset, List<KeyFields> keys) {
            this.ruleset = ruleset;
            this.keys = keys;
        }

        List<KeyFields> keys() {
            return keys;
        }

        ArchivedRuleset ruleset() {
            return ruleset;
        }
    }

    /** The next signing key takes the place of the one in force. */
    static final class Rotate extends LedgerTask {}

    Optional<IdempotencyKey> key() {
        return Optional.empty();
    }

    /** The length of the texts that it holds, in characters. */
    long size() {
        return 0;
    }

    CompletableFuture<RecordedDecision> done() {
        return done;
    }

    /** Begins it; false if nobody waits for it any more. */
    final boolean take() {
        return state.compareAndSet(State.QUEUED, State.TAKEN);
    }

    /** Gives it up; false if it was begun, and may yet be recorded. */
    final boolean drop() {
        if (state.compareAndSet(State.QUEUED, State.DROPPED)) {
            return true;
        }
        state.compareAndSet(State.TAKEN, State.ABANDONED);
        return false;
    }

    final boolean isAwaited() {
        return state.get() == State.TAKEN;
    }

    /** A transaction with it failed, and may have committed. */
    final void doubt() {
        inDoubt = true;
    }

    final boolean isInDoubt() {
        return inDoubt;
    }
}
