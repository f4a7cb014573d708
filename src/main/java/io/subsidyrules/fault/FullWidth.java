package io.subsidyrules.fault;

import io.subsidyrules.text.TextCatalogue;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The characters that Chinese keyboards produce in the place of those that files are written with. */
public final class FullWidth {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(FullWidth.class);
    private static final String WIDE = "“”‘’„‟「」『』、。【】《》〈〉—…￥";
    private static final String NARROW = "\"\"\"\"\"\"\"\"\"\",.[]<><>-.$";
    private static final int SHIFT = 0xFEE0;
    private static final char FIRST = '\u2010';

    private FullWidth() {}

    /** The half-width character of a full-width one, or the character itself. */
    public static char plain(char character) {
        if (character < FIRST) {
            return character == '\u00A0' ? ' ' : character == '¥' ? '$' : character;
        }
        if (character >= '\uFF01' && character <= '\uFF5E') {
            return (char) (character - SHIFT);
        }
        int known = WIDE.indexOf(character);
        return known >= 0 ? NARROW.charAt(known) : character == '\u3000' ? ' ' : character;
    }

    /** The text with half-width characters. */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.chars().forEach(character -> plain.append(plain((char) character)));
        return plain.toString();
    }

    /** The index of the first full-width character of a text. */
    public static OptionalInt first(String text) {
        return IntStream.range(0, text.length())
                .filter(i -> plain(text.charAt(i)) != text.charAt(i))
                .findFirst();
    }

    /** Adds the fault of a full-width character at a place. */
    public static void refuse(char character, Place place, Faults faults) {
        faults.add(fault(character, place));
    }

    /** The fault of a full-width character at a place. */
    public static Fault fault(char character, Place place) {
        char plain = plain(character);
        boolean blank = plain == ' ';
        String code = "U+%04X".formatted((int) character);
        return Fault.of(
                place,
                FaultCode.FULL_WIDTH_CHARACTER,
                blank ? TEXTS.text("wideBlank", code) : String.valueOf(character),
                blank ? TEXTS.text("blank") : String.valueOf(plain));
    }
}
