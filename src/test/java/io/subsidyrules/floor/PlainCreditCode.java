package io.subsidyrules.floor;

import java.util.Set;

/** The unified social credit code of GB 32100-2015. */
final class PlainCreditCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Set<String> BEGINNINGS = Set.of(
            "11 12 13 19 21 29 31 32 33 34 35 39 41 49 51 52 53 54 59 61 62 69 71 72 79 81 89 91 92 93 99 A1 A9 G1 G9 N1 N2 N3 N9 Y1 Y9"
                    .split(" "));
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    /** The value of each character of ASCII, -1 for those that are not in the alphabet. */
    private static final byte[] VALUES = values();

    private PlainCreditCode() {}

    /** Whether it has 18 characters, all of the alphabet, the first two of an authority, and digits for the division. */
    static boolean isWellFormed(String code) {
        if (code.length() != WEIGHTS.length + 1 || !BEGINNINGS.contains(code.substring(0, 2))) {
            return false;
        }
        for (int i = 0; i < code.length(); i++) {
            int value = code.charAt(i) < VALUES.length ? VALUES[code.charAt(i)] : -1;
            if (value < 0 || (value > 9 && i >= 2 && i < 8)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the last character makes the weighted sum of all a multiple of 31. */
    static boolean isChecked(String code) {
        int sum = VALUES[code.charAt(WEIGHTS.length)];
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * VALUES[code.charAt(i)];
        }
        return sum % ALPHABET.length() == 0;
    }

    private static byte[] values() {
        byte[] values = new byte[128];
        for (char one = 0; one < values.length; one++) {
            values[one] = (byte) ALPHABET.indexOf(one);
        }
        return values;
    }
}
