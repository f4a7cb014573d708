package io.subsidyrules.access.key;

import io.subsidyrules.access.Caller;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A key as it is stored.
 *
 * @param hash the SHA-256 of the key, in hexadecimal digits
 * @param caller its owner, with the roles and the scope of the key
 * @param expiresAt when it is not taken any more
 * @param refusedFrom when it is revoked
 * @param lastUsed the hour in which it was used last
 */
public record ApiKey(
        String id,
        String hash,
        Caller caller,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> refusedFrom,
        Optional<Instant> lastUsed) {

    /** Whether a key is this one. */
    boolean isOf(KeySecret secret) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(hash), secret.hash());
    }

    /** Whether it is taken at a time. */
    public boolean isValid(Instant now) {
        return now.isBefore(expiresAt)
                && refusedFrom.filter(from -> !now.isBefore(from)).isEmpty();
    }
}
