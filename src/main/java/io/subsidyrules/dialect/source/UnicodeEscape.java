package io.subsidyrules.dialect.source;

import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.InvisibleCharacters;
import io.subsidyrules.text.Text;

/**
 * A character that is written as a backslash, u and its number.
 *
 * @param character the character that is meant, also where two escapes write it as its halves
 * @param end the index behind the escape
 */
record UnicodeEscape(int character, int end) {

    private static final int DIGITS = 4;

    /** The escape that begins at an index where {@link Characters#isUnicodeEscape} says that one does. */
    static UnicodeEscape at(String text, int index) {
        UnicodeEscape first = unit(text, index);
        if (Character.isHighSurrogate((char) first.character)
                && first.end < text.length()
                && Characters.isUnicodeEscape(text, first.end)) {
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

    /** Tells it; a character that no file may hold is told as what it is, since writing it out would not help. */
    void tell(Place place, Faults faults) {
        if (Character.isISOControl(character)) {
            faults.add(place, FaultCode.CONTROL_CHARACTER, Characters.code(character));
        } else if (InvisibleCharacters.isInvisible(character)) {
            faults.add(place, FaultCode.INVISIBLE_CHARACTER, Characters.described(character));
        } else {
            String written = (character == '"' || character == '\\' ? "\\" : "") + Character.toString(character);
            faults.add(
                    place,
                    FaultCode.UNICODE_ESCAPE,
                    new Text("Write the character itself: " + written, "请直接写出该字符：" + written));
        }
    }
}
