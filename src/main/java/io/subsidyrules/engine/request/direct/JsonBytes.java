package io.subsidyrules.engine.request.direct;

import io.subsidyrules.dialect.model.Field;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a request, read from the first to the last. At anything that is not simple it gives up: from then on it
 * is at the end, where nothing more is found. Used by one thread.
 */
final class JsonBytes {

    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    /** The most digits before the point: with the most decimals that there can be, the number is a long. */
    private static final int MOST_DIGITS = 12;

    private static final int DATE_LENGTH = 10;

    private static final byte END = 0;

    private final byte[] bytes;
    private int at;
    private boolean givenUp;

    JsonBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Whether anything was not simple: then nothing that was read may be used. */
    boolean hasGivenUp() {
        return givenUp;
    }

    void giveUp() {
        at = bytes.length;
        givenUp = true;
    }

    void giveUpIf(boolean fault) {
        if (fault) {
            giveUp();
        }
    }

    /** The number of bytes that were read. */
    int position() {
        return at;
    }

    /** Goes back to a position, unless it has given up. */
    void back(int position) {
        at = givenUp ? at : position;
    }

    /** The byte at the position, after any blanks; at the end one that no JSON has. */
    private byte next() {
        int i = at;
        while (i < bytes.length && isBlank(bytes[i])) {
            i++;
        }
        at = i;
        return i < bytes.length ? bytes[i] : END;
    }

    private static boolean isBlank(byte one) {
        return one == ' ' || one == '\n' || one == '\r' || one == '\t';
    }

    /** Passes over a sign, if it is next. */
    boolean accept(char sign) {
        if (next() != sign) {
            return false;
        }
        at++;
        return true;
    }

    /** Passes over a sign, and gives up if it is not next. */
    void expect(char sign) {
        giveUpIf(!accept(sign));
    }

    /** Passes over a word, or over a name with its quotes, if it is next. */
    boolean accept(byte[] word) {
        if (next() != word[0] || word.length > bytes.length - at || bytes[at + 1] != word[1]) {
            return false;
        }
        int to = at + word.length;
        if (!Arrays.equals(bytes, at, to, word, 0, word.length)) {
            return false;
        }
        at = to;
        return true;
    }

    /** Passes over a word or a name, and gives up if it is not next. */
    void expect(byte[] word) {
        giveUpIf(!accept(word));
    }

    boolean acceptNull() {
        return accept(NULL);
    }

    boolean bool() {
        boolean isTrue = accept(TRUE);
        giveUpIf(!isTrue && !accept(FALSE));
        return isTrue;
    }

    /** Gives up if anything but blanks is left. */
    void expectEnd() {
        next();
        giveUpIf(at < bytes.length);
    }

    /** The text of a string; null if it gives up. */
    @Nullable
    String text() {
        expect('"');
        int from = at;
        boolean ascii = true;
        boolean escaped = false;
        int i = from;
        for (; i < bytes.length && bytes[i] != '"'; i++) {
            byte one = bytes[i];
            if (one == '\\') {
                escaped = true;
                i++;
            } else if (one < ' ') {
                ascii = false;
                if (one >= 0) {
                    giveUp();
                    return null;
                }
            }
        }
        if (i >= bytes.length) {
            giveUp();
            return null;
        }
        at = i + 1;
        if (ascii && !escaped) {
            return new String(bytes, from, i - from, StandardCharsets.ISO_8859_1);
        }
        String text = EncodedText.of(bytes, from, i, escaped);
        giveUpIf(text == null);
        return text;
    }

    /** A number with so many decimals or less, as the whole number of its smallest units. */
    long number(int decimals) {
        boolean negative = accept('-');
        int first = at;
        long units = digits(0);
        int length = at - first;
        giveUpIf(length == 0 || length > MOST_DIGITS || (length > 1 && bytes[first] == '0'));
        int left = decimals;
        if (at < bytes.length && bytes[at] == '.') {
            at++;
            first = at;
            units = digits(units);
            left -= at - first;
            giveUpIf(at == first || left < 0);
        }
        for (; left > 0; left--) {
            units *= 10;
        }
        return negative ? -units : units;
    }

    /** Goes on with a number by the digits that follow. */
    private long digits(long before) {
        long number = before;
        int i = at;
        for (; i < bytes.length && isDigit(bytes[i]); i++) {
            number = 10 * number + (bytes[i] - '0');
        }
        at = i;
        return number;
    }

    private static boolean isDigit(byte one) {
        return one >= '0' && one <= '9';
    }

    /** A day of the calendar in the years that a request can name; null if it gives up. */
    @Nullable
    LocalDate date() {
        expect('"');
        int end = at + DATE_LENGTH;
        if (end < bytes.length && bytes[end] == '"' && bytes[at + 4] == '-' && bytes[at + 7] == '-') {
            int year = 100 * twoDigits(at) + twoDigits(at + 2);
            int month = twoDigits(at + 5);
            int day = twoDigits(at + 8);
            if (isDay(year, month, day)) {
                at = end + 1;
                return LocalDate.of(year, month, day);
            }
        }
        giveUp();
        return null;
    }

    /** A number of two digits; far below zero if they are none, so that no year is made of it either. */
    private int twoDigits(int from) {
        return isDigit(bytes[from]) && isDigit(bytes[from + 1])
                ? 10 * (bytes[from] - '0') + (bytes[from + 1] - '0')
                : -10_000;
    }

    private static boolean isDay(int year, int month, int day) {
        return year >= Field.FIRST_YEAR
                && year <= Field.LAST_YEAR
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= Month.of(month).length(Year.isLeap(year));
    }

    /** Passes over a name or another string; it is not checked, and has to be read later. */
    void skipString() {
        expect('"');
        int i = at;
        while (i < bytes.length && bytes[i] != '"') {
            i += bytes[i] == '\\' ? 2 : 1;
        }
        at = Math.min(i, bytes.length);
        expect('"');
    }

    /** Passes over a value, with all that is in it; it is not checked, and has to be read later. */
    void skipValue() {
        int depth = 0;
        for (byte one = next(); one != END && (depth > 0 || !isAfterValue(one)); one = next()) {
            if (one == '"') {
                skipString();
            } else {
                depth += one == '{' || one == '[' ? 1 : 0;
                depth -= one == '}' || one == ']' ? 1 : 0;
                at++;
            }
        }
    }

    private static boolean isAfterValue(byte one) {
        return one == ',' || one == '}' || one == ']';
    }
}
