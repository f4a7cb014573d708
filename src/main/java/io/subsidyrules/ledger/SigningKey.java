package io.subsidyrules.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** An Ed25519 key that signs checkpoints, and the key that follows it. Safe for use by several threads. */
public final class SigningKey {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private final PrivateKey privateKey;
    private final VerifyingKey verifyingKey;

    private SigningKey(PrivateKey privateKey, VerifyingKey verifyingKey) {
        this.privateKey = privateKey;
        this.verifyingKey = verifyingKey;
    }

    /** A new key, which is in no file yet. */
    public static SigningKey generate() {
        try {
            return of(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String keyId() {
        return verifyingKey.keyId();
    }

    public VerifyingKey verifyingKey() {
        return verifyingKey;
    }

    /** The members of the KEY entry of the first key of a ledger. */
    public Map<String, Object> firstEntry() {
        return Map.of("keyId", keyId(), "publicKey", verifyingKey.jwk());
    }

    /** The members of the KEY entry by which another key follows this one, with this one's signature. */
    public Map<String, Object> rotationTo(SigningKey next) {
        Map<String, Object> members = new TreeMap<>(next.firstEntry());
        members.put("previousKeyId", keyId());
        members.put("signature", sign(Json.canonical(members)));
        return members;
    }

    /** The signature of the text in UTF-8, in base64url. */
    String sign(String text) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(privateKey);
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            return VerifyingKey.encode(signer.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The key in PKCS#8, as {@code openssl genpkey -algorithm ed25519} writes it. */
    String pem() {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(privateKey.getEncoded());
        return BEGIN + "\n" + base64 + "\n" + END + "\n";
    }

    /** @throws GeneralSecurityException if it is no such key */
    static SigningKey ofPem(String pem) throws GeneralSecurityException {
        String text = pem.strip();
        if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
            throw new GeneralSecurityException("it is not a private key in PEM");
        }
        try {
            byte[] pkcs8 = Base64.getMimeDecoder().decode(text.substring(BEGIN.length(), text.length() - END.length()));
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return of(pairOf((EdECPrivateKey) key));
        } catch (IllegalArgumentException notBase64) {
            throw new GeneralSecurityException("it is not base64", notBase64);
        }
    }

    /**
     * The pair that a private key belongs to. Java computes the public half only where it makes a key, from random
     * bytes: here they are those of the private key.
     */
    private static KeyPair pairOf(EdECPrivateKey key) throws GeneralSecurityException {
        byte[] seed = key.getBytes().orElseThrow();
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
        return generator.generateKeyPair();
    }

    private static SigningKey of(KeyPair pair) throws GeneralSecurityException {
        SigningKey key = new SigningKey(pair.getPrivate(), VerifyingKey.of(pair.getPublic()));
        if (!key.verifyingKey.verifies("probe", key.sign("probe"))) {
            throw new GeneralSecurityException("its public half cannot be computed");
        }
        return key;
    }

    /** Gives the bytes of a key. */
    private static final class Given extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final byte[] seed;

        Given(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
