package io.subsidyrules.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.policy.Currency;
import io.subsidyrules.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A summary's sums and percentages are read in the forms in which policies write them, and nothing else is. */
class SummaryFiguresTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN | awarded 300,000 yuan for a national     | 300000
            EN | awarded 1 million yuan.                 | 1000000
            EN | up to 1.5 million yuan                  | 1500000
            EN | a one-off 20-thousand-yuan award        | 20000
            EN | RMB 300,000 for each                    | 300000
            EN | RMB300,000, once                        | 300000
            EN | 0.5 yuan a day                          | 0.5
            EN | In 2025, 300,000 yuan                   | 300000
            ZH | 国际标准的奖补30万元，                     | 300000
            ZH | 每项100万元                              | 1000000
            ZH | 上限为1.5亿元                             | 150000000
            ZH | 奖补 5 千元                              | 5000
            ZH | 奖补300,000元                            | 300000
            ZH | 人民币30万                               | 300000
            """)
    void aSumIsReadWithItsUnit(Language language, String text, String yuan) {
        assertThat(SummaryFigures.money(text, Currency.CNY, language))
                .singleElement()
                .satisfies(figure -> assertThat(figure.value()).isEqualByComparingTo(yuan));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            50% of the expenses      | 50
            50 percent of the price  | 50
            12.5 per cent            | 12.5
            按30%给予补助              | 30
            按百分之30给予补助          | 30
            30％                     | 30
            """)
    void aPercentageIsReadHoweverItIsSaid(String text, String percent) {
        assertThat(SummaryFigures.percent(text)).singleElement().satisfies(figure -> assertThat(figure.value())
                .isEqualByComparingTo(percent));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN | more than 2,000 enterprises by 2025
            EN | 107 county clusters, 30 US dollars
            EN | ISO 50001 for small enterprises
            ZH | 每年超过2000家
            ZH | 2023元旦
            ZH | 转化专利超过35000件
            """)
    void aNumberOfSomethingElseIsNoSum(Language language, String text) {
        assertThat(SummaryFigures.money(text, Currency.CNY, language)).isEmpty();
        assertThat(SummaryFigures.percent(text)).isEmpty();
    }
}
