package io.subsidyrules.writing;

import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.Locale;
import java.util.Optional;

/**
 * A character of a text that nobody can see, or that is none.
 *
 * @param character its code point
 * @param position its place among the characters of the text, counted from 1
 */
public record Unseen(int character, int position) {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Unseen.class);
    private static final String FILLERS =
            "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180F\u2065\u2800\u3164\uFFA0";

    private static final char FIRST_COMMON_IDEOGRAPH = '\u4E00';
    private static final char LAST_COMMON_IDEOGRAPH = '\u9FA5';

    /** The planes of Chinese characters: what is not assigned there yet will be such a character. */
    private static final int FIRST_OF_IDEOGRAPHS = 0x20000;

    private static final int LAST_OF_IDEOGRAPHS = 0x3FFFD;

    /**
     * The first of a text, if there is any: a control or format character, a line or paragraph separator, a filler,
     * half of a surrogate pair, a character for private use, or one that Unicode has not. Blanks of every width are
     * seen as blanks. A variation selector is taken where it chooses the form of the Chinese character before it, as
     * names have it.
     */
    public static Optional<Unseen> first(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isCommon(text.charAt(i))) {
                int character = text.codePointAt(i);
                if (!isOfName(character, i, text) && (isIgnorable(character) || isNone(character))) {
                    return Optional.of(new Unseen(character, text.codePointCount(0, i) + 1));
                }
                i += Character.charCount(character) - 1;
            }
        }
        return Optional.empty();
    }

    /** Whether a character is seen in any case: of ASCII, or a Chinese one of those that Unicode had first. */
    private static boolean isCommon(char one) {
        return (one >= ' ' && one <= '~') || (one >= FIRST_COMMON_IDEOGRAPH && one <= LAST_COMMON_IDEOGRAPH);
    }

    private static boolean isOfName(int character, int at, String text) {
        return isVariationSelector(character) && at > 0 && Character.isIdeographic(text.codePointBefore(at));
    }

    /** Whether a character is not seen where it is, blanks aside: it steers, separates, fills, or chooses a form. */
    public static boolean isIgnorable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default ->
                FILLERS.indexOf(character) >= 0
                        || isVariationSelector(character)
                        || (character >= 0xE0000 && character <= 0xE0FFF);
        };
    }

    private static boolean isVariationSelector(int character) {
        return (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0100 && character <= 0xE01EF);
    }

    private static boolean isNone(int character) {
        return switch (Character.getType(character)) {
            case Character.SURROGATE, Character.PRIVATE_USE -> true;
            case Character.UNASSIGNED ->
                isNoncharacter(character) || character < FIRST_OF_IDEOGRAPHS || character > LAST_OF_IDEOGRAPHS;
            default -> false;
        };
    }

    private static boolean isNoncharacter(int character) {
        return (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);
    }

    /** The fault, and what to do about it. */
    public Text detail() {
        String named = named();
        return switch (Character.getType(character)) {
            case Character.SURROGATE -> TEXTS.text("halfOfPair", named, position);
            case Character.PRIVATE_USE -> TEXTS.text("forPrivateUse", named, position);
            case Character.UNASSIGNED -> TEXTS.text("notOfUnicode", named, position);
            default -> TEXTS.text("cannotBeSeen", named, position);
        };
    }

    private String named() {
        String code = "U+%04X".formatted(character);
        String name = Character.getName(character);
        return name == null || isNone(character) ? code : code + " (" + name.toLowerCase(Locale.ROOT) + ")";
    }
}
