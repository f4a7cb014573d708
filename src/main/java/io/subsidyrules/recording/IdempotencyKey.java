package io.subsidyrules.recording;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A caller's key for one request: whatever happens on the way, the request is recorded once.
 *
 * @param fingerprint the hex SHA-256 of the request's body, which belongs to the key
 */
public record IdempotencyKey(String caller, String key, String fingerprint) {

    public static IdempotencyKey of(String caller, String key, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return new IdempotencyKey(caller, key, HexFormat.of().formatHex(digest.digest(body)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The pair that a key is unique for. */
    public Name name() {
        return new Name(caller, key);
    }

    /** A key as its caller knows it. */
    public record Name(String caller, String key) {}
}
