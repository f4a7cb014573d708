package io.subsidyrules.ledger;

import io.subsidyrules.ledger.result.ResultText;
import io.subsidyrules.ledger.verify.Verification;
import io.subsidyrules.ledger.verify.Verifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** A ledger in memory, which grows by an entry a second. */
public final class TestLedger {

    public static final Instant START = Instant.parse("2026-01-05T01:00:00.123456Z");

    private final List<Entry> entries = new ArrayList<>();
    private SigningKey key = SigningKey.generate();

    /** A key, a ruleset, and decisions with a revocation among them. */
    static TestLedger of(int entries) {
        TestLedger ledger = new TestLedger();
        ledger.add(EntryKind.KEY, ledger.key.firstEntry());
        ledger.add(EntryKind.RULESET, Map.of("ruleset", "a".repeat(64)));
        while (ledger.entries.size() < entries) {
            int number = ledger.entries.size();
            if (number % 5 == 4) {
                ledger.add(
                        EntryKind.REVOCATION,
                        Map.of(
                                "id",
                                "r" + number,
                                "decision",
                                "d" + (number - 1),
                                "claims",
                                List.of(0),
                                "reason",
                                "材料不实",
                                "caller",
                                "审核科"));
            } else {
                ledger.add(EntryKind.DECISION, decision(number));
            }
        }
        return ledger;
    }

    /** The same with a seal on every third entry and on the last, as commits of up to three entries leave it. */
    public static TestLedger sealed(int entries) {
        TestLedger unsealed = of(entries);
        TestLedger ledger = new TestLedger();
        ledger.key = unsealed.key;
        for (Entry entry : unsealed.entries) {
            ledger.add(entry.kind(), entry.members());
            if (ledger.entries.size() % 3 == 0 || ledger.entries.size() == entries) {
                ledger.seal();
            }
        }
        return ledger;
    }

    /** Ends a commit. */
    public void seal() {
        entries.set(entries.size() - 1, entries.get(entries.size() - 1).sealedBy(key));
    }

    public static Map<String, Object> decision(int number) {
        Map<String, Object> members = new TreeMap<>();
        members.put("id", "d" + number);
        members.put("caller", "portal");
        members.put("reference", "冀-" + number);
        members.put("language", "zh-CN");
        members.put("ruleset", "a".repeat(64));
        members.put("service", "0.1.0");
        members.put(
                "request",
                "{ \"asOf\": \"2023-05-01\", \"amount\": 999999999999.99,\n\t\"claims\": [ {}, {} ], \"name\": \"河北\\u4e00\" }");
        members.put("result", "{\"total\":300000.00}");
        members.put(
                "earlierAwards",
                number < 5
                        ? List.of()
                        : List.of(Map.of("claim", 1, "decision", "d2", "earlierClaim", 0, "sameApplicant", true)));
        members.put(
                "projects",
                List.of(Map.of(
                        "claim",
                        0,
                        "project",
                        "{\"keys\":{\"standard\":\"GB 1.%s-2020\"},\"type\":\"HostedStandard\"}".formatted(number))));
        return members;
    }

    /** The members of a decision that has its result compressed. */
    static Map<String, Object> compressed(int number) {
        Map<String, Object> members = decision(number);
        members.remove("result");
        String result = """
                {"asOf":"2023-05-01","ruleset":{"version":"a"},"total":300000.00,"atStake":0.50,"claims":[
                {"id":"甲","status":"ELIGIBLE","items":[
                {"item":"host","policy":"p","status":"ELIGIBLE","amount":300000.00,"conditions":[{"text":"{"}]},
                {"item":"other","policy":"p","status":"NOT_ELIGIBLE"}]},
                {"id":"乙","status":"NOT_ELIGIBLE","items":[{"item":"other","policy":"p","status":"NOT_ELIGIBLE"}]}],
                "supports":[{"item":"training","policy":"q","status":"ELIGIBLE"},
                {"item":"loan","policy":"q","status":"NOT_ELIGIBLE"}]}""";
        ResultText text = ResultText.compressed(out -> out.write(result.getBytes(StandardCharsets.UTF_8)))
                .orElseThrow();
        members.put(text.member().getKey(), text.member().getValue());
        members.putAll(text.figures().members());
        return members;
    }

    Entry add(EntryKind kind, Map<String, ?> members) {
        Entry entry = head().next(kind, members, START.plusSeconds(entries.size()));
        entries.add(entry);
        return entry;
    }

    public void rotate() {
        SigningKey next = SigningKey.generate();
        add(EntryKind.KEY, key.rotationTo(next));
        key = next;
    }

    public Head head() {
        return entries.isEmpty() ? Head.START : Head.of(entries.get(entries.size() - 1));
    }

    SigningKey key() {
        return key;
    }

    Entry entry(int sequence) {
        return entries.get(sequence - 1);
    }

    /** The lines of an export, which a test may change. */
    public List<String> lines() {
        return new ArrayList<>(entries.stream().map(Entry::json).toList());
    }

    public Checkpoint checkpoint() {
        return checkpoint(entries.size());
    }

    public Checkpoint checkpoint(int sequence) {
        Entry at = entry(sequence);
        return Checkpoint.sign(entry(1).hash(), Head.of(at), at.recordedAt(), key);
    }

    public Keys keys() {
        return new Keys(entries.stream()
                .filter(entry -> entry.kind() == EntryKind.KEY)
                .map(Entry::key)
                .toList());
    }

    static Verification verify(List<String> lines, Checkpoint... checkpoints) {
        return verify(new Verifier(List.of(checkpoints), Optional.empty(), 1), String.join("\n", lines) + "\n");
    }

    static Verification verify(Verifier verifier, String export) {
        try {
            return verifier.verify(new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The line with other members, its hash as it was. */
    public static String with(String line, String member, Object value) {
        Map<String, Object> members = members(line);
        members.put(member, value);
        return Json.canonical(members);
    }

    /** The line with the hash that its members have. */
    static String hashed(String line) {
        return with(line, "hash", Entry.hashOf(members(line)));
    }

    static String hash(String line) {
        return (String) Objects.requireNonNull(members(line).get("hash"));
    }

    /** Chains all lines from this one on to the one before, as whoever can write to the database could. */
    public static void chainFrom(List<String> lines, int sequence) {
        for (int i = sequence - 1; i < lines.size(); i++) {
            String previous = i == 0 ? Hashes.NONE : hash(lines.get(i - 1));
            lines.set(i, hashed(with(lines.get(i), "previousHash", previous)));
        }
    }

    static Map<String, Object> members(String line) {
        try {
            return Json.read(line);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
