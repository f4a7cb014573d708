package io.subsidyrules.admission;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.subsidyrules.memory.OutOfMemory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jboss.logging.Logger;

/** The budget and the lanes of this process, by its heap and its processors. */
@Startup
@ApplicationScoped
public class Admission {

    /** An answer is of use for some two seconds. */
    private static final Duration OF_USE = Duration.ofMillis(1_500);

    /** So much waits under overload that every thread has a next request, and no request waits long for its turn. */
    private static final Duration CROWDED = Duration.ofMillis(30);

    /** The time for which more than that may wait before it counts as a crowd. */
    private static final Duration BURST = Duration.ofMillis(100);

    /** So many clients, each of which waits for its answer, are no crowd however slow the machine is. */
    private static final int FEW = 32;

    private static final Lane.Patience SHORT = new Lane.Patience(OF_USE, Duration.ofMillis(250), CROWDED, BURST, FEW);

    /** A large evaluation takes some tenths of a second. */
    private static final Lane.Patience LARGE =
            new Lane.Patience(OF_USE, OF_USE, Duration.ofMillis(500), Duration.ofSeconds(1), 1);

    private static final int EXPORTS = 16;

    private static final Duration SECONDS = Duration.ofSeconds(10);

    /** An export may wait for others that go on for seconds. */
    private static final Lane.Patience LONG = new Lane.Patience(SECONDS, SECONDS, SECONDS, SECONDS, EXPORTS);

    private static final Duration BETWEEN = Duration.ofMillis(20);

    /** As many as may read from the database at a time. */
    private static final int READERS = 8;

    /**
     * Half of what a task is waited for at most, so that none is late where recording slows down; in a crowd, enough
     * for the next transaction beside the one that is being written.
     */
    private static final Backlog.Patience RECORDING =
            new Backlog.Patience(Duration.ofMillis(800), Duration.ofMillis(200), BURST);

    private static final Duration TOLD_EVERY = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(Admission.class);

    private final Budget budget = Budget.ofHeap(Runtime.getRuntime().maxMemory());
    private final Backlog backlog = new Backlog(RECORDING, Backlog.MOST, System::nanoTime);
    private final Map<Work, Lane> lanes = new EnumMap<>(Work.class);
    private final Lane evaluations;
    private final ThreadLocal<Round> rounds = ThreadLocal.withInitial(() -> new Round(SHORT, System::nanoTime));
    private final LongAdder turnedAway = new LongAdder();
    private final AdmissionMetrics metrics;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Admission::daemon);

    Admission(AdmissionMetrics metrics) {
        this.metrics = metrics;
        int cores = Runtime.getRuntime().availableProcessors();
        evaluations = lane(cores + 1, SHORT);
        lanes.put(Work.EVALUATION, evaluations);
        lanes.put(Work.DECISION, evaluations);
        lanes.put(Work.LARGE_EVALUATION, lane(Math.max(1, cores / 2), LARGE));
        lanes.put(Work.REPLAY, lane(cores + 1, SHORT));
        lanes.put(Work.READING, lane(READERS, SHORT));
        lanes.put(Work.EXPORT, lane(EXPORTS, LONG));
        metrics.watch(budget, lanes);
        Future<?> unused = repeat(() -> lanes.values().forEach(Admission::look), BETWEEN);
        Future<?> unusedTelling = repeat(this::tell, TOLD_EVERY);
    }

    private Future<?> repeat(Runnable work, Duration every) {
        return clock.scheduleWithFixedDelay(work, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whatever fails, the next look is not the last one. */
    private static void look(Lane lane) {
        try {
            lane.look();
        } catch (RuntimeException | Error failed) {
            OutOfMemory.endIfCauseOf(failed);
            LOG.error("What has waited too long could not be refused, and is not answered.", failed);
        }
    }

    private static Lane lane(int most, Lane.Patience patience) {
        return new Lane(most, patience, System::nanoTime);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "admission");
        thread.setDaemon(true);
        return thread;
    }

    /** The memory that all requests share. */
    public Budget budget() {
        return budget;
    }

    /** The decisions that wait to be recorded. */
    public Backlog backlog() {
        return backlog;
    }

    /** The lane of that work; {@link Work#OPERATION} has none. */
    public Lane lane(Work work) {
        Lane lane = lanes.get(work);
        if (lane == null) {
            throw new IllegalArgumentException("%s waits for nothing.".formatted(work));
        }
        return lane;
    }

    /** The round of the event loop that asks. */
    public Round round() {
        return rounds.get();
    }

    /** Whether anything waits, or the time of this event loop's round is over; otherwise nothing is refused. */
    public boolean isBusy() {
        return round().isOver() || evaluations.waiting() > 0 || backlog.waiting() > 0;
    }

    /**
     * The reason that work of that kind cannot be taken on for that caller now, as far as is known before it is
     * weighed.
     */
    public Optional<Refusal> refusal(Work work, String caller) {
        Lane lane = lanes.get(work);
        if (lane != null && lane.isFull(caller)) {
            return Optional.of(Refusal.CROWDED);
        }
        return work == Work.DECISION && backlog.isFull(caller)
                ? Optional.of(Refusal.RECORDING_BEHIND)
                : Optional.empty();
    }

    /** Counts a request that was refused. */
    public void refused(Refusal why) {
        metrics.refused(why);
    }

    /** The same for one that was refused by its head and is not logged; how many those are is logged now and then. */
    public void refusedAtTheDoor(Refusal why) {
        refused(why);
        turnedAway.increment();
    }

    private void tell() {
        long refused = turnedAway.sumThenReset();
        if (refused > 0) {
            LOG.warnf(
                    "Requests were refused since more come than can be answered in time: %s in %s s.",
                    refused, TOLD_EVERY.toSeconds());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        clock.shutdown();
    }
}
