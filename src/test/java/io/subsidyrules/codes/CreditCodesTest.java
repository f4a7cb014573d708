package io.subsidyrules.codes;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.text.Text;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodesTest {

    private static final CreditCodes CODES = new CreditCodes(Set.of());
    private static final Text TITLE = new Text("credit code", "信用代码");

    @Test
    void ofAllLastCharactersExactlyOneIsRight() {
        assertThat(ApplicantCodes.ALPHABET
                        .chars()
                        .filter(last -> CreditCodes.isChecked("91130100MA0ABCDE1" + (char) last)))
                .containsExactly((int) '0');
    }

    @Test
    void oneMistypedCharacterIsNoticedWhereverItStands() {
        String code = ApplicantCodes.ONE;
        for (int i = 0; i < code.length(); i++) {
            char other = code.charAt(i) == '7' ? '8' : '7';
            assertThat(CreditCodes.isChecked(code.substring(0, i) + other + code.substring(i + 1)))
                    .as("position %d", i)
                    .isFalse();
        }
    }

    @Test
    void anotherLengthOrAlphabetIsNoCode() {
        assertThat(CreditCodes.isChecked("91130100MA0ABCDE1")).isFalse();
        assertThat(CreditCodes.isChecked("91130100MA0ABCDI10")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "911301007008921536",
                "12100000400010275N",
                "51100000500000605P",
                "92110105MA00K58D63",
                "91133100MA08000000"
            })
    void genuineCodesAreWellFormed(String code) {
        String checked = ApplicantCodes.checked(code.substring(0, 17));
        assertThat(CODES.refusal(checked, TITLE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "00130100MA0ABCDE1, begins with 00",
        "94130100MA0ABCDE1, begins with 94",
        "B1130100MA0ABCDE1, begins with B1",
        "9113A100MA0ABCDE1, must be digits",
        "91130100MA0ABCDI1, must have 18"
    })
    void whatNoAuthorityGivesIsToldByItsForm(String code, String told) {
        CodeCheck.Refusal refusal = CODES.refusal(code + "0", TITLE).orElseThrow();
        assertThat(refusal.kind()).isEqualTo(CodeCheck.Kind.FORM);
        assertThat(refusal.detail().en()).contains(told);
    }

    @Test
    void aCodeThatWasLetInIsTakenAsItIs() {
        String wrong = "91130100MA0ABCDE11";
        assertThat(CODES.refusal(wrong, TITLE).orElseThrow().kind()).isEqualTo(CodeCheck.Kind.CHECK_CHARACTER);
        assertThat(new CreditCodes(Set.of(wrong)).refusal(wrong, TITLE)).isEmpty();
    }
}
