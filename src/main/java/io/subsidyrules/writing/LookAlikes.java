package io.subsidyrules.writing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Writes every character as the plain one that it can be taken for: a small letter of ASCII, a digit, or a common
 * Chinese character. The ones that look alike are in {@code look-alikes.txt}: in each line what is written for those
 * after the blank. The lines are from Unicode's data on confusable characters (UTS #39, Unicode 17), with letters that
 * have strokes and hooks, traditional and Japanese forms of Chinese characters, and pairs of these that differ by the
 * length of a stroke.
 */
final class LookAlikes {

    /** Beside letters and digits there is one mark of each kind in a plain text. */
    static final char BLANK = ' ';

    static final char DASH = '-';
    static final char DOT = '.';
    static final char COMMA = ',';
    static final char BAR = '|';
    static final char PLUS = '+';
    static final char SHARP = '#';
    static final char OTHER_MARK = '/';

    /** The zero of Chinese numerals, which tells a year such as 二〇一〇 from digits with a dash between them. */
    static final char ZERO = '〇';

    private static final String DASHES = "-_~";
    private static final String DOTS = ".。·・•…‥․∙⋅‧";
    private static final String COMMAS = ",、'\"`‘’“”";
    private static final Map<Integer, String> TABLE = read();

    /** The characters that the table has; few texts have one of them. */
    private static final BitSet IN_TABLE = inTable();

    private LookAlikes() {}

    /** The plain text of one that has its canonical form; accents and other marks on letters are left out. */
    static String plain(String canonical) {
        StringBuilder plain = new StringBuilder(canonical.length());
        String apart = CanonicalForm.isPlain(canonical) || Normalizer.isNormalized(canonical, Normalizer.Form.NFD)
                ? canonical
                : Normalizer.normalize(canonical, Normalizer.Form.NFD);
        for (int i = 0; i < apart.length(); ) {
            int character = apart.codePointAt(i);
            i += Character.charCount(character);
            if ((character >= 'a' && character <= 'z') || (character >= '0' && character <= '9')) {
                plain.append((char) character);
            } else if (character < 128 || isPlainIdeograph(character)) {
                append(character, plain);
            } else {
                write(character, plain);
            }
        }
        return plain.toString();
    }

    /** Whether a character is a common Chinese one that is taken for no other. */
    static boolean isPlainIdeograph(int character) {
        return CanonicalForm.isCommonIdeograph(character) && !IN_TABLE.get(character);
    }

    private static void write(int character, StringBuilder plain) {
        int number = number(character);
        String taken = TABLE.get(character);
        if (character == ZERO) {
            plain.append(ZERO);
        } else if (number >= 0) {
            plain.append(number);
        } else if (taken == null) {
            append(character, plain);
        } else {
            taken.codePoints().forEach(one -> append(one, plain));
        }
    }

    /** The whole number that a digit of any script, or another numeral, has the value of; -1 where it is none. */
    @SuppressWarnings("CharacterGetNumericValue") // What it makes of letters is not asked for.
    private static int number(int character) {
        return switch (Character.getType(character)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
                Character.getNumericValue(character);
            default -> -1;
        };
    }

    private static void append(int character, StringBuilder plain) {
        switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> {}
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.COMBINING_SPACING_MARK,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SURROGATE -> plain.appendCodePoint(character);
            default -> plain.append(isOne(character, plain) ? '1' : mark(character));
        }
    }

    /** A bar is taken for a 1 behind a digit. */
    private static boolean isOne(int character, CharSequence before) {
        return character == BAR && !before.isEmpty() && Character.isDigit(before.charAt(before.length() - 1));
    }

    private static char mark(int character) {
        if (character == BLANK || character == BAR || character == PLUS || character == SHARP) {
            return (char) character;
        } else if (DASHES.indexOf(character) >= 0) {
            return DASH;
        } else if (DOTS.indexOf(character) >= 0) {
            return DOT;
        }
        return COMMAS.indexOf(character) >= 0 ? COMMA : OTHER_MARK;
    }

    private static BitSet inTable() {
        BitSet inTable = new BitSet();
        TABLE.keySet().forEach(inTable::set);
        return inTable;
    }

    private static Map<Integer, String> read() {
        Map<Integer, String> table = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(LookAlikes.class.getResourceAsStream("look-alikes.txt")),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String taken = line.substring(0, line.indexOf(' '));
                line.codePoints()
                        .skip(taken.codePointCount(0, taken.length()) + 1)
                        .forEach(one -> table.put(one, taken));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Map.copyOf(table);
    }
}
