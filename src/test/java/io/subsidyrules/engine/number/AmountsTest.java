package io.subsidyrules.engine.number;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Amounts made of parts, by the right values of real policies: exact, bounded where facts are missing, explained. */
class AmountsTest {

    private static final String FIELDS = """
            cost : BigDecimal @changeable @en( "cost" ) @zh( "费用" )
            sockets : Integer @changeable @range( "0..10000" ) @en( "number of sockets" ) @zh( "插座数" )
            before : BigDecimal @en( "output of 2019" ) @zh( "2019年产值" )
            now : BigDecimal @en( "output of 2020" ) @zh( "2020年产值" )
            hires : Integer @range( "0..10000" ) @en( "number of hires" ) @zh( "招用人数" )
            area : BigDecimal @unit( "squareMetre", 2 ) @range( "0..500" ) @en( "area" ) @zh( "面积" )
            """;

    private static NumberRules giving(String amount) {
        return NumberRules.rule(
                FIELDS,
                "$w : Work( $cost : cost, $sockets : sockets, $before : before, $now : now, $hires : hires, $area : area )",
                "award( $w, " + amount + " );");
    }

    @Test
    void theLessOfTwoAmountsIsGiven() {
        try (NumberRules rules = giving("percent( 75 ).of( $cost ).atMost( yuan( 350 ).times( $sockets ) )")) {
            assertThat(rules.told("\"sockets\":8,\"cost\":4000")).isEqualTo("ELIGIBLE 2800.00");
            assertThat(rules.told("\"sockets\":8,\"cost\":2000")).isEqualTo("ELIGIBLE 1500.00");
            assertThat(rules.told("\"cost\":4000")).isEqualTo("UNDETERMINED at stake 3000.00");
            assertThat(rules.questions("\"cost\":4000")).containsExactly("/claims/0/sockets");
            assertThat(rules.calculation("\"sockets\":8,\"cost\":4000", Language.EN))
                    .isEqualTo("75% of 4,000.00 = 3,000.00; 350.00 × 8 = 2,800.00; the less: 2,800.00");
            assertThat(rules.calculation("\"cost\":4000", Language.EN))
                    .isEqualTo("75% of the cost, at most 350 yuan times the number of sockets; at most 3,000.00, since "
                            + "not all of it is known");
        }
    }

    @Test
    void aPartOfAnIncrementHasACeiling() {
        try (NumberRules rules = giving("percent( 0.6 ).of( $now - $before ).atMost( yuan( 5_000_000 ) )")) {
            assertThat(rules.told("\"before\":900000000,\"now\":1000000000")).isEqualTo("ELIGIBLE 600000.00");
            assertThat(rules.told("\"before\":900000000,\"now\":800000000")).isEqualTo("ELIGIBLE 0.00");
            assertThat(rules.told("\"before\":900000000")).isEqualTo("UNDETERMINED at stake 5000000.00");
            assertThat(rules.told("\"now\":100000000")).isEqualTo("UNDETERMINED at stake 600000.00");
            assertThat(rules.calculation("\"before\":900000000,\"now\":1000000000", Language.ZH))
                    .isEqualTo("1,000,000,000.00 - 900,000,000.00 = 100,000,000.00；100,000,000.00 的 0.6% = 600,000.00；"
                            + "最多 5,000,000.00：600,000.00");
        }
    }

    @Test
    void aFactThatIsComparedIsNamedWithItsValue() {
        String facts = "\"cost\":4000,\"before\":2500,\"now\":9000";
        try (NumberRules rules =
                giving("percent( 75 ).of( $cost ).atMost( yuan( $before ) ).atMost( yuan( 5_000 ) )")) {
            assertThat(rules.calculation(facts, Language.EN))
                    .isEqualTo("75% of 4,000.00 = 3,000.00; output of 2019: 2,500.00; the less: 2,500.00; "
                            + "at most 5,000.00: 2,500.00");
            assertThat(rules.calculation(facts, Language.ZH))
                    .isEqualTo("4,000.00 的 75% = 3,000.00；2019年产值：2,500.00；取其低者：2,500.00；" + "最多 5,000.00：2,500.00");
        }
        try (NumberRules rules = giving("yuan( $cost ).atLeast( yuan( $before ) ).atMost( yuan( 5_000 ) )")) {
            assertThat(rules.calculation(facts, Language.EN))
                    .isEqualTo("cost: 4,000.00; output of 2019: 2,500.00; the more: 4,000.00; "
                            + "at most 5,000.00: 4,000.00");
            assertThat(rules.calculation(facts, Language.ZH))
                    .isEqualTo("费用：4,000.00；2019年产值：2,500.00；取其高者：4,000.00；最多 5,000.00：4,000.00");
        }
    }

    private static NumberRules ofProfits(String sum) {
        return NumberRules.rule(
                """
                before : BigDecimal @range( "-1000000..1000000" ) @en( "profit of 2019" ) @zh( "2019年利润" )
                now : BigDecimal @range( "-1000000..1000000" ) @en( "profit of 2020" ) @zh( "2020年利润" )
                """,
                "$w : Work( $before : before, $now : now )",
                "award( $w, percent( 10 ).of( %s ).atMost( yuan( 900 ) ) );".formatted(sum));
    }

    @Test
    void whatIsBelowNothingHasBracketsBehindASign() {
        try (NumberRules rules = ofProfits("$now - $before")) {
            assertThat(rules.calculation("\"now\":-200,\"before\":-1000", Language.EN))
                    .startsWith("-200.00 - (-1,000.00) = 800.00; ");
        }
        try (NumberRules rules = ofProfits("$now * 2 + $before")) {
            assertThat(rules.calculation("\"now\":-200,\"before\":-1000", Language.EN))
                    .startsWith("2 × (-200.00) + (-1,000.00) = -1,400.00; ");
        }
    }

    @Test
    void withoutACeilingAPersonDecidesOnMoreThanThePolicyPays() {
        try (NumberRules rules = giving("percent( 30 ).of( $cost ).withoutCeiling()")) {
            assertThat(rules.told("\"cost\":500000000")).isEqualTo("REFERRED at stake 150000000.00");
            assertThat(rules.told("\"cost\":300000000")).isEqualTo("ELIGIBLE 90000000.00");
        }
    }

    @Test
    void partsAreAddedAndBoundedFromBothSides() {
        try (NumberRules rules = giving(
                "percent( 20 ).of( $cost ).plus( yuan( 10_000 ) ).atLeast( yuan( 15_000 ) ).atMost( yuan( 200_000 ) )")) {
            assertThat(rules.told("\"cost\":100000")).isEqualTo("ELIGIBLE 30000.00");
            assertThat(rules.told("\"cost\":100")).isEqualTo("ELIGIBLE 15000.00");
            assertThat(rules.told("\"cost\":10000000")).isEqualTo("ELIGIBLE 200000.00");
            assertThat(rules.told("")).isEqualTo("UNDETERMINED at stake 200000.00");
        }
    }

    @Test
    void aRangeIsACeilingTooAndAQuantityCanHaveDecimals() {
        try (NumberRules rules = giving("yuan( 1_000 ).times( $area )")) {
            assertThat(rules.told("\"area\":12.25")).isEqualTo("ELIGIBLE 12250.00");
            assertThat(rules.told("")).isEqualTo("UNDETERMINED at stake 500000.00");
        }
    }

    @Test
    void eachUnitOfATierHasItsYuan() {
        try (NumberRules rules =
                giving("tiers( $hires ).to( 3, yuan( 2_000 ) ).beyond( yuan( 3_000 ) ).atMost( yuan( 30_000 ) )")) {
            assertThat(rules.told("\"hires\":1")).isEqualTo("ELIGIBLE 2000.00");
            assertThat(rules.told("\"hires\":3")).isEqualTo("ELIGIBLE 6000.00");
            assertThat(rules.told("\"hires\":4")).isEqualTo("ELIGIBLE 9000.00");
            assertThat(rules.told("\"hires\":11")).isEqualTo("ELIGIBLE 30000.00");
            assertThat(rules.told("\"hires\":12")).isEqualTo("ELIGIBLE 30000.00");
            assertThat(rules.told("")).isEqualTo("UNDETERMINED at stake 30000.00");
            assertThat(rules.calculation("\"hires\":11", Language.EN))
                    .isEqualTo("3 × 2,000.00 + 8 × 3,000.00 = 30,000.00; at most 30,000.00: 30,000.00");
        }
    }

    @Test
    void eachPartOfAnIncrementHasItsPercentage() {
        try (NumberRules rules = giving("tiers( $now - $before ).to( percent( 60 ).of( $before ), percent( 1 ) )"
                + ".beyond( percent( 1.2 ) ).atMost( yuan( 10_000_000 ) )")) {
            assertThat(rules.told("\"before\":200000000,\"now\":400000000")).isEqualTo("ELIGIBLE 2160000.00");
            assertThat(rules.told("\"before\":2000000000,\"now\":4000000000")).isEqualTo("ELIGIBLE 10000000.00");
            assertThat(rules.told("\"before\":200000000")).isEqualTo("UNDETERMINED at stake 10000000.00");
            // Nothing of it stays with the first rate where there was no output before: 1.2% of 400 million.
            assertThat(rules.told("\"now\":400000000")).isEqualTo("UNDETERMINED at stake 4800000.00");
        }
    }

    /** Beyond the last limit nothing is given: 30% of 30,000 is the most, however high the cost is. */
    @Test
    void tiersThatEndAreACeilingToo() {
        try (NumberRules rules =
                giving("tiers( $cost ).to( yuan( 10_000 ), percent( 10 ) ).to( yuan( 30_000 ), percent( 30 ) )")) {
            assertThat(rules.told("\"cost\":20000")).isEqualTo("ELIGIBLE 4000.00");
            assertThat(rules.told("\"cost\":90000")).isEqualTo("ELIGIBLE 7000.00");
            assertThat(rules.told("")).isEqualTo("UNDETERMINED at stake 7000.00");
        }
        try (NumberRules rules = NumberRules.rule(
                "jobs : Integer @en( \"jobs\" ) @zh( \"岗位\" )",
                "$w : Work( $jobs : jobs )",
                "award( $w, tiers( $jobs ).to( 3, yuan( 2_000 ) ) );")) {
            assertThat(rules.told("\"jobs\":900")).isEqualTo("ELIGIBLE 6000.00");
            assertThat(rules.told("")).isEqualTo("UNDETERMINED at stake 6000.00");
        }
    }

    /** Of 26,364 less an income the income is at least nothing, so that the difference needs no ceiling. */
    @Test
    void aSumOfMoneyCanBeginWithANumber() {
        try (NumberRules rules = giving("percent( 8 ).of( 26_364 - $cost )")) {
            assertThat(rules.told("\"cost\":6364")).isEqualTo("ELIGIBLE 1600.00");
            assertThat(rules.told("\"cost\":26365")).isEqualTo("ELIGIBLE 0.00");
            assertThat(rules.told("")).isEqualTo("UNDETERMINED at stake 2109.12");
            assertThat(rules.calculation("\"cost\":6364", Language.EN))
                    .isEqualTo("26,364.00 - 6,364.00 = 20,000.00; 8% of 20,000.00 = 1,600.00");
            assertThat(rules.calculation("", Language.EN))
                    .startsWith("8% of the amount by which 26,364 exceeds the cost");
            assertThat(rules.calculation("", Language.ZH)).startsWith("26,364减去费用之差的8%");
        }
        try (NumberRules rules = giving("yuan( ( 26_364 - $cost ) * 2 )")) {
            assertThat(rules.told("\"cost\":6364")).isEqualTo("ELIGIBLE 40000.00");
        }
        try (NumberRules rules = giving("yuan( 5 ).times( 10 - $sockets )")) {
            assertThat(rules.told("\"sockets\":8")).isEqualTo("ELIGIBLE 10.00");
        }
    }

    @Test
    void aLossIsTakenFromNothing() {
        try (NumberRules rules = NumberRules.rule(
                "profit : BigDecimal @range( \"-5000..5000\" ) @en( \"profit\" ) @zh( \"利润\" )",
                "$w : Work( $profit : profit )",
                "award( $w, percent( 10 ).of( 0 - $profit ) );")) {
            assertThat(rules.told("\"profit\":-3000")).isEqualTo("ELIGIBLE 300.00");
            assertThat(rules.told("\"profit\":3000")).isEqualTo("ELIGIBLE 0.00");
            assertThat(rules.told("")).isEqualTo("UNDETERMINED at stake 500.00");
            assertThat(rules.calculation("\"profit\":-3000", Language.EN))
                    .isEqualTo("0.00 - (-3,000.00) = 3,000.00; 10% of 3,000.00 = 300.00");
        }
    }

    /** With a base that comes twice, the best is neither end of its range: 20% of a third more than half of it. */
    @Test
    void theMostIsExactWhereAFactComesTwice() {
        try (NumberRules rules = giving("percent( 10 ).of( $before ).atMost( percent( 20 ).of( $now - $before ) )"
                + ".atMost( yuan( 1_000_000 ) )")) {
            assertThat(rules.told("\"now\":300")).isEqualTo("UNDETERMINED at stake 20.00");
        }
    }

    @Test
    void conditionsLimitWhatIsAtStake() {
        try (NumberRules rules = NumberRules.rule(
                FIELDS,
                "$w : Work( hires >= 1, hires <= 3, $hires : hires )",
                "award( $w, yuan( 2_000 ).times( $hires ) );")) {
            assertThat(rules.told("")).isEqualTo("UNDETERMINED at stake 6000.00");
        }
    }

    /** What is known of one number leaves none for another: more than four times 300 is not below 1,000. */
    @Test
    void nothingIsAtStakeWhereAnUnknownNumberCanHaveNoValue() {
        for (String amount : List.of("yuan( 1_000 )", "percent( 10 ).of( $cost ).atMost( yuan( 1_000 ) )")) {
            try (NumberRules rules = NumberRules.rule(
                    FIELDS,
                    "$w : Work( now > before * 4 && cost >= 0, now < 1_000, $cost : cost )",
                    "award( $w, " + amount + " );")) {
                assertThat(rules.told("\"before\":300,\"cost\":10000")).isEqualTo("UNDETERMINED at stake 0.00");
                assertThat(rules.told("\"before\":200,\"cost\":10000")).isEqualTo("UNDETERMINED at stake 1000.00");
                assertThat(rules.told("\"now\":900,\"cost\":10000")).isEqualTo("UNDETERMINED at stake 1000.00");
            }
        }
    }

    @Test
    void aChangeTellsWhatWouldBeGained() {
        try (NumberRules rules = NumberRules.rule(
                FIELDS,
                "$w : Work( $cost : cost, $sockets : sockets, sockets >= 2 )",
                "award( $w, percent( 75 ).of( $cost ).atMost( yuan( 350 ).times( $sockets ) ) );")) {
            assertThat(rules.gains("\"sockets\":1,\"cost\":1000"))
                    .containsExactly("750.00: number of sockets: 2 or more");
        }
    }
}
