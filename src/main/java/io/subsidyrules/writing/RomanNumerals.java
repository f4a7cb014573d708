package io.subsidyrules.writing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the Roman numerals of a plain text in digits: 第II期 as 第2期, Phase III as Phase 3. Letters between other letters
 * are none, nor is what is beside a number: II-2023 is taken for 11-2023.
 */
final class RomanNumerals {

    private static final int MOST = 39;
    private static final Map<String, Integer> VALUES = values();

    private final String plain;
    private final StringBuilder written;

    private RomanNumerals(String plain) {
        this.plain = plain;
        this.written = new StringBuilder(plain.length());
    }

    static String inDigits(String plain) {
        return mayBeIn(plain) ? new RomanNumerals(plain).written() : plain;
    }

    /** Most texts have none: a word that is one has no other letters than those of numerals, or ends in two i. */
    static boolean mayBeIn(String plain) {
        boolean numeral = false;
        boolean two = false;
        char last = LookAlikes.BLANK;
        for (int i = 0; i < plain.length(); i++) {
            char one = plain.charAt(i);
            if (isWordly(one)) {
                numeral = (numeral || !isWordly(last)) && isOfNumeral(one);
                two = one == 'i' && last == 'i';
            } else if (numeral || two) {
                return true;
            }
            last = one;
        }
        return numeral || two;
    }

    private static boolean isOfNumeral(char one) {
        return one == 'i' || one == 'v' || one == 'x' || one == 'l';
    }

    private String written() {
        for (int from = 0; from < plain.length(); ) {
            int to = from;
            while (to < plain.length() && isWordly(plain.charAt(to))) {
                to++;
            }
            if (to == from) {
                written.append(plain.charAt(to++));
            } else {
                word(from, to);
            }
            from = to;
        }
        return written.toString();
    }

    private void word(int from, int to) {
        String word = plain.substring(from, to);
        char after = next(to);
        Optional<Integer> value = isWordly(after) || isWordly(last()) ? Optional.empty() : value(word);
        if (value.isPresent()) {
            written.append(value.get());
        } else if (!isDigit(after) && word.endsWith("iii")) {
            written.append(word, 0, word.length() - 3).append('3');
        } else if (!isDigit(after) && word.endsWith("ii")) {
            written.append(word, 0, word.length() - 2).append('2');
        } else {
            written.append(word);
        }
    }

    /** Up to 39; an l can be meant for an i beside another letter of a numeral. */
    private static Optional<Integer> value(String word) {
        boolean bare = word.indexOf('i') < 0 && word.indexOf('v') < 0 && word.indexOf('x') < 0;
        return bare ? Optional.empty() : Optional.ofNullable(VALUES.get(word.replace('l', 'i')));
    }

    private static Map<String, Integer> values() {
        String[] ones = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
        Map<String, Integer> values = new HashMap<>();
        for (int value = 1; value <= MOST; value++) {
            values.put("x".repeat(value / ones.length) + ones[value % ones.length], value);
        }
        return Map.copyOf(values);
    }

    private char next(int from) {
        int at = from;
        while (at < plain.length() && isSeparator(plain.charAt(at))) {
            at++;
        }
        return at < plain.length() ? plain.charAt(at) : LookAlikes.BLANK;
    }

    private char last() {
        int at = written.length() - 1;
        while (at >= 0 && isSeparator(written.charAt(at))) {
            at--;
        }
        return at >= 0 ? written.charAt(at) : LookAlikes.BLANK;
    }

    private static boolean isSeparator(char one) {
        return one < 128 && !isWordly(one);
    }

    /** Whether it is a letter or a digit of ASCII. */
    private static boolean isWordly(char one) {
        return (one >= 'a' && one <= 'z') || isDigit(one);
    }

    private static boolean isDigit(char one) {
        return one >= '0' && one <= '9';
    }
}
