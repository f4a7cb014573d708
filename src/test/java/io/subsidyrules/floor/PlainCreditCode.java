package io.subsidyrules.floor;

import java.util.Set;

/** The unified social credit code of GB 32100-2015. */
final class PlainCreditCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Set<String> BEGINNINGS = Set.of(
            "11 12 13 19 21 29 31 32 33 34 35 39 41 49 51 52 53 54 59 61 62 69 71 72 79 81 89 91 92 93 99 A1 A9 G1 G9 N1 N2 N3 N9 Y1 Y9"
                    .split(" "));
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    private PlainCreditCode() {}

    /** Whether it has 18 characters, all of the alphabet, the first two of an authority, and digits for the division. */
    static boolean isWellFormed(String code) {
        return code.length() == WEIGHTS.length + 1
                && code.chars().allMatch(one -> ALPHABET.indexOf(one) >= 0)
                && BEGINNINGS.contains(code.substring(0, 2))
                && code.substring(2, 8).chars().allMatch(one -> one >= '0' && one <= '9');
    }

    /** Whether the last character makes the weighted sum of all a multiple of 31. */
    static boolean isChecked(String code) {
        int sum = ALPHABET.indexOf(code.charAt(WEIGHTS.length));
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * ALPHABET.indexOf(code.charAt(i));
        }
        return sum % ALPHABET.length() == 0;
    }
}
