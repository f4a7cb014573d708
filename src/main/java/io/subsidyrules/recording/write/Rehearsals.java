package io.subsidyrules.recording.write;

import io.subsidyrules.memory.OutOfMemory;
import io.subsidyrules.storage.DatabaseFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * The rehearsals of a process: one that succeeds is enough, and damaged files of the database are tried again and
 * again. One thread runs them; whether there is damage can be asked by many.
 */
final class Rehearsals {

    private static final Logger LOG = Logger.getLogger(Rehearsals.class);

    private static final int MOST = 3;

    /** Recording into damaged files is tried again after this time: somebody may have put them back. */
    private static final Duration BETWEEN = Duration.ofSeconds(2);

    private final Consumer<LedgerTask> transaction;
    private final Function<Throwable, String> reason;
    private boolean done;
    private int tried;
    private long last;
    private volatile Optional<String> damage = Optional.empty();

    /**
     * No rehearsal yet.
     *
     * @param transaction records a task, and ends with {@link Rehearsal.OverException}, so that it is taken back
     * @param reason the cause of a failure, in a sentence
     */
    Rehearsals(Consumer<LedgerTask> transaction, Function<Throwable, String> reason) {
        this.transaction = transaction;
        this.reason = reason;
    }

    /** Whether no more are needed. */
    boolean isDone() {
        return done;
    }

    /**
     * The reason that recording was tried in vain: files of the database are damaged. Empty if it was not, or not yet.
     */
    Optional<String> damage() {
        return damage;
    }

    /** Rehearses if it is needed, and not too soon after the last one. */
    void run() {
        if (!done && (damage.isEmpty() || System.nanoTime() - last > BETWEEN.toNanos())) {
            rehearse();
        }
    }

    private void rehearse() {
        last = System.nanoTime();
        try {
            Rehearsal.run(transaction);
        } catch (Rehearsal.OverException asMeant) {
            done = true;
            if (damage.isPresent()) {
                LOG.info("Recording can be tried again, and decisions are recorded.");
                damage = Optional.empty();
            }
        } catch (RuntimeException | Error failed) {
            OutOfMemory.endIfCauseOf(failed);
            if (DatabaseFailure.isDamage(failed)) {
                damaged(reason.apply(failed));
                return;
            }
            // A rehearsal that fails for itself, or again and again, does not keep others from being recorded.
            tried++;
            done = !DatabaseFailure.passes(failed) || tried >= MOST;
            LOG.warnf("Recording could not be tried before it is asked for: %s", reason.apply(failed));
        }
    }

    /** Nothing is recorded until the files are put back. The log says it once. */
    private void damaged(String said) {
        if (damage.isEmpty()) {
            LOG.errorf(
                    "Nothing can be recorded, since files of the database are damaged: %s Put the data folder, or the "
                            + "database, back from a copy; see docs/recording.md.",
                    said);
        }
        damage = Optional.of("Files of the database are damaged: %s".formatted(said));
    }
}
