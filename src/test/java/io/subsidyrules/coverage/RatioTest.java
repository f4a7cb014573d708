package io.subsidyrules.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioTest {

    @ParameterizedTest
    @CsvSource({
        "0, 3, 0.0, 0, 0.0000",
        "2, 3, 66.6, 66, 0.6666",
        "9999, 10000, 99.9, 99, 0.9999",
        "999999, 1000000, 99.9, 99, 0.9999",
        "3, 3, 100.0, 100, 1.0000",
        "0, 0, 100.0, 100, 1.0000"
    })
    void aPercentageIsRoundedDown(int covered, int all, String percent, int whole, String rate) {
        Ratio ratio = new Ratio(covered, all);
        assertThat(ratio.percent()).hasToString(percent);
        assertThat(ratio.wholePercent()).isEqualTo(whole);
        assertThat(ratio.rate()).hasToString(rate);
    }

    @Test
    void theLeastThatIsAskedForIsComparedExactly() {
        assertThat(new Ratio(999_999, 1_000_000).isAtLeast(new BigDecimal("100")))
                .isFalse();
        assertThat(new Ratio(2, 3).isAtLeast(new BigDecimal("66.66"))).isTrue();
        assertThat(new Ratio(2, 3).isAtLeast(new BigDecimal("66.67"))).isFalse();
        assertThat(new Ratio(0, 0).isAtLeast(new BigDecimal("100"))).isTrue();
    }
}
