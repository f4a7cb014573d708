package io.subsidyrules.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever opens the table of decisions in a spreadsheet program reads in each cell what was recorded. */
class SpreadsheetTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "911301007886000010",
                "00123",
                "007",
                "1E5",
                "1e-5",
                "91130100E886000010",
                "12.50",
                "1,000",
                "1.000,5",
                ".5",
                "5%",
                "(5)",
                "1 1/2",
                " 12",
                "１２３",
                "٣٤",
                "¥100",
                "￥100",
                "$5",
                "US$5",
                "CNY 100",
                "100 RMB",
                "3-4",
                "3/4",
                "2026-0011",
                "2026.11.26",
                "26-Nov",
                "Nov-26",
                "1DEC2",
                "March 1",
                "MAR1",
                "sept 2",
                "2026年11月26日",
                "11月26日",
                "十一月",
                "二〇二六年",
                "12:30",
                "12:30 PM",
                "5 a",
                "上午8时30分",
                "2026-11-26T08:00:00",
                "0311-88886666",
                "TRUE",
                "false",
                "#N/A",
                "#REF!"
            })
    void aTextThatWouldBecomeAnotherValueIsMarked(String text) {
        assertThat(SpreadsheetText.of(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1",
                "+1",
                "-1",
                "-",
                "@a",
                "＝1",
                "＋1",
                "－1",
                "＠a",
                " =1+1",
                "\u3000=1",
                "=HYPERLINK(\"x\")",
                "'a",
                "'=1",
                "＇a"
            })
    void aFormulaIsMarkedAndSoIsAMark(String text) {
        assertThat(SpreadsheetText.of(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "c1",
                "a=1",
                "91130100MA0ABCDE10",
                "ISO 20000",
                "GB 10000",
                "portal",
                "truth",
                "May",
                "外贸企业",
                "第1项",
                "2026-0017-a",
                "hebei-quality-2022/design-purchase",
                "0193f2b4-7c55-7c39-9a61-6f0f3a3b8f11",
                "..."
            })
    void aTextThatStaysWhatItIsStandsAsItIs(String text) {
        assertThat(SpreadsheetText.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "|a\0b|, a\\u0000b",
                "|a\r\nb|, a\\u000d\\u000ab",
                "|\t=1|, \\u0009=1",
                "|a\u0085b|, a\\u0085b",
                "|a\u202Eb|, a\\u202eb",
                "|\uFEFF1|, \\ufeff1",
                "|a\u2028b|, a\\u2028b"
            })
    void whatNobodySeesIsWrittenOut(String text, String cell) {
        assertThat(SpreadsheetText.of(text)).isEqualTo(cell);
    }

    @Property
    void noTextBeginsAFormulaOrHoldsAControlCharacter(@ForAll String text) {
        assertThat(SpreadsheetText.of(text))
                .doesNotContainPattern("^\\s*[=+\\-@＝＋－＠#]")
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
    }

    @Property
    void everyTextComesBackWhereOneMarkIsTakenOff(
            @ForAll @StringLength(max = 12) @CharRange(from = ' ', to = '~') String text) {
        assertThat(SpreadsheetText.of(text).replaceFirst("^'", "")).isEqualTo(text);
    }

    @Property
    void everyNumberAndEveryDayIsMarked(@ForAll BigDecimal number, @ForAll LocalDate day) {
        assertThat(SpreadsheetText.of(number.toString())).startsWith("'");
        for (String form : new String[] {"yyyy-MM-dd", "d/M/yy", "d MMM yyyy", "MMMM d, yyyy", "dMMMuu"}) {
            assertThat(SpreadsheetText.of(
                            DateTimeFormatter.ofPattern(form, Locale.ENGLISH).format(day)))
                    .startsWith("'");
        }
        assertThat(SpreadsheetText.of(
                        DateTimeFormatter.ofPattern("y年M月d日", Locale.CHINESE).format(day)))
                .startsWith("'");
    }
}
