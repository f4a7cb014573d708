package io.subsidyrules.engine.request;

import io.subsidyrules.text.TextCatalogue;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Decodes the bytes of a request, which must be well-formed UTF-8: JSON parsers take that more loosely. */
final class Utf8 {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Utf8.class);

    private static final char BYTE_ORDER_MARK = 0xFEFF;

    private Utf8() {}

    /**
     * The characters, without a byte order mark.
     *
     * @throws UnreadableRequestException if the bytes are not UTF-8
     */
    static char[] decode(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] == 0 || bytes[1] == 0)) {
            throw notUtf8(bytes, 0);
        }
        for (byte one : bytes) {
            if (one < 0) {
                return decodeAll(bytes);
            }
        }
        char[] ascii = new char[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            ascii[i] = (char) bytes[i];
        }
        return ascii;
    }

    private static char[] decodeAll(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        if (result.isError()) {
            throw notUtf8(bytes, in.position());
        }
        char[] decoded = out.array();
        int from = decoded.length > 0 && decoded[0] == BYTE_ORDER_MARK ? 1 : 0;
        return Arrays.copyOfRange(decoded, from, out.position());
    }

    private static UnreadableRequestException notUtf8(byte[] bytes, int malformed) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < malformed; i++) {
            boolean continues = (bytes[i] & 0xC0) == 0x80;
            column = bytes[i] == '\n' ? 1 : continues ? column : column + 1;
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return new UnreadableRequestException(TEXTS.text("notUtf8"), line, column);
    }
}
