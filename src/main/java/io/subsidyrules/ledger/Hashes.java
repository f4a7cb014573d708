package io.subsidyrules.ledger;

import io.subsidyrules.text.Sha256;
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
        return Sha256.of(text);
    }

    static boolean isHash(Object value) {
        return value instanceof String text && FORM.matcher(text).matches();
    }
}
