package io.subsidyrules.writing;

import java.util.List;

/**
 * Takes from a plain text what is written around a number to say that it is one: 第…号, No., #, 编号, and the units of a
 * date.
 */
final class NumberLabels {

    private static final String BEFORE = "第";
    private static final String BEHIND = "号年月日#";
    private static final String ENGLISH = "no";
    private static final List<String> HEADINGS = List.of("项目编号", "标准编号", "项目名称", "标准名称", "标准号", "编号", "文号", "名称");

    /** All characters of labels. */
    private static final String LETTERS = BEFORE + BEHIND + ENGLISH + String.join("", HEADINGS);

    private final StringBuilder plain;

    private NumberLabels(String plain) {
        this.plain = new StringBuilder(plain);
    }

    /** The text with a mark in the place of each label. */
    static String without(String plain) {
        if (!mayHaveOne(plain)) {
            return plain;
        }
        NumberLabels labels = new NumberLabels(plain);
        labels.heading();
        for (int i = 0; i < labels.plain.length(); i++) {
            labels.label(i);
        }
        return labels.plain.toString();
    }

    /** Whether a label can have that character. */
    static boolean mayHave(char one) {
        return LETTERS.indexOf(one) >= 0;
    }

    /** Most texts have none. */
    private static boolean mayHaveOne(String plain) {
        for (int i = 0; i < plain.length(); i++) {
            char one = plain.charAt(i);
            if (BEFORE.indexOf(one) >= 0 || BEHIND.indexOf(one) >= 0 || one == ENGLISH.charAt(0)) {
                return true;
            }
        }
        for (String heading : HEADINGS) {
            if (plain.startsWith(heading)) {
                return true;
            }
        }
        return false;
    }

    /** A heading is one where a mark, a letter of ASCII or a digit follows: 编号：GB/T 1. */
    private void heading() {
        for (String heading : HEADINGS) {
            int end = heading.length();
            if (plain.length() > end
                    && plain.charAt(end) < 128
                    && plain.substring(0, end).equals(heading)) {
                blank(0, end);
                return;
            }
        }
    }

    private void label(int at) {
        char one = plain.charAt(at);
        if (BEFORE.indexOf(one) >= 0 && isDigit(beside(at, 1))) {
            blank(at, at + 1);
        } else if (BEHIND.indexOf(one) >= 0 && isDigit(beside(at, -1))) {
            blank(at, at + 1);
        } else if (isWord(at) && isDigit(beside(at + ENGLISH.length() - 1, 1))) {
            blank(at, at + ENGLISH.length());
        }
    }

    private boolean isWord(int at) {
        return plain.charAt(at) == ENGLISH.charAt(0)
                && at + 1 < plain.length()
                && plain.charAt(at + 1) == ENGLISH.charAt(1)
                && (at == 0 || !isLetter(plain.charAt(at - 1)));
    }

    private void blank(int from, int to) {
        for (int i = from; i < to; i++) {
            plain.setCharAt(i, LookAlikes.OTHER_MARK);
        }
    }

    /** The nearest letter or digit in that direction. */
    private char beside(int at, int step) {
        int beside = at + step;
        while (beside >= 0 && beside < plain.length() && isMark(plain.charAt(beside))) {
            beside += step;
        }
        return beside >= 0 && beside < plain.length() ? plain.charAt(beside) : LookAlikes.BLANK;
    }

    private static boolean isMark(char one) {
        return one < 128 && !isLetter(one) && !isDigit(one);
    }

    private static boolean isLetter(char one) {
        return one >= 'a' && one <= 'z';
    }

    private static boolean isDigit(char one) {
        return one >= '0' && one <= '9';
    }
}
