package io.subsidyrules.writing;

import java.util.Locale;

/**
 * A hash code of the {@link LookAlikeForm} of a text: equal for texts that look the same. For most texts it is found
 * without the form, so that only texts with equal codes need their forms.
 *
 * <p>It counts the characters that the form of a text without numerals takes over one by one. Left out are marks, what
 * {@link NumberLabels} can take away, a zero, which does not count before a number, and an o and an n, since they may
 * come from a zero and an m.
 */
public final class LookAlikeHash {

    private static final int PRIME = 31;

    private LookAlikeHash() {}

    /** The hash code for a text, which need not have its {@link CanonicalForm}. */
    public static int of(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return isTakenOver(small) && !RomanNumerals.mayBeIn(small)
                ? ofForm(small)
                : ofForm(LookAlikeForm.of(CanonicalForm.of(text)));
    }

    /** Whether its form has each character of the text that counts, in its order, and no other that does. */
    private static boolean isTakenOver(String text) {
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            boolean ascii = one >= ' ' && one <= '~' && one != LookAlikes.BAR;
            if (!ascii && (!LookAlikes.isPlainIdeograph(one) || ChineseNumerals.isOfNumber(one))) {
                return false;
            }
        }
        return true;
    }

    /** Equal for a form and for a text that the form takes over. */
    static int ofForm(String form) {
        int hash = 0;
        for (int i = 0; i < form.length(); i++) {
            char one = form.charAt(i);
            if (one >= 128) {
                hash = NumberLabels.mayHave(one) ? hash : PRIME * hash + one;
            } else {
                hash = ofAscii(one, hash);
            }
        }
        return hash;
    }

    private static int ofAscii(char one, int hash) {
        if (one >= '2' && one <= '9') {
            return PRIME * hash + one;
        }
        return switch (one) {
            case 'n', 'o' -> hash;
            case '1', 'i' -> PRIME * hash + 'l';
            case 'm' -> PRIME * hash + 'r';
            case 'w' -> PRIME * (PRIME * hash + 'v') + 'v';
            default -> one >= 'a' && one <= 'z' ? PRIME * hash + one : hash;
        };
    }
}
