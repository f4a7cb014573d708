package io.subsidyrules.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The public half of an Ed25519 key (RFC 8032), as a JWK (RFC 8037).
 *
 * @param x the 32 bytes of the key in base64url, without padding
 */
public record VerifyingKey(String x) {

    private static final int LENGTH = 32;
    private static final int SIGNATURE = 64;

    /** The prefix of the 32 bytes in X.509's form of the key (RFC 8410). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    /** @throws IllegalArgumentException if it is not a key */
    public VerifyingKey {
        if (decode(x).filter(bytes -> bytes.length == LENGTH).isEmpty()) {
            throw new IllegalArgumentException("The key (%s) is not 32 bytes in base64url.".formatted(x));
        }
    }

    static VerifyingKey of(PublicKey key) {
        byte[] x509 = key.getEncoded();
        return new VerifyingKey(encode(Arrays.copyOfRange(x509, X509_PREFIX.length, x509.length)));
    }

    /** Empty if the JWK is not that of an Ed25519 key, or has members of which the thumbprint knows nothing. */
    static Optional<VerifyingKey> read(Object jwk) {
        if (jwk instanceof Map<?, ?> members
                && members.get("x") instanceof String x
                && members.equals(Map.of("crv", "Ed25519", "kty", "OKP", "x", x))
                && decode(x).filter(bytes -> bytes.length == LENGTH).isPresent()) {
            return Optional.of(new VerifyingKey(x));
        }
        return Optional.empty();
    }

    /** The thumbprint by RFC 7638. */
    public String keyId() {
        return encode(Hashes.bytes(Json.canonical(jwk())));
    }

    public Map<String, Object> jwk() {
        return Map.of("crv", "Ed25519", "kty", "OKP", "x", x);
    }

    /** Whether the signature, in base64url, is one that the other half of the key made of the text in UTF-8. */
    boolean verifies(String text, String signature) {
        Optional<byte[]> bytes = decode(signature);
        if (bytes.isEmpty()) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(publicKey());
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(bytes.get());
        } catch (GeneralSecurityException notEvenASignature) {
            return false;
        }
    }

    /** Whether a value has the form of a signature: 64 bytes in base64url. */
    static boolean isSignature(Object value) {
        return value instanceof String text
                && decode(text).filter(bytes -> bytes.length == SIGNATURE).isPresent();
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        byte[] bytes = decode(x).orElseThrow();
        byte[] x509 = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + bytes.length);
        System.arraycopy(bytes, 0, x509, X509_PREFIX.length, bytes.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509));
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Empty if it is not base64url, or could be written otherwise. */
    private static Optional<byte[]> decode(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text))
                    .filter(bytes -> encode(bytes).equals(text));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }
}
