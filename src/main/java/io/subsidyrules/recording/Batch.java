package io.subsidyrules.recording;

import io.subsidyrules.engine.ProjectKeys;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.EntryKind;
import io.subsidyrules.ledger.Head;
import io.subsidyrules.ledger.KeyRecord;
import io.subsidyrules.ledger.SigningKey;
import io.subsidyrules.ledger.result.Award;
import io.subsidyrules.recording.NotRecordedException.Reason;
import io.subsidyrules.rulesets.SourceArchive;
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
    private final Tags tags;
    private final Instant now;
    private final String service;
    private final Signing signing;
    private final RecordedKeys projectKeys;
    private final KnownEnd before;

    private final Rows rows = new Rows();
    private final Projects projects = new Projects();
    private Head head;
    private Optional<KeyRecord> newestKey;
    private Optional<SigningKey> key;
    private final Map<IdempotencyKey.Name, Used> keys = new HashMap<>();
    private final Set<String> kept = new HashSet<>();
    private final Map<Long, Recorded> changed = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Object> details = new ArrayList<>();

    /** The request that a key was used for, and the entry that came of it. */
    private record Used(String fingerprint, long sequence) {}

    /**
     * A batch that goes on from the end of the ledger.
     *
     * @param service the version of the service, which goes into each decision
     */
    Batch(Sql sql, Tags tags, KnownEnd end, Instant now, String service, Signing signing, RecordedKeys projectKeys) {
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
    Map<Task, Outcome> run(List<Task> tasks) throws SQLException {
        load(tasks);
        if (newestKey.isEmpty()) {
            key.ifPresent(first -> append(EntryKind.KEY, first.firstEntry()));
        }
        Map<Task, Outcome> outcomes = new LinkedHashMap<>();
        for (Task task : tasks) {
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
    boolean canSeal(List<Task> tasks) {
        return key.isPresent() || tasks.stream().anyMatch(Task.Rotate.class::isInstance);
    }

    /** Only the last entry is sealed: by the chain of hashes its seal covers all before. */
    private void seal(Map<Task, Outcome> outcomes) {
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
    KnownEnd end() {
        String ledger = before.isStart() && !entries.isEmpty() ? entries.get(0).hash() : before.ledger();
        return new KnownEnd(ledger, head, newestKey);
    }

    private void load(List<Task> tasks) throws SQLException {
        List<String> callers = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Set<String> lookAlikes = new TreeSet<>();
        Set<String> types = new HashSet<>();
        for (Task task : tasks) {
            task.key().ifPresent(key -> {
                callers.add(key.caller());
                names.add(key.key());
            });
            if (task instanceof Task.Decide decide) {
                lookAlikes.addAll(decide.recording().application().lookAlikes());
                decide.recording().application().keys().forEach(declared -> types.add(declared.type()));
            } else if (task instanceof Task.Change change) {
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

    private Outcome outcome(Task task) throws SQLException {
        if (task instanceof Task.Decide decide) {
            return decide(decide.recording(), task);
        }
        if (task instanceof Task.Revoke revoke) {
            return revoke(revoke.revoking(), task);
        }
        if (task instanceof Task.Change change) {
            note(change.ruleset());
            projectKeys.tell(change.keys());
        } else {
            rotate();
        }
        return new Outcome.Noted();
    }

    private void rotate() {
        KeyRecord newest = newestKey.orElseThrow(() -> new IllegalStateException("The ledger has no key yet."));
        signing.rotation(newest).ifPresent(members -> {
            append(EntryKind.KEY, members);
            key = Optional.of(signing.next());
        });
    }

    private Outcome decide(Recording recording, Task task) throws SQLException {
        try {
            Optional<Recorded> known = known(recording);
            if (known.isPresent()) {
                return new Outcome.Done(known.get());
            }
            return decideNew(recording, task);
        } catch (NotRecordedException refused) {
            return new Outcome.Refused(refused);
        }
    }

    /**
     * The members of the entry that a decision would have now; nothing is written.
     *
     * @throws NotRecordedException where it would be refused
     */
    Map<String, Object> dryRun(Recording recording) throws SQLException {
        load(List.of(new Task.Decide(recording)));
        Optional<Recorded> known = known(recording);
        return known.isPresent()
                ? known.get().decision().members()
                : decided(recording).members(service);
    }

    /** The decision that the key was used for. */
    private Optional<Recorded> known(Recording recording) {
        Optional<Used> used = recording.key().map(key -> keys.get(key.name()));
        if (used.isPresent()
                && !used.get().fingerprint().equals(recording.key().get().fingerprint())) {
            throw new NotRecordedException(Reason.KEY_REUSED);
        }
        return used.map(one -> recorded(one.sequence()));
    }

    /** Decides by the awards that are valid now. */
    private Decided decided(Recording recording) {
        for (ProjectKeys declared : recording.application().keys()) {
            Optional<ProjectKeys> recorded = projectKeys.insteadOf(declared);
            if (recorded.isPresent()) {
                throw new KeysChangedException(recorded.get(), declared);
            }
        }
        Decided decided = Decided.of(recording, projects.earlierAwards(recording.application()));
        if (!decided.fits()) {
            throw new NotRecordedException(Reason.TOO_LONG);
        }
        return decided;
    }

    private Outcome decideNew(Recording recording, Task task) throws SQLException {
        if (task.isInDoubt()) {
            Optional<StoredDecision> recorded = StoredDecision.of(recording.id());
            if (recorded.isPresent()) {
                return new Outcome.Done(recorded(recorded.get().sequence));
            }
            if (!task.isAwaited()) {
                return new Outcome.Refused(Reason.AWAY);
            }
        }
        Decided decided = decided(recording);
        noteFirst(new KeptRuleset(recording.ruleset().version(), recording.sources()));
        Recorded recorded = new Recorded(append(decided), List.of());
        changed.put(recorded.decision().sequence(), recorded);
        return new Outcome.Done(recorded, Optional.of(decided.result().outcome()));
    }

    private Entry append(Decided decided) throws SQLException {
        Recording recording = decided.recording();
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

    private void projectKeys(Decided decided, long sequence) {
        for (int claim : decided.paid()) {
            ProjectKeys declared =
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

    private Outcome revoke(Revoking revoking, Task task) throws SQLException {
        Optional<StoredDecision> found = StoredDecision.of(revoking.decision());
        if (found.isEmpty()) {
            return new Outcome.Refused(Reason.NO_DECISION);
        }
        Recorded decision = recorded(found.get().sequence);
        if (task.isInDoubt() && decision.isRevokedBy(revoking.id())) {
            return new Outcome.Done(decision);
        }
        if (task.isInDoubt() && !task.isAwaited()) {
            return new Outcome.Refused(Reason.AWAY);
        }
        if (decision.isRevoked(revoking.claim())) {
            return new Outcome.Refused(Reason.REVOKED);
        }
        if (revoking.claim().filter(claim -> claim >= found.get().claims).isPresent()) {
            return new Outcome.Refused(Reason.NO_CLAIM);
        }
        Entry entry = append(EntryKind.REVOCATION, members(revoking));
        details.add(new StoredRevocation(entry.sequence(), revoking.id(), found.get().sequence));
        rows.revoked(found.get().sequence, revoking.claim().orElse(-1), entry.sequence());
        projects.revoke(revoking.decision(), revoking.claim());
        Recorded revoked = decision.with(entry);
        changed.put(found.get().sequence, revoked);
        return new Outcome.Done(revoked);
    }

    /** A decision as it is after what this transaction did before. */
    private Recorded recorded(long sequence) {
        Recorded known = changed.get(sequence);
        return known == null ? Recorded.of(sequence) : known;
    }

    private static Map<String, Object> members(Revoking revoking) {
        Map<String, Object> members = new HashMap<>();
        members.put("id", revoking.id().toString());
        members.put("decision", revoking.decision().toString());
        members.put("reason", revoking.reason());
        members.put("caller", revoking.caller());
        revoking.claim().ifPresent(claim -> members.put("claims", List.of((long) claim)));
        return members;
    }

    /** A ruleset stands in the ledger, and its sources are kept, before it decides. */
    private void noteFirst(KeptRuleset ruleset) throws SQLException {
        if (!isKept(ruleset.version())) {
            add(ruleset);
        }
    }

    private void note(KeptRuleset ruleset) throws SQLException {
        if (!StoredEntry.lastRuleset().equals(Optional.of(ruleset.version()))) {
            add(ruleset);
        }
    }

    private void add(KeptRuleset ruleset) throws SQLException {
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
            newestKey = Optional.of(KeyRecord.of(entry));
        }
        return entry;
    }
}
