package io.subsidyrules.lint.written;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers are read as people write them, in digits and in words. */
class WrittenNumbersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    300,000 yuan                  | 300000
                    1 million yuan                | 1000000
                    1.2 billion                   | 1200000000
                    30万元                        | 300000
                    1千万元                       | 10000000
                    5千瓦                         | 5
                    2亿                           | 200000000
                    the 2nd of 3                  | 2 3
                    GB32100, A1 and B_2           |
                    6 September 2022              | 6 2022
                    2022年9月6日                  | 2022 9 6
                    see https://a.example/12?b=34 |
                    1.4乘1.4倍                    | 1.4 1.4
                    """)
    void aNumberInDigitsIsRead(String text, String numbers) {
        assertThat(WrittenNumbers.of(text).stream()
                        .map(figure -> figure.values().iterator().next())
                        .map(BigDecimal::toPlainString)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(numbers == null ? "" : numbers);
    }

    @Test
    void theFirstOfTwoNumbersCanHaveTheUnitOfTheSecond() {
        assertThat(WrittenNumbers.of("from 20 to below 100 million yuan").get(0).values())
                .containsExactly(new BigDecimal(20), new BigDecimal(20_000_000));
        assertThat(WrittenNumbers.of("3 firms get 100 million yuan").get(0).values())
                .containsExactly(new BigDecimal(3));
    }

    @ParameterizedTest
    @CsvSource({
        "half of it, 50",
        "twenty-one, 21",
        "the third, 3",
        "September, 9",
        "two million, 2000000",
        "three quarters, 75",
        "一半, 50",
        "十二个月, 12",
        "三十万元, 300000",
        "第二年, 2",
        "两年, 2",
        "四分之三, 75",
        "百分之五, 5",
        "二〇二二年, 2022"
    })
    void aNumberInWordsIsRead(String text, BigDecimal number) {
        assertThat(NumberWords.of(text)).contains(number);
    }

    @ParameterizedTest
    @CsvSource({
        "earns one million yuan, earns 1 million yuan",
        "a million is at stake, 1 million is at stake",
        "half a million yuan, 0.5 million yuan",
        "twenty thousand yuan, 20 thousand yuan",
        "奖补三十万元, 奖补300000元",
        "奖补2万元, 奖补2万元",
        "one of them, one of them"
    })
    void wordsBeforeAUnitBecomeDigits(String text, String digits) {
        assertThat(NumberWords.inDigits(text)).isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    from 6 September 2022 on   | 2022-09-06
                    from September 6, 2022 on  | 2022-09-06
                    since 2022-09-06           | 2022-09-06
                    自2022年9月6日起           | 2022-09-06
                    by the end of 2023         |
                    on 31 June 2022            |
                    1-2022-09-061              |
                    """)
    void aWholeDayIsRead(String text, String day) {
        assertThat(WrittenDates.of(text).stream()
                        .map(found -> found.day().toString())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(day == null ? "" : day);
    }
}
