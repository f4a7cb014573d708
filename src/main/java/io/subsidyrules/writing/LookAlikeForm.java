package io.subsidyrules.writing;

/**
 * The one form of all texts that look the same at a glance, or in which the same is typed another way: in other
 * scripts, with other blanks and punctuation, accents, traditional Chinese characters, numbers in Chinese, with zeros
 * before them or with 第 and 号 around them. The look-alikes of a character are in {@link LookAlikes}. The form is a key
 * of recorded awards, so a change of it, or of that table, needs another number of {@link #VERSION}.
 */
public final class LookAlikeForm {

    /** Counts the changes of this form and of {@link CanonicalForm}. */
    public static final int VERSION = 1;

    private static final String ALIKE_DIGITS = "0123456789oil";
    private static final int YEAR = 4;
    private static final int GROUP = 3;

    /** Joins two numbers, of which the second has zeros that count: 0.05 is not 0.5. */
    private static final char POINT = '.';

    private static final char JOIN = '-';

    private final String plain;
    private final StringBuilder form;

    private LookAlikeForm(String plain) {
        this.plain = plain;
        this.form = new StringBuilder(plain.length());
    }

    /** The form of a text that has its {@link CanonicalForm}; empty if it is all punctuation. */
    public static String of(String canonical) {
        String digits = RomanNumerals.inDigits(ChineseNumerals.inDigits(LookAlikes.plain(canonical)));
        return new LookAlikeForm(NumberLabels.without(digits)).form();
    }

    private String form() {
        int end = 0;
        for (int i = 0; i < plain.length(); i++) {
            if (!isSeparator(i)) {
                if (end > 0 && end < i && isNumber(end - 1, -1) && isNumber(i, 1)) {
                    join(end, i);
                }
                append(plain.charAt(i));
                end = i + 1;
            }
        }
        return withoutLeadingZeros();
    }

    /**
     * Separators count only between two numbers: 1.12 is not 11.2. Within one they group its digits: 20,001 and 20 001.
     */
    private void join(int end, int start) {
        String before = number(end - 1, -1);
        String after = number(start, 1);
        char mark = plain.charAt(end);
        boolean single = start == end + 1;
        boolean comma = single && mark == LookAlikes.COMMA;
        boolean group = comma && before.length() <= GROUP && after.length() == GROUP;
        boolean blanks = plain.substring(end, start).isBlank() && !isYear(before) && !isYear(after);
        if (!group && !blanks) {
            boolean point = single && (mark == LookAlikes.DOT || comma) && before.length() < YEAR;
            form.append(point ? POINT : JOIN);
        }
    }

    private static boolean isYear(String number) {
        return number.length() == YEAR && (number.startsWith("l9") || number.startsWith("2o"));
    }

    private void append(char one) {
        switch (one) {
            case 'm' -> form.append("rn");
            case 'w' -> form.append("vv");
            default -> form.append(alike(one));
        }
    }

    /** The one character written for all that look like it: o for 0 and o, l for 1, i and l. */
    private static char alike(char one) {
        return switch (one) {
            case '0' -> 'o';
            case '1', 'i' -> 'l';
            default -> one;
        };
    }

    /** The zeros before a number go, but not those behind the point of a decimal. */
    private String withoutLeadingZeros() {
        String whole = form.toString();
        if (whole.indexOf('o') < 0 && whole.indexOf(POINT) < 0) {
            return whole;
        }
        StringBuilder without = new StringBuilder(form.length());
        for (int i = 0; i < form.length(); i++) {
            char one = form.charAt(i);
            char before = i == 0 ? JOIN : form.charAt(i - 1);
            boolean leading = one == 'o'
                    && i + 1 < form.length()
                    && isAlikeDigit(form.charAt(i + 1))
                    && before != POINT
                    && (without.isEmpty() || !isAlikeDigit(without.charAt(without.length() - 1)));
            if (!leading) {
                without.append(one == POINT ? JOIN : one);
            }
        }
        return without.toString();
    }

    private boolean isSeparator(int at) {
        char one = plain.charAt(at);
        return switch (one) {
            case LookAlikes.PLUS, LookAlikes.SHARP -> at == 0 || !isGrade(at);
            case LookAlikes.BLANK,
                    LookAlikes.DASH,
                    LookAlikes.DOT,
                    LookAlikes.COMMA,
                    LookAlikes.BAR,
                    LookAlikes.OTHER_MARK -> true;
            default -> false;
        };
    }

    /** Whether a plus or sharp belongs to the letters before it, as in C++, C# and A+. */
    private boolean isGrade(int at) {
        int first = at;
        while (first > 0 && plain.charAt(first - 1) == plain.charAt(at)) {
            first--;
        }
        char letter = first == 0 ? LookAlikes.BLANK : plain.charAt(first - 1);
        boolean word = first > 1 && isLetterOrDigit(plain.charAt(first - 2));
        return letter >= 'a' && letter <= 'z' && !word;
    }

    /** Says whether the text from there on can be read as a number: it has a digit, or no other letters beside it. */
    private boolean isNumber(int from, int step) {
        boolean digits = false;
        int at = from;
        while (at >= 0 && at < plain.length() && isAlikeDigit(plain.charAt(at))) {
            digits |= isDigit(plain.charAt(at));
            at += step;
        }
        boolean whole = at < 0 || at == plain.length() || isSeparator(at);
        return at != from && (digits || whole);
    }

    /** The digits from there on, as they look. */
    private String number(int from, int step) {
        StringBuilder number = new StringBuilder();
        for (int at = from; at >= 0 && at < plain.length() && isAlikeDigit(plain.charAt(at)); at += step) {
            number.append(alike(plain.charAt(at)));
        }
        return step < 0 ? number.reverse().toString() : number.toString();
    }

    private static boolean isAlikeDigit(char one) {
        return ALIKE_DIGITS.indexOf(one) >= 0;
    }

    private static boolean isDigit(char one) {
        return one >= '0' && one <= '9';
    }

    private static boolean isLetterOrDigit(char one) {
        return Character.isLetterOrDigit(one);
    }
}
