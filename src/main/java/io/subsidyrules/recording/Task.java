package io.subsidyrules.recording;

import io.subsidyrules.engine.ProjectKeys;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** Something to be appended to the ledger, and whoever waits for it. */
abstract sealed class Task {

    /** Its stage. */
    private enum State {
        QUEUED,
        TAKEN,
        /** It was begun, and nobody waits for it any more. */
        ABANDONED,
        /** Nobody waits for it any more, and it was not begun. */
        DROPPED
    }

    private final CompletableFuture<Recorded> done = new CompletableFuture<>();
    private final AtomicReference<State> state = new AtomicReference<>(State.QUEUED);
    private volatile boolean inDoubt;

    /** A decision. */
    static final class Decide extends Task {

        /** The outcome of a decision that was recorded before. */
        static final String REPEATED = "repeated";

        private final Recording recording;
        private volatile String outcome = REPEATED;

        Decide(Recording recording) {
            this.recording = recording;
        }

        Recording recording() {
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
    static final class Revoke extends Task {

        private final Revoking revoking;

        Revoke(Revoking revoking) {
            this.revoking = revoking;
        }

        Revoking revoking() {
            return revoking;
        }
    }

    /** The ruleset that is live now. */
    static final class Change extends Task {

        private final KeptRuleset ruleset;
        private final List<ProjectKeys> keys;

        /** @param keys those of all its claim types */
        Change(KeptRuleset ruleset, List<ProjectKeys> keys) {
            this.ruleset = ruleset;
            this.keys = keys;
        }

        List<ProjectKeys> keys() {
            return keys;
        }

        KeptRuleset ruleset() {
            return ruleset;
        }
    }

    /** The next signing key takes the place of the one in force. */
    static final class Rotate extends Task {}

    Optional<IdempotencyKey> key() {
        return Optional.empty();
    }

    /** The length of the texts that it holds, in characters. */
    long size() {
        return 0;
    }

    CompletableFuture<Recorded> done() {
        return done;
    }

    /** Begins it; false where nobody waits for it any more. */
    final boolean take() {
        return state.compareAndSet(State.QUEUED, State.TAKEN);
    }

    /** Gives it up; false where it was begun, and may yet be recorded. */
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
