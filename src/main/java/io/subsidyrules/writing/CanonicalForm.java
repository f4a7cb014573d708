package io.subsidyrules.writing;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The one form of all texts that say the same to whoever reads them. It is that of Unicode's NFKC with letters of no
 * case, without what cannot be seen, without blanks at the ends and around dashes, with one blank for many inside and
 * one dash for all kinds of them. The form of a form is itself.
 */
public final class CanonicalForm {

    private static final char BLANK = ' ';
    private static final char DASH = '-';
    private static final int MINUS = 0x2212;
    private static final int BRAILLE_BLANK = 0x2800;
    private static final int NEXT_LINE = 0x85;

    /** Signs that say whose mark a name is; NFKC would make letters of the second and later ones. */
    private static final String MARK_SIGNS = "\u00AE\u2122\u2120\uD83C\uDD6A\uD83C\uDD6B\uD83C\uDD6C";

    private static final char MARK_SIGN = '\u00AE';

    /** More rounds than any text has been seen to need until it is its own form. */
    private static final int MOST_ROUNDS = 4;

    private CanonicalForm() {}

    /** The form of a text. */
    public static String of(String text) {
        if (isPlain(text)) {
            return spaced(text.toLowerCase(Locale.ROOT));
        }
        String form = round(text);
        for (int i = 1; i < MOST_ROUNDS && !isPlain(form); i++) {
            String next = round(form);
            if (next.equals(form)) {
                return form;
            }
            form = next;
        }
        return form;
    }

    /**
     * Whether a text has only characters of ASCII that are seen, and the common Chinese ones, which have one form each.
     */
    static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a character is its own form but for its case, and for blanks and dashes beside it. */
    static boolean isPlain(char one) {
        return (one >= ' ' && one <= '~') || isCommonIdeograph(one);
    }

    static boolean isCommonIdeograph(int character) {
        return character >= 0x4E00 && character <= 0x9FFF;
    }

    private static String round(String text) {
        String composed = Normalizer.normalize(visible(text), Normalizer.Form.NFKC);
        String folded = Normalizer.normalize(folded(composed), Normalizer.Form.NFKC);
        return spaced(visible(folded));
    }

    /**
     * Upper case first, as it writes out what has a small letter only; then each letter by itself, whatever its place.
     */
    private static String folded(String text) {
        return text.toUpperCase(Locale.ROOT)
                .codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (isBlank(character)) {
                visible.append(BLANK);
            } else if (isDash(character)) {
                visible.append(DASH);
            } else if (MARK_SIGNS.indexOf(character) >= 0) {
                visible.append(MARK_SIGN);
            } else if (!Unseen.isIgnorable(character)) {
                visible.appendCodePoint(character);
            }
        });
        return visible.toString();
    }

    private static boolean isBlank(int character) {
        return Character.isSpaceChar(character)
                || (character >= '\t' && character <= '\r')
                || character == NEXT_LINE
                || character == BRAILLE_BLANK;
    }

    private static boolean isDash(int character) {
        return Character.getType(character) == Character.DASH_PUNCTUATION || character == MINUS;
    }

    private static String spaced(String text) {
        return isSpaced(text) ? text : withBlanksSpaced(text);
    }

    /** Whether no blank is at an end, and no blank or dash is behind another one. */
    private static boolean isSpaced(String text) {
        boolean joined = false;
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            boolean joins = one == BLANK || one == DASH;
            if (joins && (joined || (i == 0 && one == BLANK))) {
                return false;
            }
            joined = joins;
        }
        return text.isEmpty() || text.charAt(text.length() - 1) != BLANK;
    }

    private static String withBlanksSpaced(String text) {
        StringBuilder spaced = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            char last = spaced.isEmpty() ? DASH : spaced.charAt(spaced.length() - 1);
            if (one == BLANK) {
                blank = true;
            } else if (one != DASH || last != DASH || spaced.isEmpty()) {
                if (blank && one != DASH && last != DASH) {
                    spaced.append(BLANK);
                }
                spaced.append(one);
                blank = false;
            }
        }
        return spaced.toString();
    }
}
