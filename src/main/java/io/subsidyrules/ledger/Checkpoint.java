package io.subsidyrules.ledger;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A signed statement of how far the ledger had come, for others to keep. It is signed by the key in force at its
 * sequence.
 *
 * @param ledger the hash of the ledger's first entry, which tells ledgers apart
 * @param sequence that of the newest entry
 * @param hash that of the newest entry
 * @param time to the microsecond
 * @param signature Ed25519 in base64url, of the RFC 8785 JSON of all the rest
 */
public record Checkpoint(String ledger, long sequence, String hash, Instant time, String keyId, String signature) {

    private static final Set<String> MEMBERS = Set.of("ledger", "sequence", "hash", "time", "keyId", "signature");

    public Checkpoint {
        if (!Hashes.isHash(ledger) || !Hashes.isHash(hash) || sequence < 1 || sequence > Json.LARGEST) {
            throw new IllegalArgumentException(
                    "A checkpoint of the ledger (%s) cannot be at (%s, %s).".formatted(ledger, sequence, hash));
        }
        time = Times.toMicroseconds(time);
    }

    /**
     * The checkpoint of a ledger that ends with this entry.
     *
     * @param ledger the hash of the ledger's first entry
     * @param key the newest that the ledger has recorded up to the head
     */
    public static Checkpoint sign(String ledger, Head head, Instant time, SigningKey key) {
        Checkpoint unsigned = new Checkpoint(ledger, head.sequence(), head.hash(), time, key.keyId(), "");
        return new Checkpoint(
                ledger, head.sequence(), head.hash(), time, key.keyId(), key.sign(Json.canonical(unsigned.signed())));
    }

    /** Whether this key signed it. */
    public boolean isSignedBy(VerifyingKey key) {
        return keyId.equals(key.keyId()) && key.verifies(Json.canonical(signed()), signature);
    }

    /** The RFC 8785 JSON. */
    public String json() {
        Map<String, Object> members = signed();
        members.put("signature", signature);
        return Json.canonical(members);
    }

    /**
     * The checkpoint that a text is; its signature is not looked at.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Checkpoint read(String json) {
        try {
            Map<String, Object> members = Json.read(json);
            Optional<Instant> time = Times.read(members.getOrDefault("time", ""));
            if (members.keySet().equals(MEMBERS)
                    && members.get("ledger") instanceof String ledger
                    && members.get("sequence") instanceof Long sequence
                    && members.get("hash") instanceof String hash
                    && members.get("keyId") instanceof String keyId
                    && members.get("signature") instanceof String signature
                    && time.isPresent()) {
                return new Checkpoint(ledger, sequence, hash, time.get(), keyId, signature);
            }
            throw new IllegalArgumentException("A checkpoint has the members %s.".formatted(MEMBERS));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("The checkpoint cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private Map<String, Object> signed() {
        Map<String, Object> members = new TreeMap<>();
        members.put("ledger", ledger);
        members.put("sequence", sequence);
        members.put("hash", hash);
        members.put("time", Times.write(time));
        members.put("keyId", keyId);
        return members;
    }
}
