package io.subsidyrules.text;

import java.util.Locale;

/**
 * The characters that no file may hold since nobody sees them: they steer, turn the text around, or only look like
 * nothing.
 */
public final class InvisibleCharacters {

    private static final String FILLERS = "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u2065\u2800\u3164\uFFA0";

    private InvisibleCharacters() {}

    /** Besides what Unicode says to be invisible: fillers, and what only chooses the form of the character before. */
    public static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default ->
                FILLERS.indexOf(character) >= 0
                        || (character >= 0xFE00 && character <= 0xFE0F)
                        || (character >= 0xE0000 && character <= 0xE0FFF);
        };
    }

    /** The same, and control characters other than those that end a line or indent it, and halves of characters. */
    public static boolean isInvisible(int character) {
        boolean control =
                Character.isISOControl(character) && character != '\n' && character != '\t' && character != '\r';
        return control || Character.getType(character) == Character.SURROGATE || isHidden(character);
    }

    /** {@code U+0435 cyrillic small letter ie}. */
    public static String described(int character) {
        String name = Character.getName(character);
        return "U+%04X".formatted(character) + (name == null ? "" : " " + name.toLowerCase(Locale.ROOT));
    }

    /** The code point of a character: {@code U+0435}. */
    public static String code(int character) {
        return "U+%04X".formatted(character);
    }
}
