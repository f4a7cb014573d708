package io.subsidyrules.recording.write;

import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.project.AwardQuery;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.engine.project.KeyFields;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.EntryKind;
import io.subsidyrules.ledger.result.Award;
import io.subsidyrules.recording.KeysChangedException;
import io.subsidyrules.recording.NotRecordedException;
import io.subsidyrules.recording.NotRecordedException.Reason;
import io.subsidyrules.recording.archive.ArchivedRuleset;
import io.subsidyrules.recording.project.CountableAwards;
import io.subsidyrules.recording.project.PaidProjects;
import io.subsidyrules.recording.project.RecordedKeyFields;
import io.subsidyrules.recording.project.RecordedRequest;
import io.subsidyrules.recording.store.DecisionRows;
import io.subsidyrules.recording.store.PaidProject;
import io.subsidyrules.recording.store.RecordedDecision;
import io.subsidyrules.recording.store.SearchTags;
import io.subsidyrules.recording.store.Sql;
import io.subsidyrules.recording.store.StoredDecision;
import io.subsidyrules.recording.store.StoredEntry;
import io.subsidyrules.recording.store.StoredRevocation;
import io.subsidyrules.recording.store.StoredRuleset;
import io.subsidyrules.recording.store.Tag;
import io.subsidyrules.rulesets.kept.SourceArchive;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The tasks that one transaction appends to the ledger, in their order; each sees what the ones before it left. */
final class Batch {

    private final Sql sql;
    private final SearchTags tags;
    private final String service;
    private final RecordedKeyFields projectKeys;
    private final NewEntries entries;

    private final TableRows rows = new TableRows();
    private final PaidProjects projects = new PaidProjects();
    private final CountableAwards countable = new CountableAwards();
    private final IdempotencyKeys.Table keys = new IdempotencyKeys.Table();
    private final Set<String> kept = new HashSet<>();
    private final Map<Long, RecordedDecision> changed = new HashMap<>();
    private final List<Object> details = new ArrayList<>();

    /**
     * A batch of no tasks yet.
     *
     * @param service the version of the service, which goes into each decision
     */
    Batch(Sql sql, SearchTags tags, NewEntries entries, String service, RecordedKeyFields projectKeys) {
        this.sql = sql;
        this.tags = tags;
        this.entries = entries;
        this.service = service;
        this.projectKeys = projectKeys;
    }

    /** The results of the tasks if the transaction commits. */
    Map<LedgerTask, TaskResult> run(List<LedgerTask> tasks) throws SQLException {
        load(tasks);
        entries.begin();
        Map<LedgerTask, TaskResult> outcomes = new LinkedHashMap<>();
        for (LedgerTask task : tasks) {
            outcomes.put(task, outcome(task));
        }
        entries.seal((before, after) -> outcomes.replaceAll((task, outcome) -> outcome.with(before, after)));
        entries.persist();
        for (Object detail : details) {
            StoredEntry.getEntityManager().persist(detail);
        }
        StoredEntry.flush();
        rows.insert(sql);
        return outcomes;
    }

    /** Whether there is a key to seal what the tasks append, or one of them brings one. */
    boolean canSeal(List<LedgerTask> tasks) {
        return entries.canSeal() || tasks.stream().anyMatch(LedgerTask.Rotate.class::isInstance);
    }

    private void load(List<LedgerTask> tasks) throws SQLException {
        List<RecordedRequest> applications = new ArrayList<>();
        List<AwardQuery> limited = new ArrayList<>();
        Set<String> changing = new HashSet<>();
        for (LedgerTask task : tasks) {
            if (task instanceof LedgerTask.Decide decide) {
                applications.add(decide.recording().application());
                limited.addAll(decide.recording().limited());
            } else if (task instanceof LedgerTask.Change change) {
                change.keys().forEach(declared -> changing.add(declared.type()));
            }
        }
        keys.load(tasks.stream().flatMap(task -> task.key().stream()).toList(), sql);
        load(applications, limited, changing);
    }

    /** @param types of claims whose recorded key fields are asked for beside those of the requests */
    private void load(List<RecordedRequest> applications, List<AwardQuery> limited, Set<String> types)
            throws SQLException {
        Set<String> lookAlikes = new TreeSet<>();
        Set<String> all = new HashSet<>(types);
        for (RecordedRequest application : applications) {
            lookAlikes.addAll(application.lookAlikes());
            application.keys().forEach(declared -> all.add(declared.type()));
        }
        if (!all.isEmpty()) {
            projectKeys.load(all, sql);
        }
        if (!lookAlikes.isEmpty()) {
            projects.load(lookAlikes, sql);
        }
        countable.load(limited, sql);
    }

    private TaskResult outcome(LedgerTask task) throws SQLException {
        if (task instanceof LedgerTask.Decide decide) {
            return decide(decide.recording(), task);
        }
        if (task instanceof LedgerTask.Revoke revoke) {
            return revoke(revoke.revoking(), task);
        }
        if (task instanceof LedgerTask.Change change) {
            note(change.ruleset());
            projectKeys.tell(change.keys());
        } else {
            entries.rotateKey();
        }
        return new TaskResult.Noted();
    }

    private TaskResult decide(PendingDecision recording, LedgerTask task) throws SQLException {
        try {
            Optional<RecordedDecision> known = known(recording);
            if (known.isPresent()) {
                return new TaskResult.Done(known.get());
            }
            return decideNew(recording, task);
        } catch (NotRecordedException refused) {
            return new TaskResult.Refused(refused);
        }
    }

    /**
     * The members of the entry that a decision would have now; nothing is written.
     *
     * @throws NotRecordedException if it would be refused
     */
    Map<String, Object> dryRun(PendingDecision recording) throws SQLException {
        load(List.of(new LedgerTask.Decide(recording)));
        Optional<RecordedDecision> known = known(recording);
        return known.isPresent()
                ? known.get().decision().members()
                : decided(recording).members(service);
    }

    /** The decision that the key was used for. */
    private Optional<RecordedDecision> known(PendingDecision recording) {
        return recording
                .key()
                .map(keys::meaning)
                .flatMap(meaning -> meaning.orRefuse().entry())
                .map(this::recorded);
    }

    /**
     * The awards in force that a decision on a request would be made by now; nothing is written.
     *
     * @param limited those that limits count for it
     * @throws KeysChangedException if they could not be known
     */
    EarlierAwards earlierAwards(Ruleset ruleset, RecordedRequest application, List<AwardQuery> limited)
            throws SQLException {
        load(List.of(application), limited, Set.of());
        return inForce(ruleset, application, limited);
    }

    private EarlierAwards inForce(Ruleset ruleset, RecordedRequest application, List<AwardQuery> limited) {
        for (KeyFields declared : application.keys()) {
            Optional<KeyFields> recorded = projectKeys.insteadOf(declared);
            if (recorded.isPresent()) {
                throw new KeysChangedException(recorded.get(), declared);
            }
        }
        return new EarlierAwards(projects.earlierAwards(application).byClaim(), countable.counted(limited, ruleset));
    }

    /** Decides by the awards that are valid now. */
    private NewDecision decided(PendingDecision recording) {
        NewDecision decided =
                NewDecision.of(recording, inForce(recording.ruleset(), recording.application(), recording.limited()));
        if (!decided.fits()) {
            throw new NotRecordedException(Reason.TOO_LONG);
        }
        return decided;
    }

    private TaskResult decideNew(PendingDecision recording, LedgerTask task) throws SQLException {
        if (task.isInDoubt()) {
            Optional<StoredDecision> recorded = StoredDecision.of(recording.id());
            if (recorded.isPresent()) {
                return new TaskResult.Done(recorded(recorded.get().sequence));
            }
            if (!task.isAwaited()) {
                return new TaskResult.Refused(Reason.AWAY);
            }
        }
        NewDecision decided = decided(recording);
        noteFirst(new ArchivedRuleset(recording.ruleset().version(), recording.sources()));
        RecordedDecision recorded = new RecordedDecision(append(decided), List.of());
        changed.put(recorded.decision().sequence(), recorded);
        return new TaskResult.Done(recorded, Optional.of(decided.result().outcome()));
    }

    private Entry append(NewDecision decided) throws SQLException {
        PendingDecision recording = decided.recording();
        Entry entry = entries.append(EntryKind.DECISION, decided.members(service));
        DecisionRows written = decided.rows(entry);
        details.add(new StoredDecision(written.decision()));
        for (Tag tag : written.tags()) {
            rows.tag(tags.number(tag, sql), entry.sequence());
        }
        for (Award award : written.awards()) {
            rows.award(entry.sequence(), award, written.division().orElse(null));
        }
        written.divisions().forEach(division -> rows.division(division, entry.sequence()));
        rows.countable(written.countable());
        countable.award(recording.id(), written.countable());
        rows.totals(entry.sequence(), written.decision().totals());
        projectKeys(decided, entry.sequence());
        written.paid().forEach(paid -> project(paid, written.decision()));
        recording.key().ifPresent(key -> {
            rows.key(key, entry.sequence());
            keys.add(key, entry.sequence());
        });
        return entry;
    }

    private void projectKeys(NewDecision decided, long sequence) {
        for (int claim : decided.paid()) {
            KeyFields declared =
                    decided.recording().application().claims().get(claim).keys();
            if (projectKeys.award(declared)) {
                rows.keys(declared, sequence);
            }
        }
    }

    private void project(DecisionRows.PaidClaim paid, DecisionRows.DecisionRow decision) {
        int round = projects.award(paid.project(), decision.id(), paid.claim(), decision.applicant());
        rows.project(new PaidProject(paid.project(), round, decision.sequence(), paid.claim(), decision.applicant()));
    }

    private TaskResult revoke(PendingRevocation revoking, LedgerTask task) throws SQLException {
        Optional<StoredDecision> found = StoredDecision.of(revoking.decision());
        if (found.isEmpty()) {
            return new TaskResult.Refused(Reason.NO_DECISION);
        }
        RecordedDecision decision = recorded(found.get().sequence);
        if (task.isInDoubt() && decision.isRevokedBy(revoking.id())) {
            return new TaskResult.Done(decision);
        }
        if (task.isInDoubt() && !task.isAwaited()) {
            return new TaskResult.Refused(Reason.AWAY);
        }
        if (decision.isRevoked(revoking.claim())) {
            return new TaskResult.Refused(Reason.REVOKED);
        }
        if (revoking.claim().filter(claim -> claim >= found.get().claims).isPresent()) {
            return new TaskResult.Refused(Reason.NO_CLAIM);
        }
        Entry entry = entries.append(EntryKind.REVOCATION, members(revoking));
        details.add(new StoredRevocation(entry.sequence(), revoking.id(), found.get().sequence));
        rows.revoked(found.get().sequence, revoking.claim().orElse(-1), entry.sequence());
        projects.revoke(revoking.decision(), revoking.claim());
        countable.revoke(revoking.decision(), revoking.claim());
        RecordedDecision revoked = decision.with(entry);
        changed.put(found.get().sequence, revoked);
        return new TaskResult.Done(revoked);
    }

    /** A decision as it is after what this transaction did before. */
    private RecordedDecision recorded(long sequence) {
        RecordedDecision known = changed.get(sequence);
        return known == null ? RecordedDecision.of(sequence) : known;
    }

    private static Map<String, Object> members(PendingRevocation revoking) {
        Map<String, Object> members = new HashMap<>();
        members.put("id", revoking.id().toString());
        members.put("decision", revoking.decision().toString());
        members.put("reason", revoking.reason());
        members.put("caller", revoking.caller());
        revoking.claim().ifPresent(claim -> members.put("claims", List.of((long) claim)));
        return members;
    }

    /** A ruleset is in the ledger, and its sources are kept, before it decides. */
    private void noteFirst(ArchivedRuleset ruleset) throws SQLException {
        if (!isKept(ruleset.version())) {
            add(ruleset);
        }
    }

    private void note(ArchivedRuleset ruleset) throws SQLException {
        if (!StoredEntry.lastRuleset().equals(Optional.of(ruleset.version()))) {
            add(ruleset);
        }
    }

    private void add(ArchivedRuleset ruleset) throws SQLException {
        Entry entry = entries.append(EntryKind.RULESET, Map.of("ruleset", ruleset.version()));
        if (!isKept(ruleset.version())) {
            kept.add(ruleset.version());
            details.add(new StoredRuleset(ruleset.version(), entry.sequence(), SourceArchive.bytes(ruleset.sources())));
        }
    }

    private boolean isKept(String version) throws SQLException {
        if (!kept.contains(version)) {
            kept.addAll(sql.query("select version from ruleset where version = ?", row -> row.getString(1), version));
        }
        return kept.contains(version);
    }
}
