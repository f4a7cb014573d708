package io.subsidyrules.recording;

import io.subsidyrules.engine.Answer;
import io.subsidyrules.engine.AnswerWriter;
import io.subsidyrules.engine.ClaimAnswer;
import io.subsidyrules.engine.EarlierAwards;
import io.subsidyrules.engine.Explain;
import io.subsidyrules.engine.ItemAnswer;
import io.subsidyrules.engine.Project;
import io.subsidyrules.engine.Request;
import io.subsidyrules.engine.Status;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.EntryKind;
import io.subsidyrules.ledger.Head;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.recording.NotRecordedException.Reason;
import io.subsidyrules.rulesets.SourceArchive;
import java.nio.charset.StandardCharsets;
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
import java.util.TreeMap;

/** What one transaction appends to the ledger: tasks in their order, each with what the ones before it left. */
final class Batch {

    private final Sql sql;
    private final Tags tags;
    private final Instant now;
    private final String service;
    private final Signing signing;

    private final Rows rows = new Rows();
    private final Projects projects = new Projects();
    private Head head;
    private final Map<IdempotencyKey.Name, Used> keys = new HashMap<>();
    private final Set<String> kept = new HashSet<>();
    private final Map<Long, Recorded> changed = new HashMap<>();
    private final List<StoredEntry> entries = new ArrayList<>();
    private final List<Object> details = new ArrayList<>();

    /** What a key was used for. */
    private record Used(String fingerprint, long sequence) {}

    /** @param service the version of the service, which goes into each decision */
    Batch(Sql sql, Tags tags, Head head, Instant now, String service, Signing signing) {
        this.sql = sql;
        this.tags = tags;
        this.head = head;
        this.now = now;
        this.service = service;
        this.signing = signing;
    }

    /** What becomes of each task where the transaction commits. */
    Map<Task, Outcome> run(List<Task> tasks) throws SQLException {
        load(tasks);
        if (!signing.isNamed() && StoredEntry.keys().isEmpty()) {
            signing.first().ifPresent(key -> append(EntryKind.KEY, key.firstEntry()));
        }
        Map<Task, Outcome> outcomes = new LinkedHashMap<>();
        for (Task task : tasks) {
            outcomes.put(task, outcome(task));
        }
        entries.forEach(entry -> entry.persist());
        StoredEntry.flush();
        for (Object detail : details) {
            StoredEntry.getEntityManager().persist(detail);
        }
        StoredEntry.flush();
        rows.insert(sql);
        return outcomes;
    }

    private void load(List<Task> tasks) throws SQLException {
        List<String> callers = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        for (Task task : tasks) {
            task.key().ifPresent(key -> {
                callers.add(key.caller());
                names.add(key.key());
            });
            if (task instanceof Task.Decide decide) {
                hashes.addAll(Projects.hashes(decide.recording().request()));
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
        if (!hashes.isEmpty()) {
            projects.load(hashes, sql);
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
        } else {
            append(EntryKind.KEY, signing.rotation());
        }
        return new Outcome.Noted();
    }

    private Outcome decide(Recording recording, Task task) throws SQLException {
        if (recording.key().isPresent()) {
            IdempotencyKey key = recording.key().get();
            Used used = keys.get(key.name());
            if (used != null) {
                return used.fingerprint().equals(key.fingerprint())
                        ? new Outcome.Done(recorded(used.sequence()))
                        : new Outcome.Refused(Reason.KEY_REUSED);
            }
        }
        if (task.isInDoubt()) {
            Optional<StoredDecision> recorded = StoredDecision.of(recording.id());
            if (recorded.isPresent()) {
                return new Outcome.Done(recorded(recorded.get().sequence));
            }
            if (!task.isAwaited()) {
                return new Outcome.Refused(Reason.AWAY);
            }
        }
        noteFirst(new KeptRuleset(recording.ruleset().version(), recording.sources()));
        Recorded recorded = new Recorded(append(recording), List.of());
        changed.put(recorded.decision().sequence(), recorded);
        return new Outcome.Done(recorded);
    }

    private Entry append(Recording recording) throws SQLException {
        EarlierAwards earlier = projects.earlierAwards(recording.request());
        Answer answer = earlier.equals(EarlierAwards.EMPTY) ? recording.answer() : again(recording, earlier);
        Map<Integer, Project> awarded = awarded(recording.request(), answer);
        Entry entry = append(EntryKind.DECISION, members(recording, answer, earlier, awarded));
        details.add(new StoredDecision(entry, recording, answer));
        for (Tags.Tag tag : Tags.of(answer)) {
            rows.tag(tags.number(tag, sql), entry.sequence());
        }
        awards(recording.request(), answer, entry.sequence());
        String applicant = recording.request().applicantId().orElse("");
        awarded.forEach((claim, project) -> {
            String hash = Projects.hash(project);
            rows.project(
                    hash, projects.award(hash, recording.id(), claim, applicant), entry.sequence(), claim, applicant);
        });
        recording.key().ifPresent(key -> {
            rows.key(key, entry.sequence());
            keys.put(key.name(), new Used(key.fingerprint(), entry.sequence()));
        });
        return entry;
    }

    /** A request can be evaluated once only, so it is read again. */
    private static Answer again(Recording recording, EarlierAwards earlier) {
        Request request = recording
                .ruleset()
                .reader()
                .readRecorded(recording.body().getBytes(StandardCharsets.UTF_8), recording.today());
        return recording.ruleset().evaluate(request, Explain.FULL, earlier);
    }

    private Map<String, Object> members(
            Recording recording, Answer answer, EarlierAwards earlier, Map<Integer, Project> awarded) {
        Map<String, Object> members = new HashMap<>();
        members.put("id", recording.id().toString());
        members.put("caller", recording.caller());
        recording.request().reference().ifPresent(reference -> members.put("reference", reference));
        recording.key().ifPresent(key -> members.put("idempotencyKey", key.key()));
        members.put("language", recording.language().tag());
        members.put("ruleset", recording.ruleset().version());
        members.put("service", service);
        members.put("request", recording.body());
        members.put("result", new String(AnswerWriter.bytes(answer, recording.language()), StandardCharsets.UTF_8));
        members.put(
                "earlierAwards",
                new TreeMap<>(earlier.byClaim())
                        .entrySet().stream()
                                .map(award -> Map.of(
                                        "claim",
                                        (long) award.getKey(),
                                        "decision",
                                        award.getValue().decision(),
                                        "earlierClaim",
                                        (long) award.getValue().claim(),
                                        "sameApplicant",
                                        award.getValue().sameApplicant()))
                                .toList());
        members.put(
                "projects",
                awarded.entrySet().stream()
                        .map(one -> Map.of(
                                "claim",
                                (long) one.getKey(),
                                "project",
                                one.getValue().text()))
                        .toList());
        return members;
    }

    /** The projects that the answer gives an award to, by the position of the claim. */
    private static Map<Integer, Project> awarded(Request request, Answer answer) {
        Map<Integer, Project> awarded = new LinkedHashMap<>();
        for (int i = 0; i < answer.claims().size(); i++) {
            if (answer.claims().get(i).items().stream().anyMatch(Batch::isAward)) {
                int claim = i;
                request.claimedProject(i).project().ifPresent(project -> awarded.put(claim, project));
            }
        }
        return awarded;
    }

    private static boolean isAward(ItemAnswer answer) {
        return answer.status() == Status.ELIGIBLE && answer.amount().isPresent();
    }

    private void awards(Request request, Answer answer, long sequence) {
        Optional<String> division = request.applicantText("divisionCode");
        for (int i = 0; i < answer.claims().size(); i++) {
            ClaimAnswer claim = answer.claims().get(i);
            awards(claim.items(), i, division, sequence);
        }
        awards(answer.supports(), -1, division, sequence);
    }

    private void awards(List<ItemAnswer> items, int claim, Optional<String> division, long sequence) {
        items.stream()
                .filter(answer -> answer.status() == Status.ELIGIBLE)
                .forEach(answer -> rows.award(
                        sequence,
                        claim,
                        answer.item().policy(),
                        answer.item().id(),
                        answer.amount().map(Yuan::amount).orElse(null),
                        division.orElse(null)));
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
    private void noteFirst(KeptRuleset ruleset) {
        if (!isKept(ruleset.version())) {
            add(ruleset);
        }
    }

    private void note(KeptRuleset ruleset) {
        if (!StoredEntry.lastRuleset().equals(Optional.of(ruleset.version()))) {
            add(ruleset);
        }
    }

    private void add(KeptRuleset ruleset) {
        Entry entry = append(EntryKind.RULESET, Map.of("ruleset", ruleset.version()));
        if (!isKept(ruleset.version())) {
            kept.add(ruleset.version());
            details.add(new StoredRuleset(ruleset.version(), entry.sequence(), SourceArchive.bytes(ruleset.sources())));
        }
    }

    private boolean isKept(String version) {
        if (!kept.contains(version) && StoredRuleset.count("version", version) > 0) {
            kept.add(version);
        }
        return kept.contains(version);
    }

    private Entry append(EntryKind kind, Map<String, ?> members) {
        Entry entry = head.next(kind, members, now);
        head = Head.of(entry);
        entries.add(new StoredEntry(entry));
        return entry;
    }
}
