package io.subsidyrules.access.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as its caller has it, {@code srk_ID_SECRET}. The secret is 256 random bits, so that its SHA-256 tells nothing
 * of it and needs no salt.
 */
public final class KeySecret {

    private static final Pattern FORM = Pattern.compile("srk_([a-z2-7]{12})_[A-Za-z0-9_-]{43}");

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int ID_LENGTH = 12;
    private static final int SECRET_BYTES = 32;

    private final String id;
    private final String text;

    private KeySecret(String id, String text) {
        this.id = id;
        this.text = text;
    }

    /** A new one. */
    static KeySecret random() {
        SecureRandom random = new SecureRandom();
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < ID_LENGTH; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new KeySecret(
                id.toString(),
                "srk_%s_%s"
                        .formatted(id, Base64.getUrlEncoder().withoutPadding().encodeToString(secret)));
    }

    /** The key in a text; empty if it has not the form of one. */
    static Optional<KeySecret> read(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new KeySecret(form.group(1), text)) : Optional.empty();
    }

    /** Its public part. */
    String id() {
        return id;
    }

    /** All of it, which its caller alone may see, once. */
    String text() {
        return text;
    }

    /** The SHA-256 of all of it. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Without the secret: whatever is printed by mistake gives nothing away. */
    @Override
    public String toString() {
        return "srk_" + id;
    }
}
