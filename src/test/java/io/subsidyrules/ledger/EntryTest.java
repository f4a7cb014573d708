package io.subsidyrules.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** An entry, its canonical text and its hash. */
class EntryTest {

    private static final Instant TIME = Instant.parse("2026-01-05T01:02:03.4Z");

    @Test
    void theTextIsCanonicalAndTheHashCoversAllOfIt() {
        Entry entry = Head.START.next(EntryKind.RULESET, Map.of("ruleset", "é\n\u0001\"甲"), TIME);
        String without = "{\"kind\":\"RULESET\",\"previousHash\":\"" + "0".repeat(64)
                + "\",\"recordedAt\":\"2026-01-05T01:02:03.400000Z\",\"ruleset\":\"é\\n\\u0001\\\"甲\",\"sequence\":1}";
        assertThat(entry.json()).isEqualTo("{\"hash\":\"" + entry.hash() + "\"," + without.substring(1));
        assertThat(entry.hash()).isEqualTo(Hashes.hex(without));
    }

    @Test
    void anEntryIsTheSameAfterItsJson() {
        for (String line : TestLedger.of(6).lines()) {
            assertThat(Entry.read(line).json()).isEqualTo(line);
        }
    }

    @Test
    void membersAreCopied() {
        Map<String, Object> members = new HashMap<>(TestLedger.decision(1));
        Entry entry = Head.START.next(EntryKind.DECISION, members, TIME);
        members.put("caller", "another");
        assertThat(entry.members()).containsEntry("caller", "portal");
        assertThatThrownBy(() -> entry.members().put("caller", "x")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void theClockCanGoBackAndTheLedgerDoesNot() {
        Entry first = Head.START.next(EntryKind.RULESET, Map.of("ruleset", "a"), TIME);
        Entry second = Head.of(first).next(EntryKind.RULESET, Map.of("ruleset", "b"), TIME.minusSeconds(60));
        assertThat(second.recordedAt()).isEqualTo(first.recordedAt());
        assertThat(second.sequence()).isEqualTo(2);
        assertThat(second.previousHash()).isEqualTo(first.hash());
    }

    @Test
    void whatIsFinerThanAMicrosecondIsLeftOut() {
        Entry entry = Head.START.next(EntryKind.RULESET, Map.of("ruleset", "a"), TIME.plusNanos(1_999));
        assertThat(entry.json()).contains("2026-01-05T01:02:03.400001Z");
    }

    @Test
    void membersThatDoNotFitTheKindAreRefused() {
        assertRefused("ruleset", Map.of());
        assertRefused("ruleset", Map.of("ruleset", 1));
        assertRefused("more", Map.of("ruleset", "a", "more", "b"));
        assertRefused("hash", Map.of("ruleset", "a", "hash", "0".repeat(64)));
        assertRefused("Double", Map.of("ruleset", 1.5));
        assertRefused("too large", Map.of("ruleset", 1L << 53));
        assertRefused("surrogate", Map.of("ruleset", "\ud83d"));
    }

    @Test
    void theFormsOfDecisionsAndRevocationsAreKept() {
        for (Map.Entry<String, Object> wrong : Map.<String, Object>of(
                        "request", Map.of("asOf", "2023-05-01"),
                        "earlierAwards", List.of(Map.of("claim", 0)),
                        "projects", List.of(Map.of("claim", -1, "project", "x")),
                        "reference", 1)
                .entrySet()) {
            Map<String, Object> members = new TreeMap<>(TestLedger.decision(1));
            members.put(wrong.getKey(), wrong.getValue());
            assertThatThrownBy(() -> Head.START.next(EntryKind.DECISION, members, TIME))
                    .hasMessageContaining(wrong.getKey());
        }
        Map<String, Object> revocation = Map.of("id", "r", "decision", "d", "reason", "x", "caller", "y");
        assertThat(Head.START.next(EntryKind.REVOCATION, revocation, TIME).json())
                .doesNotContain("claims");
        Map<String, Object> ofNothing = new TreeMap<>(revocation);
        ofNothing.put("claims", List.of());
        assertThatThrownBy(() -> Head.START.next(EntryKind.REVOCATION, ofNothing, TIME))
                .hasMessageContaining("claims");
    }

    @Test
    void anEntryWithAnotherHashIsRefused() {
        String line = TestLedger.of(3).lines().get(2);
        assertThatThrownBy(() -> Entry.read(TestLedger.with(line, "caller", "nobody")))
                .hasMessageContaining("hash");
    }

    @Test
    void looseJsonIsRefused() {
        for (String loose : List.of(
                "{\"a\":1,\"a\":2}",
                "{\"a\":null}",
                "{\"a\":1.0}",
                "{\"a\":1e3}",
                "{\"a\":9007199254740992}",
                "{\"a\":99999999999999999999}",
                "{} {}",
                "[]",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":1,}",
                "",
                "{\"a\":[{\"b\":1,\"b\":1}]}")) {
            assertThatThrownBy(() -> Json.read(loose)).as(loose).isInstanceOf(IOException.class);
        }
    }

    private static void assertRefused(String word, Map<String, Object> members) {
        assertThatThrownBy(() -> Head.START.next(EntryKind.RULESET, members, TIME))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(word);
    }
}
