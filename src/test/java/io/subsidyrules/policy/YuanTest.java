package io.subsidyrules.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YuanTest {

    @ParameterizedTest
    @CsvSource({"50, 1234567.89, 617283.94", "50, 0.01, 0.00", "50, 0.03, 0.01", "100, 5.55, 5.55", "12.5, 0.79, 0.09"})
    void aPercentageIsRoundedDownToTheFen(String percent, String amount, String expected) {
        assertThat(Yuan.percentOf(new BigDecimal(percent), new BigDecimal(amount)))
                .isEqualTo(Yuan.of(expected));
    }

    @Test
    void aCeilingHoldsFromItsOwnValue() {
        Yuan ceiling = Yuan.of("1000000");
        assertThat(Yuan.of("999999.99").atMost(ceiling)).isEqualTo(Yuan.of("999999.99"));
        assertThat(Yuan.of("1000000").atMost(ceiling)).isEqualTo(ceiling);
        assertThat(Yuan.of("1000000.01").atMost(ceiling)).isEqualTo(ceiling);
    }

    @Test
    void aNegativeAmountIsRefused() {
        assertThatThrownBy(() -> Yuan.of("-0.01")).hasMessage("The amount (-0.01) is negative.");
    }
}
