package io.subsidyrules.engine;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Tells whether bytes are well-formed UTF-8, which JSON parsers take more loosely than the standard does. */
final class Utf8 {

    private static final int CHUNK = 4096;

    private Utf8() {}

    /** The index of the first byte that is not well-formed UTF-8, or -1. */
    static int firstMalformed(byte[] bytes) {
        for (byte one : bytes) {
            if (one < 0) {
                return decode(bytes);
            }
        }
        return -1;
    }

    private static int decode(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(CHUNK);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isError()) {
                return in.position();
            }
            if (result.isUnderflow()) {
                return -1;
            }
            out.clear();
        }
    }

    /** Whether a text holds half of a surrogate pair, which JSON's escapes can write but UTF-8 cannot. */
    static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (Character.isSurrogate(one)) {
                boolean pair = Character.isHighSurrogate(one)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
