package io.subsidyrules.ledger.account;

import io.subsidyrules.text.Sha256;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/**
 * 128 bits by which a text is known again: those of a UUID where it is one, else the first of its SHA-256. Nobody finds
 * two texts that have the same.
 */
record Fingerprint(long high, long low) {

    static Fingerprint of(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Sha256.of(text));
        return new Fingerprint(bytes.getLong(), bytes.getLong());
    }

    /** The fingerprint of several texts, in their order. */
    static Fingerprint of(String... texts) {
        StringBuilder joined = new StringBuilder();
        for (String text : texts) {
            joined.append(text.length()).append(':').append(text);
        }
        return of(joined.toString());
    }

    static Fingerprint ofId(String id) {
        return uuid(id).map(uuid -> new Fingerprint(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits()))
                .orElseGet(() -> of(id));
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id))
                    .filter(uuid -> uuid.toString().equals(id));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
