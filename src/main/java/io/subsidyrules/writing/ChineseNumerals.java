package io.subsidyrules.writing;

/**
 * Writes the Chinese numerals of a plain text in digits: 二〇一〇 as 2010, 第十二期 as 第12期. A 一 between two digits is a dash
 * that was typed as one, unless other Chinese numerals are beside these, as in 二0一0. A dash before a counter is such a
 * 一: 中心—期.
 */
final class ChineseNumerals {

    /** By their values. */
    private static final String DIGITS = "〇一二三四五六七八九";

    private static final String MULTIPLIERS = "十百千";
    private static final String COUNTERS = "期届号";
    private static final String OF_NUMBERS = DIGITS + MULTIPLIERS + COUNTERS;
    private static final char ONE = '一';
    private static final char TEN = '十';
    private static final char ZERO = '0';

    private final String plain;
    private final StringBuilder written;

    private ChineseNumerals(String plain) {
        this.plain = plain;
        this.written = new StringBuilder(plain.length());
    }

    static String inDigits(String plain) {
        return mayHaveOne(plain) ? new ChineseNumerals(plain).written() : plain;
    }

    /** Whether a character is part of a number, or can make one of a stroke before it. */
    static boolean isOfNumber(char one) {
        return OF_NUMBERS.indexOf(one) >= 0;
    }

    /** Most texts have none. */
    private static boolean mayHaveOne(String plain) {
        boolean beyondAscii = false;
        boolean may = false;
        for (int i = 0; i < plain.length(); i++) {
            char one = plain.charAt(i);
            beyondAscii |= one >= 128;
            may |= isStroke(one) || one == TEN || (one >= 128 && DIGITS.indexOf(one) >= 0);
        }
        return beyondAscii && may;
    }

    private String written() {
        for (int at = 0; at < plain.length(); ) {
            char one = plain.charAt(at);
            if (isDash(at)) {
                written.append(LookAlikes.DASH);
                at++;
            } else if (isStroke(one) && isIdeograph(at - 1) && isCounter(at + 1)) {
                written.append('1');
                at++;
            } else if (DIGITS.indexOf(one) >= 0 || one == TEN) {
                at = number(at);
            } else {
                written.append(one);
                at++;
            }
        }
        return written.toString();
    }

    /** Writes the number that begins there; where it ends. */
    private int number(int from) {
        int to = from;
        boolean multiplied = false;
        while (to < plain.length()
                && (isNumeral(to) || (multiplied && plain.charAt(to) == ZERO && isNumeral(to + 1)))) {
            multiplied |= MULTIPLIERS.indexOf(plain.charAt(to)) >= 0;
            to++;
        }
        int value = multiplied ? value(from, to) : -1;
        if (value >= 0) {
            written.append(value);
        } else {
            for (int i = from; i < to; i++) {
                int digit = DIGITS.indexOf(plain.charAt(i));
                written.append(digit >= 0 ? (char) (ZERO + digit) : plain.charAt(i));
            }
        }
        return to;
    }

    /** The value of a number with tens, hundreds or thousands; -1 where it is not written as one. */
    private int value(int from, int to) {
        int value = 0;
        int digit = -1;
        int last = Integer.MAX_VALUE;
        for (int i = from; i < to; i++) {
            char one = plain.charAt(i);
            int multiplier = multiplier(one);
            if (multiplier > 0) {
                if (multiplier >= last || (digit < 0 && multiplier > 10)) {
                    return -1;
                }
                value += multiplier * (digit < 0 ? 1 : digit);
                last = multiplier;
                digit = -1;
            } else if (one != ZERO && one != LookAlikes.ZERO) {
                if (digit >= 0) {
                    return -1;
                }
                digit = DIGITS.indexOf(one);
            }
        }
        return value + Math.max(digit, 0);
    }

    private static int multiplier(char one) {
        return switch (MULTIPLIERS.indexOf(one)) {
            case 0 -> 10;
            case 1 -> 100;
            case 2 -> 1000;
            default -> 0;
        };
    }

    private boolean isDash(int at) {
        return plain.charAt(at) == ONE
                && isDigit(beside(at, -1))
                && isDigit(beside(at, 1))
                && !isWrittenInChinese(at, -1)
                && !isWrittenInChinese(at, 1);
    }

    /** Whether the digits on that side of a 一 go on in Chinese numerals. */
    private boolean isWrittenInChinese(int from, int step) {
        int at = from + step;
        while (isDigitAt(at) || (charAt(at) == ONE && isDigitAt(at - 1) && isDigitAt(at + 1))) {
            at += step;
        }
        return DIGITS.indexOf(charAt(at)) >= 0;
    }

    private boolean isDigitAt(int at) {
        return isDigit(charAt(at));
    }

    /** The character there; a blank beyond the text. */
    private char charAt(int at) {
        return at >= 0 && at < plain.length() ? plain.charAt(at) : LookAlikes.BLANK;
    }

    private boolean isNumeral(int at) {
        return at < plain.length()
                && (DIGITS.indexOf(plain.charAt(at)) >= 0 || MULTIPLIERS.indexOf(plain.charAt(at)) >= 0);
    }

    /** The nearest character in that direction that is not a blank; a blank if there is none. */
    private char beside(int at, int step) {
        int beside = at + step;
        while (beside >= 0 && beside < plain.length() && plain.charAt(beside) == LookAlikes.BLANK) {
            beside += step;
        }
        return beside >= 0 && beside < plain.length() ? plain.charAt(beside) : LookAlikes.BLANK;
    }

    private static boolean isDigit(char one) {
        return one >= ZERO && one <= '9';
    }

    private static boolean isStroke(char one) {
        return one == LookAlikes.DASH || one == LookAlikes.BAR;
    }

    private boolean isIdeograph(int at) {
        return at >= 0 && Character.isIdeographic(plain.charAt(at));
    }

    private boolean isCounter(int at) {
        return at < plain.length() && COUNTERS.indexOf(plain.charAt(at)) >= 0;
    }
}
