package io.subsidyrules.dialect.syntax;

import io.subsidyrules.dialect.source.Characters;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.InvisibleCharacters;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;

/**
 * The characters of a rule file, a full-width one read as the one that it means, and the line that reading has come to.
 */
final class SourceCharacters {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(SourceCharacters.class);

    private final String file;
    private final String text;
    private final Faults faults;
    private int line = 1;
    private int lineStart;

    SourceCharacters(String file, String text, Faults faults) {
        this.file = file;
        this.text = text;
        this.faults = faults;
    }

    /** The file as it is written. */
    String text() {
        return text;
    }

    Faults faults() {
        return faults;
    }

    int line() {
        return line;
    }

    /** Reading has passed the line break at this index. */
    void lineEnds(int index) {
        line++;
        lineStart = index + 1;
    }

    /** The place of an index in the current line. */
    Place place(int index) {
        return new Place(file, line, index - lineStart + 1);
    }

    /** The character at an index, a full-width one as the one that it means; NUL after the end. */
    char peek(int index) {
        return index < text.length() ? Characters.plain(text.charAt(index)) : '\0';
    }

    /** The text between two indexes, with half-width characters. */
    String read(int from, int end) {
        StringBuilder read = new StringBuilder(end - from);
        for (int i = from; i < end; i++) {
            read.append(peek(i));
        }
        return read.toString();
    }

    boolean isPartOfName(int index) {
        char character = peek(index);
        return Characters.isLetter(character) || Characters.isDigit(character) || Characters.isForeign(character);
    }

    /** The index of the line break behind an index, or the end of the file. */
    int endOfLine(int index) {
        int end = text.indexOf('\n', index);
        return end < 0 ? text.length() : end;
    }

    /** Adds the fault that the character at an index has no meaning there. */
    void refuse(int index, Text remedy) {
        faults.add(place(index), FaultCode.UNEXPECTED_CHARACTER, text.charAt(index), remedy);
    }

    /** Adds a fault for each run of characters of another width; whether there is none. */
    boolean checkWidths(int from, int end) {
        boolean plain = true;
        for (int i = from; i < end; i++) {
            if (!isPlain(i)) {
                int run = i;
                while (i < end && !isPlain(i)) {
                    i++;
                }
                widthFault(run, i);
                plain = false;
            }
        }
        return plain;
    }

    private boolean isPlain(int index) {
        return peek(index) == text.charAt(index);
    }

    private void widthFault(int from, int end) {
        boolean blank = peek(from) == ' ';
        String code = InvisibleCharacters.code(text.charAt(from));
        faults.add(
                place(from),
                FaultCode.FULL_WIDTH_CHARACTER,
                blank ? TEXTS.text("wideBlank", code) : text.substring(from, end),
                blank ? TEXTS.text("blank") : read(from, end));
    }
}
