package io.subsidyrules.rulesets;

import io.subsidyrules.memory.OutOfMemory;
import io.subsidyrules.regression.JudgementBudget;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * The thread that judges what the rules folder contains, one content after the other, so that the folder is looked at
 * meanwhile. A newer content withdraws the judgement of an older one, though not for ever: otherwise nothing would go
 * live while somebody saves without end. Safe for many threads.
 */
final class JudgeThread {

    /** After so many judgements in a row that were withdrawn, one comes to its end. */
    static final int MOST_WITHDRAWN = 3;

    private static final Logger LOG = Logger.getLogger(JudgeThread.class);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread judging = new Thread(work, "rules-judge");
        judging.setDaemon(true);
        return judging;
    });

    private final Duration time;
    private Optional<Work> next = Optional.empty();
    private Optional<JudgementBudget> running = Optional.empty();
    private int withdrawn;
    private boolean closed;

    /** @param time that a judgement may take */
    JudgeThread(Duration time) {
        this.time = time;
    }

    /** The judgement of a content, within a budget. */
    interface Work {
        void run(JudgementBudget budget);
    }

    /** Does this in the place of what waits, and of what is under way. */
    synchronized void replace(Work work) {
        if (closed) {
            return;
        }
        next = Optional.of(work);
        if (withdrawn < MOST_WITHDRAWN) {
            running.ifPresent(JudgementBudget::withdraw);
        }
        thread.execute(this::runNext);
    }

    /** Ends with what is under way. */
    synchronized void close() {
        closed = true;
        running.ifPresent(JudgementBudget::withdraw);
        thread.shutdownNow();
    }

    private void runNext() {
        JudgementBudget budget = JudgementBudget.of(time);
        take(budget).ifPresent(work -> finished(isDone(work, budget)));
    }

    private synchronized Optional<Work> take(JudgementBudget budget) {
        Optional<Work> work = next;
        next = Optional.empty();
        running = work.map(taken -> budget);
        return work;
    }

    private synchronized void finished(boolean done) {
        if (!done && !closed) {
            LOG.info("The rules folder has changed again: the judgement of its earlier content was given up.");
        }
        running = Optional.empty();
        withdrawn = done ? 0 : withdrawn + 1;
    }

    private static boolean isDone(Work work, JudgementBudget budget) {
        try {
            work.run(budget);
            return true;
        } catch (JudgementBudget.WithdrawnException newer) {
            return false;
        } catch (RuntimeException | Error failed) {
            OutOfMemory.endIfCauseOf(failed);
            LOG.error("The rules folder could not be judged; the watch goes on.", failed);
            return true;
        }
    }
}
