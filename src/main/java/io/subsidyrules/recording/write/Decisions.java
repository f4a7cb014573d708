package io.subsidyrules.recording.write;

import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.project.AwardQuery;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.engine.request.RequestFaultsException;
import io.subsidyrules.engine.request.UnreadableRequestException;
import io.subsidyrules.recording.AlteredLedgerException;
import io.subsidyrules.recording.IdempotencyKey;
import io.subsidyrules.recording.NotRecordedException;
import io.subsidyrules.recording.integrity.LedgerContinuity;
import io.subsidyrules.recording.project.RecordedRequest;
import io.subsidyrules.recording.store.RecordedDecision;
import io.subsidyrules.recording.store.Sql;
import io.subsidyrules.recording.store.StoredDecision;
import io.subsidyrules.recording.store.StoredEntry;
import io.subsidyrules.rulesets.LiveRuleset;
import io.subsidyrules.rulesets.NoRulesetException;
import io.subsidyrules.rulesets.RulesetState;
import io.subsidyrules.storage.Database;
import io.subsidyrules.storage.DatabaseAwayException;
import io.subsidyrules.text.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** The decisions: makes them, revokes them, finds them. */
@ApplicationScoped
public class Decisions {

    private final LiveRuleset live;
    private final Recorder recorder;
    private final DryRuns dryRuns;
    private final Database database;
    private final LedgerContinuity continuity;
    private final RecordingMetrics metrics;
    private final Clock clock;

    Decisions(
            LiveRuleset live,
            Recorder recorder,
            DryRuns dryRuns,
            Database database,
            LedgerContinuity continuity,
            RecordingMetrics metrics,
            Clock clock) {
        this.live = live;
        this.recorder = recorder;
        this.dryRuns = dryRuns;
        this.database = database;
        this.continuity = continuity;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Evaluates a request and records what was decided, once for a key.
     *
     * @param caller the system that asks
     * @param language that of the texts in the result
     * @param body a request as {@link io.subsidyrules.engine.request.RequestReader#readRecorded} reads it
     * @return fails with a {@link NotRecordedException}
     * @throws UnreadableRequestException if the body is not a JSON object in UTF-8
     * @throws RequestFaultsException if its content has faults
     * @throws NoRulesetException if there is nothing to decide by
     * @throws NotRecordedException if nothing can be recorded now
     */
    public CompletableFuture<RecordedDecision> decide(
            String caller, Optional<IdempotencyKey> key, Language language, byte[] body) {
        AtomicReference<String> outcome = new AtomicReference<>(LedgerTask.Decide.REPEATED);
        return metrics.decision(() -> decided(caller, key, language, body, outcome), outcome::get);
    }

    private CompletableFuture<RecordedDecision> decided(
            String caller,
            Optional<IdempotencyKey> key,
            Language language,
            byte[] body,
            AtomicReference<String> outcome) {
        PendingDecision recording;
        try {
            recording = recording(caller, key, language, body);
        } catch (RequestFaultsException faulty) {
            // It may have been recorded under rules that knew no fault of it.
            return CompletableFuture.completedFuture(
                    key.flatMap(this::recordedWith).orElseThrow(() -> faulty));
        }
        LedgerTask.Decide task = new LedgerTask.Decide(recording);
        return recorder.record(task).whenComplete((recorded, failed) -> outcome.set(task.outcome()));
    }

    /**
     * The decision that {@link #decide} would record and answer now; nothing is recorded, and the key is not used up.
     *
     * @return the members of the decision's entry in the ledger; of the one that was recorded, where the key was used
     *     for it
     * @throws UnreadableRequestException if the body is not a JSON object in UTF-8
     * @throws RequestFaultsException if its content has faults
     * @throws NoRulesetException if there is nothing to decide by
     * @throws NotRecordedException if it could not be recorded now, or never
     */
    public Map<String, Object> dryRun(String caller, Optional<IdempotencyKey> key, Language language, byte[] body) {
        PendingDecision recording;
        try {
            recording = recording(caller, key, language, body);
        } catch (RequestFaultsException faulty) {
            return key.flatMap(this::recordedWith)
                    .map(recorded -> recorded.decision().members())
                    .orElseThrow(() -> faulty);
        }
        recorder.refuseNow(key);
        try {
            return dryRuns.members(recording);
        } catch (DatabaseAwayException away) {
            throw new NotRecordedException(NotRecordedException.Reason.AWAY, away);
        }
    }

    /**
     * The awards in force that a decision on a request would be made by now; nothing is recorded.
     *
     * @param ruleset the one whose reader read the request
     * @param body the request as it was received
     * @throws NotRecordedException if a decision would be refused for them
     * @throws DatabaseAwayException where they cannot be looked for
     */
    public EarlierAwards earlierAwards(Ruleset ruleset, Request request, byte[] body) {
        return dryRuns.earlierAwards(ruleset, RecordedRequest.of(request, text(body)), ruleset.limitedAwards(request));
    }

    private PendingDecision recording(String caller, Optional<IdempotencyKey> key, Language language, byte[] body) {
        RulesetState now = live.state();
        RulesetState.Live serving = now.live().orElseThrow(() -> NoRulesetException.of(now));
        Ruleset ruleset = serving.ruleset();
        LocalDate today = LocalDate.now(clock);
        Request request = ruleset.reader().readRecorded(body, today);
        List<AwardQuery> limited = ruleset.limitedAwards(request);
        Answer answer = ruleset.evaluate(request, Explain.FULL, EarlierAwards.EMPTY);
        String text = text(body);
        return new PendingDecision(
                newId(),
                caller,
                key,
                language,
                ruleset,
                serving.sources(),
                text,
                today,
                RecordedRequest.of(request, text),
                limited,
                RecordedAnswer.of(answer, language));
    }

    /**
     * Revokes a decision, or one claim of it: what it awarded is no longer in force.
     *
     * @param claim its position in the request, from 0; empty for all of the decision
     * @return the decision with the revocation; fails with a {@link NotRecordedException}
     * @throws NotRecordedException if nothing can be recorded now
     */
    public CompletableFuture<RecordedDecision> revoke(
            UUID decision, Optional<Integer> claim, String reason, String caller) {
        return metrics.revocation(() -> recorder.record(
                new LedgerTask.Revoke(new PendingRevocation(newId(), decision, claim, reason, caller))));
    }

    /**
     * The decision of that id, as it is now.
     *
     * @throws AlteredLedgerException if it is not as it was recorded, or is not there in a database that is not as the
     *     ledger says
     * @throws io.subsidyrules.storage.DatabaseAwayException where it cannot be looked for
     */
    public Optional<RecordedDecision> find(UUID id) {
        Optional<RecordedDecision> found = database.read(() -> StoredDecision.of(id)
                .map(row -> RecordedDecision.of(row.sequence).holdTo(id)));
        if (found.isEmpty() && continuity.isBroken()) {
            throw AlteredLedgerException.unfound();
        }
        return found;
    }

    private Optional<RecordedDecision> recordedWith(IdempotencyKey key) {
        try {
            return database.read(() -> StoredEntry.getSession()
                    .doReturningWork(connection -> IdempotencyKeys.Table.recorded(key, new Sql(connection)))
                    .map(RecordedDecision::of));
        } catch (DatabaseAwayException away) {
            throw new NotRecordedException(NotRecordedException.Reason.AWAY, away);
        }
    }

    /** Without a byte order mark, so that it can be part of another JSON text. */
    private static String text(byte[] utf8) {
        String text = new String(utf8, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static UUID newId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
