package io.subsidyrules.ledger;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The last entry of a ledger that a service has seen, which it keeps beside its key.
 *
 * @param ledger the hash of the ledger's first entry, which tells ledgers apart
 * @param keyId that of the key in force there; empty if the ledger names none
 */
public record KeptHead(String ledger, long sequence, String hash, Optional<String> keyId) {

    public KeptHead {
        if (!Hashes.isHash(ledger) || !Hashes.isHash(hash) || sequence < 1 || sequence > Json.LARGEST) {
            throw new IllegalArgumentException(
                    "The ledger (%s) has no head (%s, %s).".formatted(ledger, sequence, hash));
        }
    }

    /** The RFC 8785 JSON. */
    public String json() {
        Map<String, Object> members = new TreeMap<>();
        members.put("ledger", ledger);
        members.put("sequence", sequence);
        members.put("hash", hash);
        keyId.ifPresent(id -> members.put("keyId", id));
        return Json.canonical(members);
    }

    /**
     * The head that a text is.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static KeptHead read(String json) {
        try {
            Map<String, Object> members = Json.read(json);
            if (members.get("ledger") instanceof String ledger
                    && members.get("sequence") instanceof Long sequence
                    && members.get("hash") instanceof String hash
                    && members.getOrDefault("keyId", "") instanceof String keyId) {
                KeptHead head = new KeptHead(
                        ledger, sequence, hash, Optional.of(keyId).filter(id -> members.containsKey("keyId")));
                if (head.json().equals(json.strip())) {
                    return head;
                }
            }
            throw new IllegalArgumentException("It has not the members of a head.");
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("It cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
