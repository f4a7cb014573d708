package io.subsidyrules.engine.request.direct;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The text of a string that is not all ASCII, or has escapes. */
final class EncodedText {

    /** In the place of bytes that are not UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private static final String SIMPLE_ESCAPES = "\"\\/";
    private static final int UNICODE_ESCAPE = 6;

    private EncodedText() {}

    /** The text between the quotes; null if it is not UTF-8, or has an escape that is wrong or rare. */
    static @Nullable String of(byte[] bytes, int from, int to, boolean escaped) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) >= 0 ? null : escaped ? unescaped(text) : text;
    }

    private static @Nullable String unescaped(String text) {
        StringBuilder unescaped = new StringBuilder(text.length());
        int from = 0;
        for (int at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', from)) {
            char escape = text.charAt(at + 1);
            boolean unicode = escape == 'u';
            int character = unicode ? hex(text, at + 2) : SIMPLE_ESCAPES.indexOf(escape) < 0 ? -1 : escape;
            if (character < 0) {
                return null;
            }
            unescaped.append(text, from, at).append((char) character);
            from = at + (unicode ? UNICODE_ESCAPE : 2);
        }
        return unescaped.append(text, from, text.length()).toString();
    }

    /** The number of four hexadecimal digits; negative if they are none. */
    private static int hex(String text, int from) {
        if (text.length() - from < 4) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            number = 16 * number + digit;
        }
        return number;
    }
}
