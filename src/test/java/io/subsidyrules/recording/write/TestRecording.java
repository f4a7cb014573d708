package io.subsidyrules.recording.write;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.engine.project.KeyFields;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.EntryKind;
import io.subsidyrules.ledger.Head;
import io.subsidyrules.ledger.result.Award;
import io.subsidyrules.recording.IdempotencyKey;
import io.subsidyrules.recording.project.CountableAwards;
import io.subsidyrules.recording.project.KnownAwards;
import io.subsidyrules.recording.project.KnownProjects;
import io.subsidyrules.recording.project.PaidProjects;
import io.subsidyrules.recording.project.RecordedKeyFields;
import io.subsidyrules.recording.project.RecordedRequest;
import io.subsidyrules.recording.store.DecisionRows;
import io.subsidyrules.recording.store.PaidProject;
import io.subsidyrules.recording.store.SearchTags;
import io.subsidyrules.recording.store.Sql;
import io.subsidyrules.recording.store.Tag;
import io.subsidyrules.rulesets.kept.SourceArchive;
import io.subsidyrules.text.Language;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** Records decisions and revocations in a database as the service does, without the service. */
public final class TestRecording {

    private final Sql sql;
    private final Ruleset ruleset;
    private final SearchTags tags = new SearchTags();

    public TestRecording(Connection connection, Ruleset ruleset) {
        this.sql = new Sql(connection);
        this.ruleset = ruleset;
    }

    /** Fills the tables of an empty database, row by row, and enters what was paid before. */
    public static void enterKnownProjects(Connection connection) throws SQLException {
        new KnownProjects(connection).enter();
        new KnownAwards(connection).enter();
    }

    /** Keeps the sources of its ruleset, as the first decision by a ruleset does. */
    public void keep(RuleSources sources) throws SQLException {
        Entry entry = append(EntryKind.RULESET, Map.of("ruleset", sources.version()));
        sql.update(
                "insert into ruleset (version, sequence, sources) values (?, ?, ?)",
                sources.version(),
                entry.sequence(),
                SourceArchive.bytes(sources));
    }

    /** Records a decision; its id. */
    public UUID decide(String key, String body) throws SQLException {
        byte[] sent = body.getBytes(StandardCharsets.UTF_8);
        LocalDate today = LocalDate.of(2026, 11, 28);
        Request request = ruleset.reader().readRecorded(sent, today);
        Answer answer = ruleset.evaluate(request, Explain.FULL, EarlierAwards.EMPTY);
        PendingDecision recording = new PendingDecision(
                UUID.randomUUID(),
                "portal",
                Optional.of(key).filter(one -> !one.isEmpty()).map(one -> IdempotencyKey.of("portal", one, sent)),
                Language.EN,
                ruleset,
                RuleSources.of(Map.of()),
                body,
                today,
                RecordedRequest.of(request, body),
                ruleset.limitedAwards(request),
                RecordedAnswer.of(answer, Language.EN));
        PaidProjects projects = new PaidProjects();
        projects.load(new TreeSet<>(recording.application().lookAlikes()), sql);
        CountableAwards countable = new CountableAwards();
        countable.load(recording.limited(), sql);
        NewDecision decided = NewDecision.of(
                recording,
                new EarlierAwards(
                        projects.earlierAwards(recording.application()).byClaim(),
                        countable.counted(recording.limited(), ruleset)));
        Entry entry = append(EntryKind.DECISION, decided.members("0.1.0"));
        DecisionRows written = decided.rows(entry);
        decision(written.decision());
        TableRows rows = new TableRows();
        for (Tag tag : written.tags()) {
            rows.tag(tags.number(tag, sql), entry.sequence());
        }
        for (Award award : written.awards()) {
            rows.award(entry.sequence(), award, written.division().orElse(null));
        }
        written.divisions().forEach(division -> rows.division(division, entry.sequence()));
        rows.countable(written.countable());
        rows.totals(entry.sequence(), written.decision().totals());
        RecordedKeyFields keys = new RecordedKeyFields("");
        keys.load(recording.application().keys().stream().map(KeyFields::type).toList(), sql);
        for (int claim : decided.paid()) {
            KeyFields declared = recording.application().claims().get(claim).keys();
            if (keys.award(declared)) {
                rows.keys(declared, entry.sequence());
            }
        }
        for (DecisionRows.PaidClaim paid : written.paid()) {
            int round = projects.award(
                    paid.project(),
                    recording.id(),
                    paid.claim(),
                    written.decision().applicant());
            rows.project(new PaidProject(
                    paid.project(),
                    round,
                    entry.sequence(),
                    paid.claim(),
                    written.decision().applicant()));
        }
        recording.key().ifPresent(used -> rows.key(used, entry.sequence()));
        rows.insert(sql);
        return recording.id();
    }

    /** Revokes a decision, or one claim of it. */
    public void revoke(UUID decision, Optional<Integer> claim) throws SQLException {
        UUID id = UUID.randomUUID();
        Map<String, Object> members = new HashMap<>(Map.of(
                "id", id.toString(), "decision", decision.toString(), "reason", "withdrawn", "caller", "portal"));
        claim.ifPresent(one -> members.put("claims", List.of((long) one)));
        Entry entry = append(EntryKind.REVOCATION, members);
        long sequence = sql.query("select sequence from decision where id = ?", row -> row.getLong(1), decision)
                .get(0);
        sql.update("insert into revocation (sequence, id, decision) values (?, ?, ?)", entry.sequence(), id, sequence);
        TableRows rows = new TableRows();
        rows.revoked(sequence, claim.orElse(-1), entry.sequence());
        rows.insert(sql);
    }

    private Entry append(EntryKind kind, Map<String, Object> members) throws SQLException {
        Head head = sql
                .query(
                        "select content from ledger_entry order by sequence desc limit 1",
                        row -> Head.of(Entry.read(row.getString(1))))
                .stream()
                .findFirst()
                .orElse(Head.START);
        Entry entry = head.next(kind, members, Instant.parse("2026-11-28T01:00:00Z"));
        sql.update(
                "insert into ledger_entry (sequence, kind, recorded_at, hash, content) values (?, ?, ?, ?, ?)",
                entry.sequence(),
                entry.kind().name(),
                entry.recordedAt().atOffset(ZoneOffset.UTC),
                entry.hash(),
                entry.json());
        return entry;
    }

    private void decision(DecisionRows.DecisionRow row) throws SQLException {
        sql.update(
                """
                insert into decision (sequence, id, caller, reference, applicant, ruleset, claims, total, at_stake, statuses)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                row.sequence(),
                row.id(),
                row.caller(),
                row.reference().orElse(null),
                row.applicant(),
                row.ruleset(),
                row.claims(),
                row.total(),
                row.atStake(),
                new Sql.Values("text", row.statuses()));
    }
}
