package io.subsidyrules.lint.written;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers in Chinese characters: 三, 十二, 三十万, 二〇二二. */
final class ChineseNumber {

    /** All characters of which such numbers are made. */
    static final String CHARACTERS = "〇零一二两三四五六七八九十百千万亿";

    private static final String DIGITS = "〇一二三四五六七八九";

    private ChineseNumber() {}

    /** The zeros that a unit adds to the number before it; 0 for any other character. */
    static int zeros(char unit) {
        return switch (unit) {
            case '十' -> 1;
            case '百' -> 2;
            case '千' -> 3;
            case '万' -> 4;
            case '亿' -> 8;
            default -> 0;
        };
    }

    /** The number; empty where the characters make none. */
    static Optional<BigDecimal> of(String written) {
        String digits = written.replace('零', '〇').replace('两', '二');
        if (digits.chars().allMatch(digit -> DIGITS.indexOf(digit) >= 0)) {
            return Optional.of(digits.chars()
                    .mapToObj(digit -> BigDecimal.valueOf(DIGITS.indexOf(digit)))
                    .reduce(BigDecimal.ZERO, (before, digit) -> before.multiply(BigDecimal.TEN)
                            .add(digit)));
        }
        return multiplied(digits);
    }

    private static Optional<BigDecimal> multiplied(String digits) {
        BigDecimal whole = BigDecimal.ZERO;
        BigDecimal part = BigDecimal.ZERO;
        int digit = -1;
        for (int i = 0; i < digits.length(); i++) {
            char one = digits.charAt(i);
            int zeros = zeros(one);
            if (zeros == 0) {
                digit = DIGITS.indexOf(one);
            } else if (zeros < 4) {
                part = part.add(BigDecimal.valueOf(digit < 1 ? 1 : digit).movePointRight(zeros));
                digit = -1;
            } else {
                whole = whole.add(
                        part.add(BigDecimal.valueOf(Math.max(digit, 0))).movePointRight(zeros));
                part = BigDecimal.ZERO;
                digit = -1;
            }
        }
        return Optional.of(whole.add(part).add(BigDecimal.valueOf(Math.max(digit, 0))));
    }
}
