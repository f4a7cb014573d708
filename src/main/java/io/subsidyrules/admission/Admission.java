package io.subsidyrules.admission;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The budget and the lanes of this process, by its heap and its processors. */
@Startup
@ApplicationScoped
public class Admission {

    private static final Lane.Patience SHORT =
            new Lane.Patience(Duration.ofMillis(1_500), Duration.ofMillis(100), Duration.ofSeconds(1));

    /** An export may wait for others that go on for seconds. */
    private static final Lane.Patience LONG =
            new Lane.Patience(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(10));

    private static final Duration BETWEEN = Duration.ofMillis(20);

    /** As many as may read from the database at a time. */
    private static final int READERS = 8;

    private static final int EXPORTS = 16;

    /** Half of what a task is waited for, so that what speeds down does not make them late. */
    private static final Duration LONGEST_BACKLOG = Duration.ofMillis(800);

    private static final int MOST_BACKLOG = 2_000;

    private final Budget budget = Budget.ofHeap(Runtime.getRuntime().maxMemory());
    private final Backlog backlog = new Backlog(LONGEST_BACKLOG, MOST_BACKLOG, System::nanoTime);
    private final Map<Work, Lane> lanes = new EnumMap<>(Work.class);
    private final AdmissionMetrics metrics;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Admission::daemon);

    Admission(AdmissionMetrics metrics) {
        this.metrics = metrics;
        int cores = Runtime.getRuntime().availableProcessors();
        Lane evaluations = lane(cores + 1, SHORT);
        lanes.put(Work.EVALUATION, evaluations);
        lanes.put(Work.DECISION, evaluations);
        lanes.put(Work.LARGE_EVALUATION, lane(Math.max(1, cores / 2), SHORT));
        lanes.put(Work.REPLAY, lane(cores + 1, SHORT));
        lanes.put(Work.READING, lane(READERS, SHORT));
        lanes.put(Work.EXPORT, lane(EXPORTS, LONG));
        metrics.watch(budget, lanes);
        Future<?> unused = clock.scheduleWithFixedDelay(
                () -> lanes.values().forEach(Lane::look),
                BETWEEN.toMillis(),
                BETWEEN.toMillis(),
                TimeUnit.MILLISECONDS);
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

    /** What waits to be recorded. */
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

    /** Counts a request that was refused. */
    public void refused(Refusal why) {
        metrics.refused(why);
    }

    void stop(@Observes ShutdownEvent event) {
        clock.shutdown();
    }
}
