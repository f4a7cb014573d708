package io.subsidyrules.ledger;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** One entry of the ledger, with its place in the chain. Immutable. */
public final class Entry {

    public static final String KIND = "kind";
    public static final String SEQUENCE = "sequence";
    public static final String RECORDED_AT = "recordedAt";
    public static final String PREVIOUS_HASH = "previousHash";
    public static final String HASH = "hash";
    public static final String SEAL = "seal";

    private static final Set<String> OF_EVERY_KIND = Set.of(KIND, SEQUENCE, RECORDED_AT, PREVIOUS_HASH, HASH, SEAL);

    private final EntryKind kind;
    private final long sequence;
    private final Instant recordedAt;
    private final String previousHash;
    private final SortedMap<String, Object> members;
    private final Optional<String> seal;
    private final Hashed hashed;

    /** A canonical text with the hash in it, and the hash. */
    private record Hashed(String json, String hash) {}

    private Entry(
            EntryKind kind,
            Map<String, ?> members,
            long sequence,
            Instant recordedAt,
            String previousHash,
            Optional<String> seal) {
        this.kind = kind;
        this.sequence = sequence;
        this.recordedAt = recordedAt;
        this.previousHash = previousHash;
        this.members = new TreeMap<>();
        members.forEach((name, value) -> this.members.put(name, Json.copy(value)));
        this.seal = seal;
        check();
        SortedMap<String, Object> all = signed();
        seal.ifPresent(signature -> all.put(SEAL, signature));
        this.hashed = withHash(all);
    }

    /**
     * The entry of a kind with its members: texts, whole numbers, truth values, lists and maps of them.
     *
     * @param sequence 1 for the first entry of the ledger
     * @param recordedAt what is finer than a microsecond is left out
     * @param previousHash 64 zeros for the first entry
     * @throws IllegalArgumentException if a member lacks, does not belong to the kind or has not its form
     */
    public static Entry of(
            EntryKind kind, Map<String, ?> members, long sequence, Instant recordedAt, String previousHash) {
        return new Entry(kind, members, sequence, Times.toMicroseconds(recordedAt), previousHash, Optional.empty());
    }

    /** This entry with the seal of a key. Its hash is another, since it covers the seal. */
    public Entry sealedBy(SigningKey key) {
        String signature = key.sign(Json.canonical(signed()));
        return new Entry(kind, members, sequence, recordedAt, previousHash, Optional.of(signature));
    }

    /** Whether it has a seal, and this key made it. */
    public boolean isSealedBy(VerifyingKey key) {
        return seal.filter(signature -> key.verifies(Json.canonical(signed()), signature))
                .isPresent();
    }

    /**
     * The entry that a text is, as {@link #json} gives it.
     *
     * @throws IllegalArgumentException if it is not, or its hash is another
     */
    public static Entry read(String json) {
        try {
            Map<String, Object> all = Json.read(json);
            Entry entry = of(all);
            if (!entry.hash().equals(all.get(HASH))) {
                throw new IllegalArgumentException(
                        "The hash of the entry %s is not that of its members.".formatted(entry.sequence));
            }
            return entry;
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("The entry cannot be read.", unreadable);
        }
    }

    private static Entry of(Map<String, Object> all) {
        Optional<String> fault = fault(all);
        if (fault.isPresent()
                || !(all.get(SEQUENCE) instanceof Long sequence)
                || !(all.get(PREVIOUS_HASH) instanceof String previousHash)) {
            throw new IllegalArgumentException(
                    "The member %s of the entry lacks, does not belong there or has not its form."
                            .formatted(fault.orElse(SEQUENCE)));
        }
        return new Entry(
                EntryKind.of(all.getOrDefault(KIND, "")).orElseThrow(),
                ofKind(all),
                sequence,
                Times.read(all.getOrDefault(RECORDED_AT, "")).orElseThrow(),
                previousHash,
                Optional.ofNullable((String) all.get(SEAL)));
    }

    /** The first member of an entry that lacks, does not belong there or has not its form; the hash is not computed. */
    public static Optional<String> fault(Map<String, Object> all) {
        Optional<EntryKind> kind = EntryKind.of(all.getOrDefault(KIND, ""));
        if (kind.isEmpty()) {
            return Optional.of(KIND);
        }
        if (!(all.get(SEQUENCE) instanceof Long sequence && sequence >= 1)) {
            return Optional.of(SEQUENCE);
        }
        if (Times.read(all.getOrDefault(RECORDED_AT, "")).isEmpty()) {
            return Optional.of(RECORDED_AT);
        }
        if (!Hashes.isHash(all.getOrDefault(PREVIOUS_HASH, ""))) {
            return Optional.of(PREVIOUS_HASH);
        }
        if (!Hashes.isHash(all.getOrDefault(HASH, ""))) {
            return Optional.of(HASH);
        }
        if (all.containsKey(SEAL) && !VerifyingKey.isSignature(all.get(SEAL))) {
            return Optional.of(SEAL);
        }
        return kind.get().fault(ofKind(all));
    }

    /** The hash that an entry with these members should have, by the library. */
    public static String hashOf(Map<String, Object> all) {
        Map<String, Object> covered = new TreeMap<>(all);
        covered.remove(HASH);
        return Hashes.hex(Json.canonicalByLibrary(covered));
    }

    /** Whether an entry with these members has a seal that this key made, by the library. */
    public static boolean isSealedBy(VerifyingKey key, Map<String, Object> all) {
        Map<String, Object> signed = new TreeMap<>(all);
        signed.remove(HASH);
        return signed.remove(SEAL) instanceof String seal && key.verifies(Json.canonicalByLibrary(signed), seal);
    }

    public EntryKind kind() {
        return kind;
    }

    public long sequence() {
        return sequence;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    /** The same, as the entry writes it. */
    public String time() {
        return Times.write(recordedAt);
    }

    public String previousHash() {
        return previousHash;
    }

    /** The members that belong to the kind, by name. */
    public Map<String, Object> members() {
        return Map.copyOf(members);
    }

    /**
     * The signature of the RFC 8785 JSON of all members but itself and the hash, in base64url. The last entry of each
     * commit has one, and by the chain of hashes it covers all entries before.
     */
    public Optional<String> seal() {
        return seal;
    }

    /** The lower-case hex SHA-256 of the RFC 8785 JSON of all members but itself. */
    public String hash() {
        return hashed.hash();
    }

    /** The RFC 8785 JSON, the hash in it: a line of an export. */
    public String json() {
        return hashed.json();
    }

    private void check() {
        if (sequence < 1 || sequence > Json.LARGEST) {
            throw new IllegalArgumentException("An entry cannot have the sequence %s.".formatted(sequence));
        }
        if (!Hashes.isHash(previousHash) || (sequence == 1) != previousHash.equals(Hashes.NONE)) {
            throw new IllegalArgumentException(
                    "The hash before the entry %s cannot be %s.".formatted(sequence, previousHash));
        }
        kind.fault(members).ifPresent(name -> {
            throw new IllegalArgumentException(
                    "The member %s of the entry %s (%s) lacks, does not belong there or has not its form."
                            .formatted(name, sequence, kind));
        });
    }

    private SortedMap<String, Object> signed() {
        SortedMap<String, Object> signed = new TreeMap<>(members);
        signed.put(KIND, kind.name());
        signed.put(SEQUENCE, sequence);
        signed.put(RECORDED_AT, Times.write(recordedAt));
        signed.put(PREVIOUS_HASH, previousHash);
        return signed;
    }

    private static Map<String, Object> ofKind(Map<String, Object> all) {
        Map<String, Object> members = new TreeMap<>(all);
        members.keySet().removeAll(OF_EVERY_KIND);
        return members;
    }

    /**
     * Names are sorted, so the text with the hash is that of the members before it, the hash, and that of the members
     * after it: long texts are made canonical once.
     */
    private static Hashed withHash(SortedMap<String, Object> all) {
        String before = inner(all.headMap(HASH));
        String after = inner(all.tailMap(HASH));
        String hash = Hashes.hex("{" + joined(before, after) + "}");
        return new Hashed("{" + joined(joined(before, "\"hash\":\"" + hash + "\""), after) + "}", hash);
    }

    private static String inner(Map<String, Object> part) {
        String object = Json.canonical(part);
        return object.substring(1, object.length() - 1);
    }

    private static String joined(String before, String after) {
        return before.isEmpty() || after.isEmpty() ? before + after : before + "," + after;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Entry entry && entry.json().equals(json());
    }

    @Override
    public int hashCode() {
        return hash().hashCode();
    }

    @Override
    public String toString() {
        return "%s %s %s".formatted(sequence, kind, hash());
    }

    /**
     * The key that it records.
     *
     * @throws IllegalArgumentException if it is not of the kind KEY
     */
    public KeyRecord key() {
        if (kind != EntryKind.KEY) {
            throw new IllegalArgumentException("The entry (%s) has no key.".formatted(this));
        }
        return KeyRecord.of(members, sequence);
    }
}
