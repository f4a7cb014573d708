package io.subsidyrules.recording;

import io.subsidyrules.text.Sha256;

/**
 * A caller's key for one request: whatever happens on the way, the request is recorded once. {@code
 * recording.write.IdempotencyKeys} says what it means for a request that comes again.
 *
 * @param fingerprint the hex SHA-256 of the request's body, which belongs to the key
 */
public record IdempotencyKey(String caller, String key, String fingerprint) {

    /** The key that a caller sends with this body. */
    public static IdempotencyKey of(String caller, String key, byte[] body) {
        return new IdempotencyKey(caller, key, fingerprint(body));
    }

    /** The fingerprint of a request with this body. */
    public static String fingerprint(byte[] body) {
        return Sha256.hex(body);
    }

    /** The pair that a key is unique for. */
    public Name name() {
        return new Name(caller, key);
    }

    /** A key as its caller knows it. */
    public record Name(String caller, String key) {}
}
