package io.subsidyrules.recording.write;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.subsidyrules.admission.Admission;
import io.subsidyrules.memory.OutOfMemory;
import io.subsidyrules.recording.IdempotencyKey;
import io.subsidyrules.recording.NotRecordedException;
import io.subsidyrules.recording.NotRecordedException.Reason;
import io.subsidyrules.recording.archive.ArchivedRuleset;
import io.subsidyrules.recording.archive.NewestRuleset;
import io.subsidyrules.recording.integrity.LedgerContinuity;
import io.subsidyrules.recording.integrity.LedgerEnd;
import io.subsidyrules.recording.integrity.LedgerSigner;
import io.subsidyrules.recording.integrity.SuspectEntries;
import io.subsidyrules.recording.project.RecordedKeyFields;
import io.subsidyrules.recording.store.LedgerLock;
import io.subsidyrules.recording.store.RecordedDecision;
import io.subsidyrules.recording.store.SearchTags;
import io.subsidyrules.recording.store.Sql;
import io.subsidyrules.rulesets.LiveRuleset;
import io.subsidyrules.rulesets.Program;
import io.subsidyrules.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Appends to the ledger. One thread writes: whatever has come in while it wrote goes into the next transaction
 * together, and is reported as recorded once that has committed. Safe for many threads.
 */
@Startup
@ApplicationScoped
public class Recorder {

    private static final Logger LOG = Logger.getLogger(Recorder.class);

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int TRANSACTION_SECONDS = 20;

    /** By then all callers were answered, with 503 where it is not recorded. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

    /**
     * A service that vanishes must not hold the lock until somebody notices, and a database that is set to commit
     * before it has written must not do so here.
     */
    private static final String GUARDED = """
            select set_config('lock_timeout', '5s', true),
                   set_config('idle_in_transaction_session_timeout', '15s', true),
                   set_config('synchronous_commit', case current_setting('synchronous_commit')
                                                        when 'off' then 'on'
                                                        else current_setting('synchronous_commit') end, true),
                   pg_advisory_xact_lock(?)""";

    private final Database database;
    private final LiveRuleset live;
    private final NewestRuleset newest;
    private final EntityManager entities;
    private final LedgerContinuity continuity;
    private final LedgerSigner signing;
    private final SuspectEntries suspects;
    private final RecordingMetrics metrics;
    private final TaskQueue waiting;
    private final SearchTags tags = new SearchTags();
    private final Rehearsals rehearsals;
    private final Thread writer = daemon(this::write);
    private final String acceptedKeys;
    private volatile boolean stopped;
    private volatile boolean prepared;
    private String noted = "";

    /** @param acceptedKeys key fields that may tell projects apart from now on, though others did before */
    Recorder(
            Database database,
            LiveRuleset live,
            NewestRuleset newest,
            EntityManager entities,
            LedgerContinuity continuity,
            LedgerSigner signing,
            SuspectEntries suspects,
            RecordingMetrics metrics,
            Admission admission,
            @ConfigProperty(name = "subsidy.accept-project-keys") Optional<String> acceptedKeys) {
        this.acceptedKeys = acceptedKeys.orElse("");
        this.signing = signing;
        this.suspects = suspects;
        this.metrics = metrics;
        this.continuity = continuity;
        this.database = database;
        this.live = live;
        this.newest = newest;
        this.entities = entities;
        rehearsals = new Rehearsals(this::rehearse, database::reason);
        waiting = new TaskQueue(admission.backlog(), this::unavailable);
        metrics.watch(waiting);
        writer.start();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "ledger-writer");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Records a decision, or finds the one that its key was used for.
     *
     * @return fails with a {@link NotRecordedException}, at the latest after two seconds
     * @throws NotRecordedException if it cannot even wait
     */
    CompletableFuture<RecordedDecision> record(LedgerTask task) {
        refuseNow();
        return waiting.add(task);
    }

    /** The reason that nothing at all can be recorded now. */
    private Optional<Reason> unavailable() {
        if (stopped) {
            return Optional.of(Reason.STOPPING);
        }
        if (database.available()) {
            return damage().map(found -> Reason.NOT_WRITABLE);
        }
        return Optional.of(database.readable() ? Reason.NOT_WRITABLE : Reason.AWAY);
    }

    /**
     * The reason that recording was tried in vain: files of the database are damaged. Empty if it was not, or not yet.
     */
    Optional<String> damage() {
        return rehearsals.damage();
    }

    private void refuseNow() {
        unavailable().ifPresent(why -> {
            throw new NotRecordedException(why);
        });
    }

    /**
     * Refuses what {@link #record} refuses at once.
     *
     * @throws NotRecordedException if it would
     */
    void refuseNow(Optional<IdempotencyKey> key) {
        refuseNow();
        key.ifPresent(waiting::refuse);
    }

    /** Records what was accepted, as long as the database is there and does not hang. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        writer.join(LONGEST_STOP.toMillis());
        if (writer.isAlive()) {
            LOG.warnf(
                    "The database has not answered in %s s, and the service stops without it. Whose decision may not "
                            + "be recorded was told so with 503.",
                    LONGEST_STOP.toSeconds());
        }
        waiting.close();
    }

    private void write() {
        try {
            while (!stopped || waiting.size() > 0) {
                List<LedgerTask> batch = next();
                if (!batch.isEmpty()) {
                    survive(batch);
                }
                prepared = prepared || (rehearsals.isDone() && isNewestCompared() && change().isEmpty());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever goes wrong with the comparison, the thread goes on, and compares again. */
    private boolean isNewestCompared() {
        try {
            return newest.isCompared();
        } catch (RuntimeException | Error failed) {
            OutOfMemory.endIfCauseOf(failed);
            LOG.error("The newest ruleset of the ledger could not be compared with the one that was kept.", failed);
            return false;
        }
    }

    /** Whatever goes wrong with some tasks, the thread goes on with the next. */
    private void survive(List<LedgerTask> tasks) throws InterruptedException {
        try {
            write(tasks);
        } catch (RuntimeException | Error failed) {
            OutOfMemory.endIfCauseOf(failed);
            LOG.error("Tasks were given up.", failed);
            tags.rolledBack();
            tasks.forEach(task -> task.done().completeExceptionally(new NotRecordedException(Reason.IN_DOUBT, failed)));
        }
    }

    /** The next tasks; a change of the live ruleset goes before those that it decides. */
    private List<LedgerTask> next() throws InterruptedException {
        List<LedgerTask> taken = waiting.next();
        List<LedgerTask> batch = new ArrayList<>();
        if (database.available()) {
            if (continuity.isOpen()) {
                rehearsals.run();
            }
            if (damage().isEmpty() && continuity.isOpen() && isNewestCompared()) {
                change().ifPresent(batch::add);
            }
            if (signing.isToRotate()) {
                batch.add(new LedgerTask.Rotate());
            }
        }
        taken.stream().filter(LedgerTask::take).forEach(batch::add);
        return batch;
    }

    /** Whether the first decision would be recorded as quickly as any other. */
    boolean isPrepared() {
        return prepared;
    }

    /** Records a task in a transaction that is rolled back. */
    private void rehearse(LedgerTask task) {
        try {
            QuarkusTransaction.requiringNew().timeout(TRANSACTION_SECONDS).run(() -> {
                Written written = entities.unwrap(Session.class)
                        .doReturningWork(connection -> written(List.of(task), connection));
                if (written.end().isPresent()) {
                    throw new Rehearsal.OverException();
                }
            });
        } finally {
            tags.rolledBack();
        }
    }

    /** The live ruleset, where the ledger may not name it. */
    private Optional<LedgerTask> change() {
        return live.state()
                .live()
                .filter(serving ->
                        continuity.isOpen() && !serving.ruleset().version().equals(noted))
                .map(serving -> new LedgerTask.Change(
                        new ArchivedRuleset(serving.ruleset().version(), serving.sources()),
                        serving.ruleset().projectKeys()));
    }

    /** Writes tasks until it is known of each whether it is recorded. */
    private void write(List<LedgerTask> tasks) throws InterruptedException {
        while (true) {
            try {
                commit(tasks);
                return;
            } catch (FailedTransactionException failure) {
                if (failure.wouldFailAgain()) {
                    apart(tasks, failure);
                    return;
                }
                LOG.warnf("The ledger could not be written to, which is tried again: %s", database.failed(failure));
                tasks.forEach(LedgerTask::doubt);
            }
            while (!database.available()) {
                if (stopped) {
                    tasks.forEach(task -> task.done().completeExceptionally(new NotRecordedException(Reason.IN_DOUBT)));
                    return;
                }
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }

    /** One task that the database refuses must not keep the others from being recorded. */
    private void apart(List<LedgerTask> tasks, FailedTransactionException failure) throws InterruptedException {
        if (tasks.size() > 1) {
            for (LedgerTask task : tasks) {
                write(List.of(task));
            }
        } else {
            OutOfMemory.endIfCauseOf(failure);
            Reason reason = failure.isCausedByOthers() ? otherwise(failure) : Reason.FAILED;
            if (tasks.get(0) instanceof LedgerTask.Rotate) {
                signing.notRotated();
                LOG.errorf(
                        "The ledger goes on with its signing key: %s",
                        failure.refusal().orElseGet(() -> database.reason(failure)));
            } else if (reason == Reason.FAILED) {
                LOG.error("A task could not be recorded.", failure);
            }
            tasks.forEach(task -> task.done().completeExceptionally(new NotRecordedException(reason, failure)));
        }
    }

    /** Deals with a database that is not as this service, or another, left it. */
    private Reason otherwise(FailedTransactionException failure) {
        failure.altered().ifPresentOrElse(suspects::suspect, () -> {
            LOG.errorf(
                    "The tables have rows that the ledger does not tell of, or lack some that it does, so that "
                            + "nothing could be recorded; they are compared from the newest entry on: %s",
                    database.reason(failure));
            continuity.doubt();
        });
        return Reason.ALTERED_LEDGER;
    }

    private void commit(List<LedgerTask> tasks) {
        waiting.writing();
        Written written;
        try {
            written = QuarkusTransaction.requiringNew()
                    .timeout(TRANSACTION_SECONDS)
                    .call(() ->
                            entities.unwrap(Session.class).doReturningWork(connection -> written(tasks, connection)));
        } catch (RuntimeException failed) {
            tags.rolledBack();
            waiting.written(0);
            throw new FailedTransactionException(failed);
        }
        tags.committed();
        metrics.batch(tasks.size());
        waiting.written(tasks.size());
        written.end().ifPresent(continuity::left);
        written.outcomes().forEach(this::tell);
    }

    /**
     * The outcome of a transaction.
     *
     * @param end where the ledger ends with it; empty if nothing may be recorded
     */
    private record Written(Map<LedgerTask, TaskResult> outcomes, Optional<LedgerEnd> end) {}

    private Written written(List<LedgerTask> tasks, Connection connection) throws SQLException {
        Sql sql = new Sql(connection);
        sql.query(GUARDED, row -> row.getString(1), LedgerLock.NUMBER);
        Optional<Reason> refusal = continuity.refusal(sql);
        if (refusal.isPresent()) {
            return refused(tasks, refusal.get());
        }
        RecordedKeyFields projectKeys = new RecordedKeyFields(acceptedKeys);
        NewEntries entries = new NewEntries(continuity.end(), Instant.now(), signing);
        Batch batch = new Batch(sql, tags, entries, Program.version(), projectKeys);
        if (!batch.canSeal(tasks)) {
            return refused(tasks, Reason.NO_KEY);
        }
        Map<LedgerTask, TaskResult> outcomes = batch.run(tasks);
        return new Written(outcomes, Optional.of(entries.end()));
    }

    private static Written refused(List<LedgerTask> tasks, Reason reason) {
        TaskResult refused = new TaskResult.Refused(reason);
        return new Written(
                tasks.stream().collect(Collectors.toMap(Function.identity(), task -> refused)), Optional.empty());
    }

    private void tell(LedgerTask task, TaskResult outcome) {
        if (outcome instanceof TaskResult.Done done) {
            if (task instanceof LedgerTask.Decide decide) {
                done.outcome().ifPresent(decide::decided);
            }
            task.done().complete(done.recorded());
        } else if (outcome instanceof TaskResult.Refused refused) {
            task.done().completeExceptionally(refused.why());
        } else if (task instanceof LedgerTask.Change change) {
            noted = change.ruleset().version();
        } else if (task instanceof LedgerTask.Rotate) {
            signing.rotated();
        }
    }
}
