package io.subsidyrules.coverage;

import static io.subsidyrules.coverage.SmallPolicy.missing;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ceilings, least amounts and tiers: at the limit, and a step beyond it. */
class AmountCoverageTest {

    private static final String COST = "$work : Work( $cost : cost )";
    private static final String HALF = "award( $work, percent( 50 ).of( $cost ).atMost( yuan( 1_000 ) ) )";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2000.00 | first
            2000.01 | last
            1999.99 | last, first
            2000.02 | last, first
            """)
    void aCeilingIsToBeReachedAndPassed(String cost, String left) {
        assertThat(String.join(
                        ", ",
                        missing(SmallPolicy.of(COST, HALF).coverage("cost: " + cost), "is cut to").stream()
                                .map(sentence -> sentence.replaceFirst(".*, the (last|first) value .*", "$1"))
                                .toList()))
                .isEqualTo(left);
    }

    @Test
    void theSentenceNamesTheValuesAndTheLineIsThatOfTheAmount() {
        RuleCoverage coverage = SmallPolicy.of(COST, HALF).coverage();
        assertThat(missing(coverage, "is cut to"))
                .containsExactly(
                        "the rule “work” holds and the cost is 2,000, the last value before the amount is cut to"
                                + " 1,000 yuan.",
                        "the rule “work” holds and the cost is 2,000.01, the first value with which the amount is cut"
                                + " to 1,000 yuan.");
        assertThat(coverage.missing().get(coverage.missing().size() - 1).place())
                .hasToString("small/rules.drl:40:19");
    }

    @Test
    void aCeilingCountsOnlyWhereTheRuleHolds() {
        SmallPolicy policy = SmallPolicy.of("$work : Work( trained == true, $cost : cost )", HALF);
        assertThat(missing(policy.coverage("cost: 2000.00, trained: false"), "is cut to"))
                .hasSize(2);
        assertThat(missing(policy.coverage("cost: 2000.00, trained: true"), "is cut to"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cost <= 2000    | 0
            cost <= 2000.01 | 2
            cost > 2000.01  | 0
            cost >= 2000.01 | 0
            cost >= 2000    | 2
            """)
    void aCeilingThatTheConditionsKeepOutOfReachIsNoPoint(String condition, int points) {
        assertThat(missing(
                        SmallPolicy.of("$work : Work( %s, $cost : cost )".formatted(condition), HALF)
                                .coverage(),
                        "is cut to"))
                .hasSize(points);
    }

    @Test
    void aCeilingThatHangsOnTwoNumbersIsReachedByAStepOfOneOfThem() {
        SmallPolicy policy = SmallPolicy.of(
                "$work : Work( $cost : cost, $hires : hires )",
                "award( $work, percent( 50 ).of( $cost ).atMost( yuan( 100 ).times( $hires ) ) )");
        assertThat(missing(policy.coverage("cost: 400.00, hires: 2"), "is cut to"))
                .containsExactly("the rule “work” holds and a number that its amount hangs on has the first value"
                        + " with which the amount is cut to 100 yuan times the number of hires.");
        assertThat(missing(policy.coverage("cost: 400.00, hires: 2", "cost: 400.01, hires: 2"), "is cut to"))
                .isEmpty();
        assertThat(missing(policy.coverage("cost: 100.00, hires: 9"), "is cut to"))
                .hasSize(2);
    }

    @Test
    void aLeastAmountIsToBeReachedAndPassed() {
        SmallPolicy policy = SmallPolicy.of(
                COST, "award( $work, percent( 50 ).of( $cost ).atLeast( yuan( 10 ) ).atMost( yuan( 1_000 ) ) )");
        assertThat(missing(policy.coverage("cost: 19.99"), "raised to"))
                .containsExactly("the rule “work” holds and the cost is 20, the first value with which the amount is"
                        + " not raised to 10 yuan.");
        assertThat(missing(policy.coverage("cost: 20.00", "cost: 19.99"), "raised to"))
                .isEmpty();
    }

    @Test
    void everyTierIsToBeReachedAndItsEndToBeMet() {
        SmallPolicy policy = SmallPolicy.of(
                "$work : Work( $hires : hires )",
                "award( $work, tiers( $hires ).to( 3, yuan( 20 ) ).beyond( yuan( 30 ) ).atMost( yuan( 9_000 ) ) )");
        assertThat(missing(policy.coverage("hires: 3"), "tier"))
                .containsExactly(
                        "the amount of the rule “work” reaches the tier beyond 3.",
                        "the rule “work” holds and the number of hires is 4, the first value beyond the tier up to"
                                + " 3.");
        assertThat(missing(policy.coverage("hires: 3", "hires: 4"), "tier")).isEmpty();
        assertThat(missing(policy.coverage("hires: 5"), "tier")).hasSize(2);
    }

    @Test
    void twoCeilingsOfTheSameHeightAreTwo() {
        SmallPolicy policy = SmallPolicy.of(
                "$work : Work( $cost : cost, $hires : hires, $before : before )",
                "award( $work, percent( 50 ).of( $cost + $before ).atMost( yuan( 100 ) )"
                        + ".plus( percent( 40 ).of( $cost + $before ).atMost( yuan( 100 ) ) ) )");
        assertThat(missing(policy.coverage(), "is cut to 100 yuan")).hasSize(4);
    }
}
