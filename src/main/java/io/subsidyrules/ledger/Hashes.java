package io.subsidyrules.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 of texts in UTF-8. */
public final class Hashes {

    /** The previous hash of the first entry. */
    public static final String NONE = "0".repeat(64);

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    private Hashes() {}

    static String hex(String text) {
        return HexFormat.of().formatHex(bytes(text));
    }

    static byte[] bytes(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static boolean isHash(Object value) {
        return value instanceof String text && FORM.matcher(text).matches();
    }
}
