package io.subsidyrules.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That no two texts which look the same have different hash codes, and that others mostly have. */
class LookAlikeHashTest {

    /** What numerals, labels and marks are made of, and what is written as something else. */
    private static final List<String> PIECES = List.of(
            "i", "ii", "iii", "v", "x", "l", "o", "0", "1", "2", "10", "m", "rn", "w", "vv", "n", "no", "No.", "K", "a",
            "ſ", "é", "ﬁ", "Ⅲ", "²", "१", "一", "二", "十", "百", "〇", "零", "第", "号", "期", "届", "年", "月", "日", "项目", "目",
            "编号", "文号", "名称", "标准", "中心", "國", "国", "囗", "口", "-", "—", "|", "#", "+", ".", ",", "/", " ", "\u3000",
            "\u00ad");

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PIECES).list().ofMaxSize(6).map(pieces -> String.join("", pieces));
    }

    /** The code is that of the form, however it is found. */
    @Property(tries = 20_000)
    void theCodeOfATextIsThatOfItsForm(@ForAll("texts") String text) {
        assertThat(LookAlikeHash.of(text)).isEqualTo(LookAlikeHash.ofForm(form(text)));
    }

    @ParameterizedTest
    @CsvSource({
        "ISO 12:2022, ISO 22:2022",
        "pump 1, pump 2",
        "设计中心3, 设计中心13",
        "设计中心, 检验中心",
        "housing of pump 7, housing of pump 17"
    })
    void textsThatDifferInWhatCountsHaveOtherCodes(String one, String other) {
        assertThat(LookAlikeHash.of(one)).isNotEqualTo(LookAlikeHash.of(other));
    }

    @Test
    void numbersOfOneSeriesHaveFewCodesInCommon() {
        List<Integer> codes = new ArrayList<>();
        for (int number = 1; number <= 1_000; number++) {
            codes.add(LookAlikeHash.of("GB/T %d-2022".formatted(number)));
        }
        assertThat(codes.stream().distinct()).hasSizeGreaterThan(800);
    }

    private static String form(String text) {
        return LookAlikeForm.of(CanonicalForm.of(text));
    }
}
