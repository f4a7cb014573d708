package io.subsidyrules.recording.write;

import io.subsidyrules.admission.Backlog;
import io.subsidyrules.admission.Place;
import io.subsidyrules.admission.Receipt;
import io.subsidyrules.recording.IdempotencyKey;
import io.subsidyrules.recording.NotRecordedException;
import io.subsidyrules.recording.NotRecordedException.Reason;
import io.subsidyrules.recording.store.RecordedDecision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The tasks that wait to be recorded, and whoever waits for them: never more than can be recorded in time, and nobody
 * waits longer than two seconds from when the request was there. Safe for many threads.
 */
final class TaskQueue {

    private static final int MOST_TOGETHER = 256;

    /** The same in characters of requests and results; one task alone may have more. */
    private static final long MOST_CHARACTERS = 64_000_000;

    private static final long MOST_CHARACTERS_TOGETHER = 8_000_000;

    /** A caller is answered within two seconds, whatever the database does. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(1_700);

    /** The writer is given this time, however long the request has waited for its evaluation. */
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(200);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Backlog backlog;
    private final Supplier<Optional<Reason>> unavailable;
    private final BlockingQueue<LedgerTask> queue = new LinkedBlockingQueue<>(Backlog.MOST);
    private final IdempotencyKeys keys = new IdempotencyKeys();
    private final AtomicLong characters = new AtomicLong();
    private final ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(1, TaskQueue::daemon);

    /** @param unavailable why nothing can be recorded now; empty where something can */
    TaskQueue(Backlog backlog, Supplier<Optional<Reason>> unavailable) {
        this.backlog = backlog;
        this.unavailable = unavailable;
        timers.setRemoveOnCancelPolicy(true);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "recorder-timer");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Has a task wait.
     *
     * @return fails with a {@link NotRecordedException}, at the latest after two seconds
     * @throws NotRecordedException if the task's key is taken
     */
    CompletableFuture<RecordedDecision> add(LedgerTask task) {
        task.key().map(keys::take).ifPresent(IdempotencyKeys.Meaning::orRefuse);
        Optional<Place> place = Receipt.place().filter(Place::occupy).or(this::place);
        long all = characters.addAndGet(task.size());
        CompletableFuture<RecordedDecision> known = task.done().whenComplete((done, failed) -> {
            place.ifPresent(Place::leave);
            characters.addAndGet(-task.size());
            task.key().ifPresent(keys::release);
        });
        if (place.isEmpty() || all > Math.max(MOST_CHARACTERS, task.size()) || !queue.offer(task)) {
            task.done().completeExceptionally(new NotRecordedException(Reason.FULL));
            return known;
        }
        return answered(task, known.copy());
    }

    /** A place for a task that comes without a request, or beside another task of the same request. */
    private Optional<Place> place() {
        return backlog.place("").filter(Place::occupy);
    }

    /** The result for the caller; the task itself may be done later, and its key stays taken until then. */
    private CompletableFuture<RecordedDecision> answered(LedgerTask task, CompletableFuture<RecordedDecision> answer) {
        Duration left = LONGEST_WAIT.minus(Receipt.age());
        Future<?> timer = timers.schedule(
                () -> answer.completeExceptionally(new NotRecordedException(given(task))),
                Math.max(left.toMillis(), SHORTEST_WAIT.toMillis()),
                TimeUnit.MILLISECONDS);
        return answer.whenComplete((done, failed) -> timer.cancel(false));
    }

    private Reason given(LedgerTask task) {
        if (task.drop()) {
            Reason why = unavailable.get().orElse(Reason.LATE);
            task.done().completeExceptionally(new NotRecordedException(why));
            return why;
        }
        return Reason.IN_DOUBT;
    }

    /**
     * Refuses what {@link #add} would refuse for its key.
     *
     * @throws NotRecordedException if it would
     */
    void refuse(IdempotencyKey key) {
        IdempotencyKeys.Meaning unused = keys.meaning(key).orRefuse();
    }

    /** The next tasks to be written together; none if none comes for a while. */
    List<LedgerTask> next() throws InterruptedException {
        List<LedgerTask> taken = new ArrayList<>();
        LedgerTask first = queue.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            taken.add(first);
            long size = first.size();
            while (taken.size() < MOST_TOGETHER && size < MOST_CHARACTERS_TOGETHER) {
                LedgerTask more = queue.poll();
                if (more == null) {
                    break;
                }
                taken.add(more);
                size += more.size();
            }
        }
        return taken;
    }

    /** Some are being written from now on. */
    void writing() {
        backlog.begin();
    }

    /** So many were written together since then; 0 if that failed. */
    void written(int count) {
        backlog.end(count);
    }

    /** The number of tasks not yet begun. */
    int size() {
        return queue.size();
    }

    /** Nobody is waited for any more. */
    void close() {
        timers.shutdown();
    }
}
