package io.subsidyrules.recording.write;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.EntryKind;
import io.subsidyrules.ledger.Head;
import io.subsidyrules.recording.project.RecordedRequest;
import io.subsidyrules.text.Language;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Entries of a ledger as the service writes them, without a database. */
public final class WrittenEntries {

    private static final Instant NOW = Instant.parse("2026-11-28T01:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    private final Ruleset ruleset;
    private final List<Entry> entries = new ArrayList<>();

    /** A ledger that begins with the ruleset. */
    public WrittenEntries(Ruleset ruleset) {
        this.ruleset = ruleset;
        append(EntryKind.RULESET, Map.of("ruleset", ruleset.version()));
    }

    /** All of them, in their order. */
    public List<Entry> all() {
        return List.copyOf(entries);
    }

    /** Writes a decision that knew of these awards. */
    public Entry decide(String body, EarlierAwards earlier) {
        byte[] sent = body.getBytes(StandardCharsets.UTF_8);
        Answer answer = ruleset.evaluate(ruleset.reader().readRecorded(sent, TODAY), Explain.FULL, EarlierAwards.EMPTY);
        Request request = ruleset.reader().readRecorded(sent, TODAY);
        PendingDecision pending = new PendingDecision(
                UUID.randomUUID(),
                "portal",
                Optional.empty(),
                Language.EN,
                ruleset,
                RuleSources.of(Map.of()),
                body,
                TODAY,
                RecordedRequest.of(request, body),
                List.of(),
                RecordedAnswer.of(answer, Language.EN));
        return append(EntryKind.DECISION, NewDecision.of(pending, earlier).members("0.1.0"));
    }

    /** Writes the revocation of a decision. */
    public Entry revoke(Entry decision) {
        return append(
                EntryKind.REVOCATION,
                Map.of(
                        "id",
                        UUID.randomUUID().toString(),
                        "decision",
                        decision.members().get("id"),
                        "reason",
                        "withdrawn",
                        "caller",
                        "portal"));
    }

    private Entry append(EntryKind kind, Map<String, Object> members) {
        Head head = entries.isEmpty() ? Head.START : Head.of(entries.get(entries.size() - 1));
        Entry entry = head.next(kind, members, NOW);
        entries.add(entry);
        return entry;
    }
}
