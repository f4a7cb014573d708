package io.subsidyrules.engine.number;

import static io.subsidyrules.engine.number.NumberRules.declare;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.subsidyrules.text.Language;
import org.junit.jupiter.api.Test;

/** {@code @decides} names the date whose day decides which rule is in force, in the place of the evaluation's. */
class DecidingDayTest {

    private static final String FIELDS = """
            cost : BigDecimal @range( "0..1000000" ) @en( "cost" ) @zh( "费用" )
            boughtOn : LocalDate @en( "date of purchase" ) @zh( "购买日期" )
            filedOn : LocalDate @en( "date of filing" ) @zh( "申报日期" )
            """;

    /** The old rule pays 100 yuan until the end of 2025, the new one 300 from 2026 on. */
    private static final String TWO_YEARS = rule("before", "i0", "", "2025-01-01\" date-expires \"2026-01-01", "100")
            + rule("after", "i0", "", "2026-01-01", "300");

    private static String rule(String name, String item, String annotation, String period, String yuan) {
        return """
                rule "%s" @item( "%s" ) @clause( "1.1" ) @per( "p" ) %s date-effective "%s"
                when $w : Work( cost > 0 ) then award( $w, yuan( %s ) ); end
                """.formatted(name, item, annotation, period, yuan);
    }

    private static String decidedByTheType() {
        return declare(FIELDS).replace("@en( \"work\" )", "@decides( \"boughtOn\" ) @en( \"work\" )");
    }

    @Test
    void theDayOfTheEventDecidesWhateverTheDayOfTheEvaluation() {
        try (NumberRules policy = NumberRules.items(decidedByTheType(), TWO_YEARS, 1)) {
            String bought = "\"cost\":5,\"boughtOn\":\"%s\"";
            assertThat(policy.answer("2026-01-02", bought.formatted("2025-12-31"))
                            .total()
                            .toString())
                    .isEqualTo("100.00");
            assertThat(policy.answer("2026-01-02", bought.formatted("2026-01-01"))
                            .total()
                            .toString())
                    .isEqualTo("300.00");
            assertThat(policy.answer("2027-01-02", bought.formatted("2024-12-31"))
                            .total()
                            .toString())
                    .isEqualTo("0.00");
        }
    }

    @Test
    void withoutItTheDayOfTheEvaluationDecides() {
        try (NumberRules policy = NumberRules.items(declare(FIELDS), TWO_YEARS, 1)) {
            assertThat(policy.answer("2026-01-02", "\"cost\":5,\"boughtOn\":\"2025-12-31\"")
                            .total()
                            .toString())
                    .isEqualTo("300.00");
        }
    }

    @Test
    void aDayThatIsNotKnownIsAskedForAndTheMostOfTheRulesIsAtStake() {
        try (NumberRules policy = NumberRules.items(decidedByTheType(), TWO_YEARS, 1)) {
            assertThat(policy.told("\"cost\":5")).isEqualTo("UNDETERMINED at stake 300.00");
            assertThat(policy.answer("2026-01-02", "\"cost\":5").atStake().toString())
                    .isEqualTo("300.00");
            assertThat(policy.questions("\"cost\":5")).containsExactly("/claims/0/boughtOn");
            assertThat(policy.told("\"cost\":0")).isEqualTo("NOT_ELIGIBLE");
            assertThat(policy.questions("\"boughtOn\":\"2025-12-31\"")).containsExactly("/claims/0/cost");
            assertThat(policy.told("\"boughtOn\":\"2025-12-31\"")).isEqualTo("UNDETERMINED at stake 100.00");
        }
    }

    @Test
    void whatOtherDatesLeaveNoDayForIsNotAtStake() {
        String before = TWO_YEARS.replace("cost > 0", "cost > 0, filedOn >= boughtOn, boughtOn <= asOf");
        try (NumberRules policy = NumberRules.items(decidedByTheType(), before, 1)) {
            String filed = "\"cost\":5,\"filedOn\":\"%s\"";
            assertThat(policy.answer("2026-06-01", filed.formatted("2026-05-01"))
                            .atStake()
                            .toString())
                    .isEqualTo("300.00");
            assertThat(policy.answer("2026-06-01", filed.formatted("2025-05-01"))
                            .atStake()
                            .toString())
                    .as("it was filed before the new rule")
                    .isEqualTo("100.00");
            assertThat(policy.answer("2025-06-01", "\"cost\":5").atStake().toString())
                    .as("nothing is bought after the evaluation")
                    .isEqualTo("100.00");
            assertThat(policy.answer("2024-06-01", "\"cost\":5").atStake().toString())
                    .isEqualTo("0.00");
        }
    }

    @Test
    void rulesOfDifferentPeriodsOfOneDayExcludeEachOther() {
        String rules = rule("before", "i0", "", "2025-01-01\" date-expires \"2026-01-01", "100")
                + rule("after", "i1", "", "2026-01-01", "300");
        try (NumberRules policy = NumberRules.items(decidedByTheType(), rules, 2)) {
            assertThat(policy.answer("2026-01-02", "\"cost\":5").atStake().toString())
                    .isEqualTo("300.00");
        }
    }

    @Test
    void whatFailsIsTheDateOfTheEventInBothLanguages() {
        try (NumberRules policy = NumberRules.items(decidedByTheType(), TWO_YEARS, 1)) {
            String late = "\"cost\":5,\"boughtOn\":\"2024-12-31\"";
            assertThat(policy.item(late).failed()).singleElement().satisfies(failed -> {
                assertThat(failed.pointer()).isEqualTo("/claims/0/boughtOn");
                assertThat(failed.text().in(Language.EN))
                        .isEqualTo("the date of purchase is within the period from 1 January 2025 to 31 December 2025");
                assertThat(failed.text().in(Language.ZH)).isEqualTo("购买日期在2025年1月1日至2025年12月31日期间");
            });
            assertThat(policy.changes(late)).containsExactly("date of purchase: 1 January 2026 or later");
        }
    }

    @Test
    void aRuleSetsItsOwnDayAgainstThatOfItsType() {
        String rules = rule("filed", "i0", "@decides( \"filedOn\" )", "2026-01-01", "100")
                + rule("evaluated", "i1", "@decides( \"asOf\" )", "2026-01-01", "300");
        try (NumberRules policy = NumberRules.items(decidedByTheType(), rules, 2)) {
            assertThat(policy.answer("2025-06-01", "\"cost\":5,\"boughtOn\":\"2025-01-01\",\"filedOn\":\"2026-01-01\"")
                            .total()
                            .toString())
                    .isEqualTo("100.00");
            assertThat(policy.answer("2026-06-01", "\"cost\":5,\"boughtOn\":\"2025-01-01\",\"filedOn\":\"2025-01-01\"")
                            .total()
                            .toString())
                    .isEqualTo("300.00");
        }
    }

    @Test
    void itIsRefusedWhereItNamesNoDateOrRulesOfAnItemDisagree() {
        assertThatThrownBy(() -> NumberRules.items(
                        declare(FIELDS), rule("r", "i0", "@decides( \"cost\" )", "2026-01-01", "100"), 1))
                .hasMessageContaining("NO_DECIDING_DAY");
        assertThatThrownBy(() -> NumberRules.items(
                        declare(FIELDS),
                        rule("a", "i0", "@decides( \"boughtOn\" )", "2025-01-01\" date-expires \"2026-01-01", "100")
                                + rule("b", "i0", "", "2026-01-01", "300"),
                        1))
                .hasMessageContaining("DAYS_DISAGREE");
    }
}
