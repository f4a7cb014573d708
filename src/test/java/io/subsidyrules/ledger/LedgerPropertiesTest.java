package io.subsidyrules.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.ledger.finding.Finding;
import io.subsidyrules.ledger.finding.FindingCode;
import io.subsidyrules.ledger.verify.Verification;
import io.subsidyrules.ledger.verify.Verifier;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.erdtman.jcs.JsonCanonicalizer;

/** Any ledger is whole, and any change of it is seen. */
class LedgerPropertiesTest {

    private static final TestLedger DAMAGED = TestLedger.of(8);

    /** What an entry records. */
    record Recorded(EntryKind kind, Map<String, Object> members, int secondsLater) {}

    @Property(tries = 200)
    void anyLedgerIsWhole(@ForAll @Size(min = 1, max = 12) List<@From("recorded") Recorded> all) {
        List<String> lines = lines(all);
        Verification seen = TestLedger.verify(lines);
        assertThat(seen.finding()).isEmpty();
        assertThat(seen.entries()).isEqualTo(lines.size());
    }

    @Property(tries = 200)
    void anyEntryIsTheLibrarysCanonicalText(@ForAll("recorded") Recorded recorded) throws IOException {
        Entry entry = entry(Head.START, recorded);
        assertThat(entry.json()).isEqualTo(new JsonCanonicalizer(entry.json()).getEncodedString());
        Map<String, Object> withoutHash = TestLedger.members(entry.json());
        withoutHash.remove("hash");
        assertThat(entry.hash()).isEqualTo(Hashes.hex(Json.canonicalByLibrary(withoutHash)));
        assertThat(Entry.read(entry.json())).isEqualTo(entry);
    }

    @Property(tries = 500)
    void theWriterWritesWhatTheLibraryDoes(@ForAll("objects") Map<String, Object> object) {
        assertThat(Json.canonical(object)).isEqualTo(Json.canonicalByLibrary(object));
    }

    @Property(tries = 500)
    void aChangeOfAnyValueIsSeenWhereItIs(
            @ForAll @Size(min = 2, max = 6) List<@From("recorded") Recorded> all,
            @ForAll @IntRange(max = 1_000_000) int where,
            @ForAll @IntRange(max = 1_000_000) int which) {
        List<String> lines = lines(all);
        int line = where % lines.size();
        List<String> variants = new ArrayList<>();
        changes(TestLedger.members(lines.get(line)), variants);
        lines.set(line, variants.get(which % variants.size()));
        Finding finding = TestLedger.verify(lines).finding().orElseThrow();
        assertThat(finding.line()).isEqualTo(line + 1);
        assertThat(finding.code()).isEqualTo(FindingCode.ALTERED);
    }

    /** A whole export after any change of bytes says what it said before, at most less of it. */
    @Property(tries = 500)
    void noBytesBreakTheVerifier(
            @ForAll @IntRange(max = 1_000_000) int where,
            @ForAll @IntRange(max = 300) int removed,
            @ForAll @Size(max = 5) byte[] inserted)
            throws IOException {
        List<String> lines = DAMAGED.lines();
        byte[] export = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        int from = where % export.length;
        ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        damaged.write(export, 0, from);
        damaged.writeBytes(inserted);
        int to = Math.min(export.length, from + removed);
        damaged.write(export, to, export.length - to);
        Verification seen =
                new Verifier(List.of(), Optional.empty(), 1).verify(new ByteArrayInputStream(damaged.toByteArray()));
        assertThat(seen.entries()).isLessThanOrEqualTo(lines.size());
        if (seen.isWhole()) {
            assertThat(seen.head()).isEqualTo(Head.of(DAMAGED.entry((int) seen.entries())));
        }
    }

    @Provide
    Arbitrary<Map<String, Object>> objects() {
        Arbitrary<Object> value = Arbitraries.recursive(
                () -> Arbitraries.oneOf(
                        texts().map(text -> (Object) text),
                        Arbitraries.longs().between(-Json.LARGEST, Json.LARGEST).map(number -> (Object) number),
                        Arbitraries.of(true, false).map(truth -> (Object) truth)),
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(3).map(list -> (Object) list),
                        Arbitraries.maps(texts(), inner).ofMaxSize(3).map(map -> (Object) map)),
                0,
                3);
        return Arbitraries.maps(texts(), value).ofMaxSize(5);
    }

    /** Any characters, among them the control characters and those beyond the basic plane. */
    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20).filter(text -> text.codePoints()
                        .noneMatch(point -> point >= 0xD800 && point <= 0xDFFF)),
                Arbitraries.strings().withCharRange((char) 0, (char) 0xA0).ofMaxLength(20),
                Arbitraries.of("\ud83d\ude00", "\ufb33", "\u2028", "\u20ac", "\r", "1", ""));
    }

    @Provide
    Arbitrary<Recorded> recorded() {
        Arbitrary<String> text = texts();
        Arbitrary<Integer> later = Arbitraries.integers().between(0, 5);
        Arbitrary<Recorded> decision = Combinators.combine(
                        text, text, text, Arbitraries.integers().between(0, 3), later)
                .as((request, result, caller, projects, seconds) -> {
                    Map<String, Object> members = new TreeMap<>(TestLedger.decision(1));
                    members.put("request", request);
                    members.put("result", result);
                    members.put("caller", caller);
                    List<Object> list = new ArrayList<>();
                    for (int i = 0; i < projects; i++) {
                        list.add(Map.of("claim", i, "project", caller));
                    }
                    members.put("projects", list);
                    return new Recorded(EntryKind.DECISION, members, seconds);
                });
        Arbitrary<Recorded> revocation = Combinators.combine(
                        text,
                        Arbitraries.integers()
                                .between(0, 1000)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(4),
                        later)
                .as((reason, claims, seconds) -> new Recorded(
                        EntryKind.REVOCATION,
                        Map.of("id", "r", "decision", "d", "claims", claims, "reason", reason, "caller", "c"),
                        seconds));
        Arbitrary<Recorded> ruleset = Combinators.combine(text, later)
                .as((version, seconds) -> new Recorded(EntryKind.RULESET, Map.of("ruleset", version), seconds));
        return Arbitraries.oneOf(decision, revocation, ruleset);
    }

    private static List<String> lines(List<Recorded> all) {
        List<String> lines = new ArrayList<>();
        Entry ruleset = Head.START.next(EntryKind.RULESET, Map.of("ruleset", "a".repeat(64)), TestLedger.START);
        Map<String, Object> ofManyClaims = new TreeMap<>(TestLedger.decision(2));
        ofManyClaims.put("request", "{\"claims\":[%s0]}".formatted("0,".repeat(50)));
        Entry decision = Head.of(ruleset).next(EntryKind.DECISION, ofManyClaims, TestLedger.START);
        lines.add(ruleset.json());
        lines.add(decision.json());
        Head head = Head.of(decision);
        for (Recorded recorded : all) {
            Entry entry = entry(head, distinct(recorded, lines.size()));
            lines.add(entry.json());
            head = Head.of(entry);
        }
        return lines;
    }

    /** With an id and projects of its own; what is revoked is a claim of the first decision, which has many. */
    private static Recorded distinct(Recorded recorded, int number) {
        Map<String, Object> members = new TreeMap<>(recorded.members());
        if (recorded.kind() == EntryKind.REVOCATION) {
            members.put("id", "r" + number);
            members.put("decision", "d2");
            members.put("claims", List.of(number));
        } else if (recorded.kind() == EntryKind.DECISION) {
            members.put("id", "d" + (number + 10));
            members.put("projects", List.of(Map.of("claim", 0, "project", members.get("caller") + " " + number)));
        }
        return new Recorded(recorded.kind(), members, recorded.secondsLater());
    }

    private static Entry entry(Head head, Recorded recorded) {
        Instant last = head.recordedAt().isBefore(TestLedger.START) ? TestLedger.START : head.recordedAt();
        return head.next(recorded.kind(), recorded.members(), last.plusSeconds(recorded.secondsLater()));
    }

    /** The entry with one value changed, once for each of its values, also within arrays. */
    private static void changes(Map<String, Object> members, List<String> variants) {
        members.forEach((name, value) -> {
            for (Object other : others(value)) {
                Map<String, Object> changed = new TreeMap<>(members);
                changed.put(name, other);
                variants.add(Json.canonical(changed));
            }
            Map<String, Object> without = new TreeMap<>(members);
            without.remove(name);
            variants.add(Json.canonical(without));
        });
    }

    private static List<Object> others(Object value) {
        List<Object> others = new ArrayList<>();
        if (value instanceof String text) {
            others.add(text + " ");
            others.add(text.isEmpty() ? "x" : text.substring(0, text.offsetByCodePoints(text.length(), -1)));
        } else if (value instanceof Long number) {
            others.add(number + 1);
            others.add(Long.toString(number));
        } else if (value instanceof Boolean truth) {
            others.add(!truth);
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                List<Object> shorter = new ArrayList<>(list);
                shorter.remove(i);
                others.add(shorter);
                for (Object other : others(list.get(i))) {
                    List<Object> changed = new ArrayList<>(list);
                    changed.set(i, other);
                    others.add(changed);
                }
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((name, of) -> {
                for (Object other : others(of)) {
                    Map<Object, Object> changed = new TreeMap<>(map);
                    changed.put(name, other);
                    others.add(changed);
                }
            });
        }
        return others;
    }
}
