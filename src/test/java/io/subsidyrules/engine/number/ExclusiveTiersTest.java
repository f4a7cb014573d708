package io.subsidyrules.engine.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tiers that are rules of their own exclude each other: at stake is the largest of them, never their sum. */
class ExclusiveTiersTest {

    private static final String FIELDS = """
            hires : Integer @range( "0..10000" ) @en( "hires" ) @zh( "人数" )
            sales1 : BigDecimal @en( "sales of the first year" ) @zh( "第一年销售额" )
            sales3 : BigDecimal @en( "sales of the last year" ) @zh( "上年度销售额" )
            doneOn : LocalDate @en( "day" ) @zh( "日期" )
            """;

    private static String atStake(String facts, List<String> conditions) {
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < conditions.size(); i++) {
            rules.append(NumberRules.rule(
                    "i" + i,
                    "i" + i,
                    "$w : Work( " + conditions.get(i) + " )",
                    "award( $w, yuan( " + (i + 1) + "00 ) );"));
        }
        try (NumberRules policy = NumberRules.items(NumberRules.declare(FIELDS), rules.toString(), conditions.size())) {
            return policy.answer("2024-01-01", facts).atStake().toString();
        }
    }

    @Test
    void numbersThatCannotBeAtOneTimeExcludeEachOther() {
        assertThat(atStake("", List.of("hires >= 1, hires <= 3", "hires >= 4, hires <= 10", "hires > 10")))
                .isEqualTo("300.00");
        assertThat(atStake("", List.of("hires >= 1, hires <= 3", "hires >= 3, hires <= 10", "hires > 10")))
                .isEqualTo("300.00");
        assertThat(atStake("", List.of("hires >= 3", "hires <= 3"))).isEqualTo("300.00");
        assertThat(atStake("", List.of("hires in ( 1, 2 )", "hires in ( 3, 4 )")))
                .isEqualTo("200.00");
    }

    @Test
    void datesExcludeEachOtherToo() {
        assertThat(atStake("", List.of("doneOn < \"2024-01-01\"", "doneOn >= \"2024-01-01\"")))
                .isEqualTo("200.00");
    }

    @Test
    void sumsThatCannotBeAtOneTimeExcludeEachOther() {
        assertThat(atStake(
                        "\"sales3\":70000000",
                        List.of(
                                "sales3 > sales1 * 1.96, sales3 < sales1 * 4",
                                "sales3 >= sales1 * 4, sales3 <= sales1 * 6.25",
                                "sales3 > sales1 * 6.25")))
                .isEqualTo("300.00");
        assertThat(atStake("", List.of("sales3 > sales1", "sales3 * 2 > sales1")))
                .isEqualTo("300.00");
    }
}
