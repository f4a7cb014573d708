package io.subsidyrules.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The public keys of a ledger, from its first on: the document that another office keeps beside its checkpoints. */
public record Keys(List<KeyRecord> keys) {

    /**
     * @throws IllegalArgumentException if a key that names the one before it is not signed by it, or they are out of
     * order
     */
    public Keys {
        keys = List.copyOf(keys);
        for (int i = 1; i < keys.size(); i++) {
            KeyRecord key = keys.get(i);
            if (key.sequence() <= keys.get(i - 1).sequence()) {
                throw new IllegalArgumentException("The keys are not in the order of their entries.");
            }
            if (key.rotation().isPresent() && !keys.get(i - 1).signedOverTo(key)) {
                throw new IllegalArgumentException(
                        "The key %s is not signed by the one before it.".formatted(key.keyId()));
            }
        }
    }

    /** The RFC 8785 JSON: {@code {"keys":[{keyId, publicKey, sequence, previousKeyId?, signature?}]}}. */
    public String json() {
        return Json.canonical(Map.of("keys", keys.stream().map(Keys::object).toList()));
    }

    /**
     * The keys that a text lists.
     *
     * @throws IllegalArgumentException if it is no such document
     */
    public static Keys read(String json) {
        try {
            Map<String, Object> document = Json.read(json);
            if (!document.keySet().equals(Set.of("keys")) || !(document.get("keys") instanceof List<?> list)) {
                throw new IllegalArgumentException("The document has not the one member keys.");
            }
            List<KeyRecord> keys = new ArrayList<>();
            for (Object one : list) {
                keys.add(record(one));
            }
            return new Keys(keys);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("The keys cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    public Optional<KeyRecord> recordedAt(long sequence) {
        return keys.stream().filter(key -> key.sequence() == sequence).findFirst();
    }

    /** The key that signs checkpoints of this sequence. */
    public Optional<KeyRecord> inForceAt(long sequence) {
        return keys.stream().filter(key -> key.sequence() <= sequence).reduce((earlier, later) -> later);
    }

    public long lastSequence() {
        return keys.isEmpty() ? 0 : keys.get(keys.size() - 1).sequence();
    }

    private static Map<String, Object> object(KeyRecord key) {
        Map<String, Object> object = new TreeMap<>(key.members());
        object.put("sequence", key.sequence());
        return object;
    }

    private static KeyRecord record(Object one) {
        if (one instanceof Map<?, ?> object && object.get("sequence") instanceof Long sequence && sequence >= 1) {
            Map<String, Object> members = new TreeMap<>();
            object.forEach((name, value) -> members.put((String) name, value));
            members.remove("sequence");
            Optional<String> fault = EntryKind.KEY.fault(members);
            if (fault.isEmpty()) {
                return KeyRecord.of(members, sequence);
            }
            throw new IllegalArgumentException(
                    "The member %s of a key lacks, does not belong there or has not its form.".formatted(fault.get()));
        }
        throw new IllegalArgumentException("A key has no sequence.");
    }
}
