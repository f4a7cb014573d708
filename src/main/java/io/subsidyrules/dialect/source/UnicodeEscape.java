package io.subsidyrules.dialect.source;

import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.InvisibleCharacters;
import io.subsidyrules.text.TextCatalogue;

/**
 * A character that is written as a backslash, u and its number.
 *
 * @param character the character that is meant, also where two escapes write it as its halves
 * @param end the index behind the escape
 */
public record UnicodeEscape(int character, int end) {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(UnicodeEscape.class);
    private static final int DIGITS = 4;

    /** As Java reads it: a backslash after an even number of backslashes, one u or more, four hexadecimal digits. */
    public static boolean isAt(String text, int at) {
        if (text.charAt(at) != '\\' || at + 1 == text.length() || text.charAt(at + 1) != 'u') {
            return false;
        }
        int before = at;
        while (before > 0 && text.charAt(before - 1) == '\\') {
            before--;
        }
        int digits = at + 1;
        while (digits < text.length() && text.charAt(digits) == 'u') {
            digits++;
        }
        return (at - before) % 2 == 0
                && digits + 4 <= text.length()
                && text.substring(digits, digits + 4).chars().allMatch(digit -> Character.digit(digit, 16) >= 0);
    }

    /** The escape that begins at an index where {@link #isAt} says that one does. */
    static UnicodeEscape at(String text, int index) {
        UnicodeEscape first = unit(text, index);
        if (Character.isHighSurrogate((char) first.character) && first.end < text.length() && isAt(text, first.end)) {
            UnicodeEscape second = unit(text, first.end);
            if (Character.isLowSurrogate((char) second.character)) {
                return new UnicodeEscape(
                        Character.toCodePoint((char) first.character, (char) second.character), second.end);
            }
        }
        return first;
    }

    private static UnicodeEscape unit(String text, int index) {
        int digits = index + 1;
        while (text.charAt(digits) == 'u') {
            digits++;
        }
        return new UnicodeEscape(Integer.parseInt(text.substring(digits, digits + DIGITS), 16), digits + DIGITS);
    }

    /** Adds its fault; a character that no file may hold is reported as such, since writing it out would not help. */
    void tell(Place place, Faults faults) {
        if (Character.isISOControl(character)) {
            faults.add(place, FaultCode.CONTROL_CHARACTER, InvisibleCharacters.code(character));
        } else if (InvisibleCharacters.isInvisible(character)) {
            faults.add(place, FaultCode.INVISIBLE_CHARACTER, InvisibleCharacters.described(character));
        } else {
            String written = (character == '"' || character == '\\' ? "\\" : "") + Character.toString(character);
            faults.add(place, FaultCode.UNICODE_ESCAPE, TEXTS.text("writeCharacter", written));
        }
    }
}
