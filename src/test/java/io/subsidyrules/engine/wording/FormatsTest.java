package io.subsidyrules.engine.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates, amounts and spans in the form of each language, in whatever locale the machine runs. */
class FormatsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "0.00 | 0",
                "0.5 | 0.50",
                "0.01 | 0.01",
                "999 | 999",
                "1000 | 1,000",
                "1E+6 | 1,000,000",
                "1000000.00 | 1,000,000",
                "1234567.89 | 1,234,567.89",
                "999999999999.99 | 999,999,999,999.99",
                "-1000 | -1,000",
                "-100 | -100",
                "0.005 | 0.005"
            })
    void amountsAreGroupedAndHaveTwoDecimalsOrNone(BigDecimal number, String words) {
        assertThat(Formats.number(number, Language.EN)).isEqualTo(words);
        assertThat(Formats.number(number, Language.ZH)).isEqualTo(words);
    }

    @Test
    void datesNameTheMonth() {
        LocalDate date = LocalDate.of(2022, 9, 6);
        assertThat(Formats.date(date, Language.EN)).isEqualTo("6 September 2022");
        assertThat(Formats.date(date, Language.ZH)).isEqualTo("2022年9月6日");
    }

    @Test
    void everyValueOfAFieldHasWords() {
        assertThat(both(new Constant("Size", "LARGE", new Text("large", "大型")))).isEqualTo(new Text("large", "大型"));
        assertThat(both(LocalDate.of(2024, 2, 29))).isEqualTo(new Text("29 February 2024", "2024年2月29日"));
        assertThat(both(new BigDecimal("5000.50"))).isEqualTo(new Text("5,000.50", "5,000.50"));
        assertThat(both(2022)).isEqualTo(new Text("2022", "2022"));
        assertThat(both(true)).isEqualTo(new Text("yes", "是"));
        assertThat(both(false)).isEqualTo(new Text("no", "否"));
        assertThat(both("ISO 20000")).isEqualTo(new Text("ISO 20000", "ISO 20000"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, YEARS, one year, 一年",
        "2, YEARS, two years, 两年",
        "12, MONTHS, twelve months, 十二个月",
        "13, MONTHS, 13 months, 13个月",
        "1, DAYS, one day, 一天",
        "0, DAYS, zero days, 零天"
    })
    void spansUpToTwelveAreSpelt(int amount, ChronoUnit unit, String en, String zh) {
        assertThat(Wording.inBoth(language -> Formats.span(amount, unit, language)))
                .isEqualTo(new Text(en, zh));
    }

    private static Text both(Object value) {
        return Wording.inBoth(language -> Formats.value(value, language));
    }
}
