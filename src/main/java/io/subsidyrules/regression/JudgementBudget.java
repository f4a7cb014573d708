package io.subsidyrules.regression;

import io.subsidyrules.dialect.source.CancellationPoint;
import io.subsidyrules.dialect.source.Deadline;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The time that the judgement of a rules folder may take, of which each file's share is counted, so that the fault
 * names the file that took most. Another thread may withdraw it; all else is for the thread that judges.
 */
public final class JudgementBudget implements CancellationPoint {

    private final Duration time;
    private final AtomicBoolean withdrawn;
    private final Deadline deadline;
    private final Map<String, Long> shares = new HashMap<>();
    private String file = ".";
    private long reached = System.nanoTime();

    private JudgementBudget(Duration time, AtomicBoolean withdrawn) {
        this.time = time;
        this.withdrawn = withdrawn;
        this.deadline = new Deadline(time, this::spent);
    }

    /** A budget of this time, from now on. */
    public static JudgementBudget of(Duration time) {
        return new JudgementBudget(time, new AtomicBoolean());
    }

    /** A budget without an end, for those who wait for a judgement themselves. */
    public static JudgementBudget unlimited() {
        return of(Duration.ofDays(365));
    }

    /** A budget of the same time, from now on, which is withdrawn together with this one. */
    public JudgementBudget renewed() {
        return new JudgementBudget(time, withdrawn);
    }

    /** Ends the judgement at its next file or scenario, since nobody waits for it any more. */
    public void withdraw() {
        withdrawn.set(true);
    }

    /** Whether all the time has passed. */
    public boolean isSpent() {
        return deadline.isOver();
    }

    /**
     * Counts the time since the last call for the file of that call.
     *
     * @throws WithdrawnException if the budget was withdrawn
     * @throws SpentException if all the time has passed
     */
    @Override
    public void reached(String next) {
        if (withdrawn.get()) {
            throw new WithdrawnException();
        }
        long now = System.nanoTime();
        shares.merge(file, now - reached, Long::sum);
        file = next;
        reached = now;
        deadline.reached(next);
    }

    private SpentException spent() {
        Map.Entry<String, Long> longest = Largest.fileOfLargestPart(shares);
        return new SpentException(longest.getKey(), Duration.ofNanos(longest.getValue()), time);
    }

    /** A newer content of the rules folder is to be judged instead. */
    public static final class WithdrawnException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        WithdrawnException() {
            super("The judgement was withdrawn.", null, false, false);
        }
    }

    /** The judgement took all its time. */
    static final class SpentException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String file;
        private final Duration share;
        private final Duration time;

        SpentException(String file, Duration share, Duration time) {
            super("The judgement took longer than " + time, null, false, false);
            this.file = file;
            this.share = share;
            this.time = time;
        }

        /** The file that took most of the time, or the folder of a policy. */
        String file() {
            return file;
        }

        /** The time that it took. */
        Duration share() {
            return share;
        }

        /** The time that the judgement may take. */
        Duration time() {
            return time;
        }
    }
}
