package io.subsidyrules.dialect.source;

import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.TextCatalogue;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The text of a file, which must be UTF-8 and not too large; a byte order mark at its beginning is passed over. */
public final class SourceText {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(SourceText.class);
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final byte[] LITTLE_END = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] BIG_END = {(byte) 0xFE, (byte) 0xFF};

    private SourceText() {}

    /** The text of a file with that path; empty, with a fault, where it has none. */
    public static Optional<String> of(String path, byte[] content, Faults faults) {
        int most = path.endsWith(".csv") ? Limits.TABLE_KIB : Limits.FILE_KIB;
        if (content.length > most * 1024) {
            faults.add(Place.startOf(path), FaultCode.FILE_TOO_LARGE, most);
            return Optional.empty();
        }
        if (wide(content).isPresent()) {
            faults.add(Place.startOf(path), FaultCode.NOT_UTF8, TEXTS.text("looksWide"));
            return Optional.empty();
        }
        CharBuffer text = CharBuffer.allocate(content.length);
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true);
        text.flip();
        if (result.isError()) {
            String before = text.toString();
            int line = 1
                    + (int) before.chars()
                            .filter(character -> character == '\n')
                            .count();
            int column = before.length() - before.lastIndexOf('\n');
            faults.add(
                    new Place(path, line, column),
                    FaultCode.NOT_UTF8,
                    isChinese(content) ? TEXTS.text("looksChinese") : "");
            return Optional.empty();
        }
        boolean marked = text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK;
        String read = MergeMarks.resolved(
                path, marked ? text.subSequence(1, text.length()).toString() : text.toString(), faults);
        if (path.endsWith(".yaml")) {
            Characters.checkYaml(path, read, faults);
        }
        return Optional.of(read);
    }

    /** The content as a reader would want to see it, whatever its encoding: for excerpts. */
    static String shown(byte[] content) {
        Charset narrow = isUtf8(content) || !isChinese(content) ? StandardCharsets.UTF_8 : CHINESE;
        Charset charset = wide(content).orElse(narrow);
        String text = new String(content, charset);
        return text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK ? text : text.substring(1);
    }

    /**
     * The encoding of two bytes a character, by its mark, or by the zero beside the first letter of what begins with
     * two.
     */
    private static Optional<Charset> wide(byte[] content) {
        if (content.length < 2) {
            return Optional.empty();
        }
        boolean little = content[0] != 0 && content[1] == 0 && content.length > 3 && content[3] == 0;
        boolean big = content[0] == 0 && content[1] != 0 && content.length > 3 && content[2] == 0;
        if (little || Arrays.equals(content, 0, 2, LITTLE_END, 0, 2)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return Optional.of(StandardCharsets.UTF_16BE)
                .filter(found -> big || Arrays.equals(content, 0, 2, BIG_END, 0, 2));
    }

    private static boolean isUtf8(byte[] content) {
        return decodes(StandardCharsets.UTF_8.newDecoder(), content);
    }

    private static boolean isChinese(byte[] content) {
        return decodes(CHINESE.newDecoder(), content);
    }

    private static boolean decodes(CharsetDecoder decoder, byte[] content) {
        decoder.onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(content.length + 1);
        return !decoder.decode(ByteBuffer.wrap(content), text, true).isError();
    }
}
