package io.subsidyrules.access;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.Map;

/**
 * A service that takes keys, and tokens of a provider whose public key it has been given. The keys live in system
 * properties, since Quarkus loads this class more than once.
 */
public final class GuardedService implements QuarkusTestProfile {

    static final String ISSUER = "https://provider.test";

    private static final String PUBLIC = "test.provider.public";
    private static final String PRIVATE = "test.provider.private";

    @Override
    public Map<String, String> getConfigOverrides() {
        make();
        return Map.of(
                "subsidy.access.keys",
                "true",
                "subsidy.access.oidc",
                "true",
                "quarkus.oidc.public-key",
                System.getProperty(PUBLIC),
                "quarkus.oidc.token.issuer",
                ISSUER);
    }

    private static synchronized void make() {
        if (System.getProperty(PUBLIC) == null) {
            KeyPair pair = pair();
            System.setProperty(PUBLIC, text(pair.getPublic().getEncoded()));
            System.setProperty(PRIVATE, text(pair.getPrivate().getEncoded()));
        }
    }

    /** The provider's key, in PEM. */
    static String providerKey() {
        return pem(System.getProperty(PRIVATE));
    }

    /** A key that nobody knows, in PEM. */
    static String strangeKey() {
        PrivateKey strange = pair().getPrivate();
        return pem(text(strange.getEncoded()));
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(byte[] key) {
        return new String(Base64.getEncoder().encode(key), StandardCharsets.US_ASCII);
    }

    private static String pem(String key) {
        return "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----";
    }
}
