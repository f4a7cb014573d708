package io.subsidyrules.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts say the same, which only look the same, and which do neither. */
class CanonicalFormTest {

    private static final char IOTA_SUBSCRIPT = '\u0345';

    private static final String STANDARD = "GB/T 20001-2023";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GB/T 20001-2023 ",
                " GB/T 20001-2023",
                "GB/T  20001-2023",
                "GB/T\u00A020001-2023",
                "GB/T\u300020001-2023",
                "GB/T\u200920001-2023",
                "GB/T 20001-2023\u200B",
                "\uFEFFGB/T 20001-2023",
                "GB/T 20001\u00AD-2023",
                "GB/T 20001-2023\uFE0F",
                "GB/T 20001-2023\uDB40\uDD00",
                "GB/T 20001-2023\t",
                "GB/T\n20001-2023",
                "GB/T 20001-2023\u0000",
                "\u202EGB/T 20001-2023",
                "\u3164GB/T 20001-2023\u2800",
                "ＧＢ／Ｔ ２０００１－２０２３",
                "gb/t 20001-2023",
                "GB/T 20001\u20132023",
                "GB/T 20001\u20142023",
                "GB/T 20001\u2014\u20142023",
                "GB/T 20001 - 2023",
                "GB/T 20001\u22122023",
                "𝐆𝐁/𝐓 ②0001-2023"
            })
    void whatSaysTheSameHasOneForm(String spelling) {
        assertThat(CanonicalForm.of(spelling))
                .isEqualTo(CanonicalForm.of(STANDARD))
                .isEqualTo("gb/t 20001-2023");
    }

    @ParameterizedTest
    @CsvSource({
        "中心（一期）, 中心(一期)",
        "⼲部中心, 干部中心",
        "\uF9D1号, 六号",
        "\u1112\u1161\u11AB\u1100\u116E\u11A8, 한국",
        "Café, Cafe\u0301",
        "STRASSE, straße",
        "ΟΔΟΣ, οδος",
        "第Ⅱ期, 第II期",
        "㈱, (株)"
    })
    void whatUnicodeComposesOrWidensIsTheSame(String one, String other) {
        assertThat(CanonicalForm.of(one)).isEqualTo(CanonicalForm.of(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GB/T20001-2023",
                "G\u0412/T 20001-2023",
                "g\u0432/t 20001-2023",
                "GB/\u03A4 20001-2023",
                "GB/T 2OOO1-2023",
                "GB/T 2〇〇〇1-2023",
                "GB/T 2000l-2023",
                "GB/T 2000I-2023",
                "GB/T 20001.2023",
                "GB/T 20001·2023",
                "GB/T 20001一2023",
                "GB/T 20001 2023",
                "GB·T 20001-2023",
                "《GB/T 20001-2023》",
                "GB／T20001—2023"
            })
    void whatLooksTheSameIsAnotherTextWithTheSameLook(String spelling) {
        assertThat(CanonicalForm.of(spelling)).isNotEqualTo(CanonicalForm.of(STANDARD));
        assertThat(look(spelling)).isEqualTo(look(STANDARD));
    }

    @ParameterizedTest
    @CsvSource({
        "二期工程, ニ期エ程",
        "计算机口岸, 计算机ロ岸",
        "標準化試點, 标准化试点",
        "二〇二三, 二零二三",
        "中心“一期”, 中心「一期」",
        "冀市监〔2023〕1号, 冀市监[2023]1号",
        "ISO 9001, ISO9001",
        "GB/T 10-2020, GB/T10-2020",
        "Q/1, Q/l"
    })
    void whatIsEasilyTakenForAnotherHasItsLook(String one, String other) {
        assertThat(look(one)).isEqualTo(look(other));
    }

    @ParameterizedTest
    @CsvSource({
        "GB/T 20001-2023, GB/T 20001-2024",
        "GB/T 20001.1-2023, GB/T 2000.11-2023",
        "GB/T 1.12-2020, GB/T 11.2-2020",
        "中心一期, 中心二期",
        "Q/ABC 1, Q/ABD 1",
        "C, C++",
        "C, C#",
        "河北中心, 河南中心",
        "GB 1, GB/T 1",
        "第1期, 第2期"
    })
    void whatCanBeSeenToBeAnotherIsAnother(String one, String other) {
        assertThat(look(one)).isNotEqualTo(look(other));
    }

    @Property
    void theFormOfAFormIsItself(@ForAll String text) {
        String form = CanonicalForm.of(text);
        assertThat(CanonicalForm.of(form)).isEqualTo(form);
    }

    /**
     * All but the iota subscript: its capital is a letter of its own, to which the marks behind it go, so that a text with it in
     * capitals can be another (The Unicode Standard, 3.13, D145).
     */
    @Property
    void caseCompositionAndBlanksAtTheEndsDoNotCount(@ForAll String text) {
        String form = CanonicalForm.of(text);
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        assertThat(CanonicalForm.of(" " + text + "\u3000")).isEqualTo(form);
        assertThat(CanonicalForm.of(decomposed)).isEqualTo(form);
        if (decomposed.indexOf(IOTA_SUBSCRIPT) < 0) {
            assertThat(CanonicalForm.of(text.toUpperCase(Locale.ROOT))).isEqualTo(form);
        }
    }

    @Test
    void marksOfOneLetterHaveNoOrder() {
        assertThat(CanonicalForm.of("\u03B1\u0345\u0300")).isEqualTo(CanonicalForm.of("\u03B1\u0300\u0345"));
    }

    @Property
    void asciiHasTheFormThatAllOthersHave(
            @ForAll @net.jqwik.api.constraints.CharRange(from = ' ', to = '~') String text) {
        assertThat(CanonicalForm.of(text + "\u200B")).isEqualTo(CanonicalForm.of(text));
    }

    private static String look(String text) {
        return LookAlikeForm.of(CanonicalForm.of(text));
    }
}
