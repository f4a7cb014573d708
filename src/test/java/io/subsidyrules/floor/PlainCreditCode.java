package io.subsidyrules.floor;

/** The unified social credit code of GB 32100-2015. */
final class PlainCreditCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    private PlainCreditCode() {}

    /** Whether it has 18 characters, all of the alphabet. */
    static boolean isWellFormed(String code) {
        return code.length() == WEIGHTS.length + 1 && code.chars().allMatch(one -> ALPHABET.indexOf(one) >= 0);
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
