package io.subsidyrules.recording.write;

import io.subsidyrules.engine.project.KeyFields;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.EntryKind;
import io.subsidyrules.ledger.Head;
import io.subsidyrules.ledger.KeyRecord;
import io.subsidyrules.ledger.SigningKey;
import io.subsidyrules.ledger.result.Award;
import io.subsidyrules.recording.IdempotencyKey;
import io.subsidyrules.recording.KeysChangedException;
import io.subsidyrules.recording.NotRecordedException;
import io.subsidyrules.recording.NotRecordedException.Reason;
import io.subsidyrules.recording.archive.ArchivedRuleset;
import io.subsidyrules.recording.integrity.LedgerEnd;
import io.subsidyrules.recording.integrity.LedgerSigner;
import io.subsidyrules.recording.project.PaidProjects;
import io.subsidyrules.recording.project.RecordedKeyFields;
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
import java.time.Instant;
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
    private final Instant now;
    private final String service;
    private final LedgerSigner signing;
    private final RecordedKeyFields projectKeys;
    private final LedgerEnd before;

    private final TableRows rows = new TableRows();
    private final PaidProjects projects = new PaidProjects();
    private Head head;
    private Optional<KeyRecord> newestKey;
    private Optional<SigningKey> key;
    private final Map<IdempotencyKey.Name, Used> keys = new HashMap<>();
    private final Set<String> kept = new HashSet<>();
    private final Map<Long, RecordedDecision> changed = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Object> details = new ArrayList<>();

    /** The request that a key was used for, and the entry that came of it. */
    private record Used(String fingerprint, long sequence) {}

    /**
     * A batch that goes on from the end of the ledger.
     *
     * @param service the version of the service, which goes into each decision
     */
    Batch(
            Sql sql,
            SearchTags tags,
            LedgerEnd end,
            Instant now,
            String service,
            LedgerSigner signing,
            RecordedKeyFields projectKeys) {
        this.sql = sql;
        this.tags = tags;
        this.before = end;
        this.head = end.head();
        this.newestKey = end.key();
        this.key = signing.inForce(newestKey);
        this.now = now;
        this.service = service;
        this.signing = signing;
        this.projectKeys = projectKeys;
    }

    /** The results of the tasks if the transaction commits. */
    Map<LedgerTask, TaskResult> run(List<LedgerTask> tasks) throws SQLException {
        load(tasks);
        if (newestKey.isEmpty()) {
            key.ifPresent(first -> append(EntryKind.KEY, first.firstEntry()));
        }
        Map<LedgerTask, TaskResult> outcomes = new LinkedHashMap<>();
        for (LedgerTask task : tasks) {
            outcomes.put(task, outcome(task));
        }
        seal(outcomes);
        entries.forEach(entry -> new StoredEntry(entry).persist());
        StoredEntry.flush();
        for (Object detail : details) {
            StoredEntry.getEntityManager().persist(detail);
        }
        StoredEntry.flush();
        rows.insert(sql);
        return outcomes;
    }

    /** Whether there is a key to seal what the tasks append, or one of them brings one. */
    boolean canSeal(List<LedgerTask> tasks) {
        return key.isPresent() || tasks.stream().anyMatch(LedgerTask.Rotate.class::isInstance);
    }

    /** Only the last entry is sealed: by the chain of hashes its seal covers all before. */
    private void seal(Map<LedgerTask, TaskResult> outcomes) {
        if (!entries.isEmpty()) {
            int last = entries.size() - 1;
            Entry unsealed = entries.get(last);
            Entry sealed = unsealed.sealedBy(
                    key.orElseThrow(() -> new IllegalStateException("There is no key to seal the commit with.")));
            entries.set(last, sealed);
            head = Head.of(sealed);
            outcomes.replaceAll((task, outcome) -> outcome.with(unsealed, sealed));
        }
    }

    /** The end of the ledger after the tasks that were run. */
    LedgerEnd end() {
        String ledger = before.isStart() && !entries.isEmpty() ? entries.get(0).hash() : before.ledger();
        return new LedgerEnd(ledger, head, newestKey);
    }

    private void load(List<LedgerTask> tasks) throws SQLException {
        List<String> callers = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Set<String> lookAlikes = new TreeSet<>();
        Set<String> types = new HashSet<>();
        for (LedgerTask task : tasks) {
            task.key().ifPresent(key -> {
                callers.add(key.caller());
                names.add(key.key());
            });
            if (task instanceof LedgerTask.Decide decide) {
                lookAlikes.addAll(decide.recording().application().lookAlikes());
                decide.recording().application().keys().forEach(declared -> types.add(declared.type()));
            } else if (task instanceof LedgerTask.Change change) {
                change.keys().forEach(declared -> types.add(declared.type()));
            }
        }
        if (!names.isEmpty()) {
            sql.query(
                    """
                    select caller, key, encode(fingerprint, 'hex'), sequence
                    from unnest(?::text[], ?::text[]) as asked (caller, key)
                    join idempotency_key using (caller, key)""",
                    row -> keys.put(
                            new IdempotencyKey.Name(row.getString(1), row.getString(2)),
                            new Used(row.getString(3), row.getLong(4))),
                    new Sql.Values("text", callers),
                    new Sql.Values("text", names));
        }
        if (!types.isEmpty()) {
            projectKeys.load(types, sql);
        }
        if (!lookAlikes.isEmpty()) {
            projects.load(lookAlikes, sql);
        }
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
            rotate();
        }
        return new TaskResult.Noted();
    }

    private void rotate() {
        KeyRecord newest = newestKey.orElseThrow(() -> new IllegalStateException("The ledger has no key yet."));
        signing.rotation(newest).ifPresent(members -> {
            append(EntryKind.KEY, members);
            key = Optional.of(signing.next());
        });
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
        Optional<Used> used = recording.key().map(key -> keys.get(key.name()));
        if (used.isPresent()
                && !used.get().fingerprint().equals(recording.key().get().fingerprint())) {
            throw new NotRecordedException(Reason.KEY_REUSED);
        }
        return used.map(one -> recorded(one.sequence()));
    }

    /** Decides by the awards that are valid now. */
    private DecisionDraft decided(PendingDecision recording) {
        for (KeyFields declared : recording.application().keys()) {
            Optional<KeyFields> recorded = projectKeys.insteadOf(declared);
            if (recorded.isPresent()) {
                throw new KeysChangedException(recorded.get(), declared);
            }
        }
        DecisionDraft decided = DecisionDraft.of(recording, projects.earlierAwards(recording.application()));
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
        DecisionDraft decided = decided(recording);
        noteFirst(new ArchivedRuleset(recording.ruleset().version(), recording.sources()));
        RecordedDecision recorded = new RecordedDecision(append(decided), List.of());
        changed.put(recorded.decision().sequence(), recorded);
        return new TaskResult.Done(recorded, Optional.of(decided.result().outcome()));
    }

    private Entry append(DecisionDraft decided) throws SQLException {
        PendingDecision recording = decided.recording();
        Entry entry = append(EntryKind.DECISION, decided.members(service));
        DecisionRows written = decided.rows(entry);
        details.add(new StoredDecision(written.decision()));
        for (Tag tag : written.tags()) {
            rows.tag(tags.number(tag, sql), entry.sequence());
        }
        for (Award award : written.awards()) {
            rows.award(entry.sequence(), award, written.division().orElse(null));
        }
        projectKeys(decided, entry.sequence());
        written.paid().forEach(paid -> project(paid, written.decision()));
        recording.key().ifPresent(key -> {
            rows.key(key, entry.sequence());
            keys.put(key.name(), new Used(key.fingerprint(), entry.sequence()));
        });
        return entry;
    }

    private void projectKeys(DecisionDraft decided, long sequence) {
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
        Entry entry = append(EntryKind.REVOCATION, members(revoking));
        details.add(new StoredRevocation(entry.sequence(), revoking.id(), found.get().sequence));
        rows.revoked(found.get().sequence, revoking.claim().orElse(-1), entry.sequence());
        projects.revoke(revoking.decision(), revoking.claim());
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
        Entry entry = append(EntryKind.RULESET, Map.of("ruleset", ruleset.version()));
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

    private Entry append(EntryKind kind, Map<String, ?> members) {
        Entry entry = head.next(kind, members, now);
        head = Head.of(entry);
        entries.add(entry);
        if (kind == EntryKind.KEY) {
            newestKey = Optional.of(entry.key());
        }
        return entry;
    }
}
