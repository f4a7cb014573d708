package io.subsidyrules.dialect.source;

import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.FullWidth;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.InvisibleCharacters;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;

/** The characters that a rule file may hold, and the meaning of those that Chinese keyboards produce. */
public final class Characters {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Characters.class);

    public static final Text ANOTHER_SCRIPT = TEXTS.text("ofAnotherScript");

    private Characters() {}

    /**
     * Refuses, wherever they are, comments and texts included: control characters, characters that cannot be seen or
     * turn the text around, and unicode escapes, which Java would decode even in a comment.
     */
    public static void check(String file, String text, Faults faults) {
        check(file, text, faults, true);
    }

    /** The same for YAML, which has escapes of its own. */
    static void checkYaml(String file, String text, Faults faults) {
        check(file, text, faults, false);
    }

    private static void check(String file, String text, Faults faults, boolean escapes) {
        int line = 1;
        int lineStart = 0;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '\n') {
                line++;
                lineStart = at + 1;
            } else if (character < ' ' || character > '~' || character == '\\') {
                Place place = new Place(file, line, at - lineStart + 1);
                if (escapes && isControl(text, at)) {
                    faults.add(place, FaultCode.CONTROL_CHARACTER, InvisibleCharacters.code(character));
                } else if (InvisibleCharacters.isHidden(text.codePointAt(at))) {
                    faults.add(place, FaultCode.INVISIBLE_CHARACTER, described(text.codePointAt(at)));
                } else if (escapes && UnicodeEscape.isAt(text, at)) {
                    UnicodeEscape escape = UnicodeEscape.at(text, at);
                    escape.tell(place, faults);
                    faults.settle(place);
                    at = escape.end() - 1;
                }
            }
        }
    }

    /** A control character; a carriage return belongs before a line feed only, since Java ends a line at it. */
    private static boolean isControl(String text, int at) {
        char character = text.charAt(at);
        boolean crlf = character == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
        return Character.isISOControl(character) && character != '\t' && !crlf;
    }

    /** The half-width character of a full-width one, or the character itself. */
    public static char plain(char character) {
        return FullWidth.plain(character);
    }

    /** A letter that names are made of: those of English, the underscore, and Chinese characters. */
    public static boolean isLetter(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || character == '_'
                || (character >= '\u4E00' && character <= '\u9FFF')
                || (character >= '\u3400' && character <= '\u4DBF');
    }

    /** Whether a name that is written in quotes holds a letter of another script. */
    public static boolean isForeign(String name) {
        return name.codePoints()
                .anyMatch(one -> one > Character.MAX_VALUE ? Character.isLetter(one) : isForeign((char) one));
    }

    /** Whether a text can be the name of a type, a field or a package. */
    public static boolean isName(String text) {
        return !text.isEmpty()
                && isLetter(text.charAt(0))
                && text.chars().allMatch(character -> isLetter((char) character) || isDigit((char) character));
    }

    public static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /** A letter of another script, or a mark on a letter: it may look like one of ours. */
    public static boolean isForeign(char character) {
        return character > '~'
                && !isLetter(character)
                && plain(character) == character
                && (Character.isLetterOrDigit(character) || Character.getType(character) == Character.NON_SPACING_MARK);
    }

    /** {@code U+0435 cyrillic small letter ie}. */
    public static String described(int character) {
        return InvisibleCharacters.described(character);
    }
}
