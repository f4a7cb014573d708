package io.subsidyrules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CreditCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Test
    void ofAllLastCharactersExactlyOneIsRight() {
        assertThat(ALPHABET.chars().filter(last -> CreditCode.isChecked("91130100MA0ABCDE1" + (char) last)))
                .containsExactly((int) '0');
    }

    @Test
    void oneMistypedCharacterIsNoticedWhereverItStands() {
        String code = "91130100MA0ABCDE10";
        for (int i = 0; i < code.length(); i++) {
            char other = code.charAt(i) == '7' ? '8' : '7';
            assertThat(CreditCode.isChecked(code.substring(0, i) + other + code.substring(i + 1)))
                    .as("position %d", i)
                    .isFalse();
        }
    }

    @Test
    void anotherLengthOrAlphabetIsNoCode() {
        assertThat(CreditCode.isChecked("91130100MA0ABCDE1")).isFalse();
        assertThat(CreditCode.isChecked("91130100MA0ABCDI10")).isFalse();
    }
}
