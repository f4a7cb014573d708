package io.subsidyrules.coverage;

import static io.subsidyrules.coverage.SmallPolicy.missing;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules and conditions that are true, false and unknown; constants, and listed values. */
class TruthCoverageTest {

    private static final String TRAINED = "$work : Work( trained == true )";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            trained: true  | this is false: trained., this is unknown: trained.
            trained: false | this is true: trained., this is unknown: trained.
            hires: 1       | this is true: trained., this is false: trained.
            """)
    void aConditionIsToBeTrueAndFalseAndUnknown(String facts, String missing) {
        assertThat(missing(SmallPolicy.when(TRAINED).coverage(facts), ": trained."))
                .containsExactly(missing.split(", "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            trained: true  | the rule “work” does not hold., it is unknown whether the rule “work” holds.
            trained: false | the rule “work” holds., it is unknown whether the rule “work” holds.
            hires: 1       | the rule “work” holds., the rule “work” does not hold.
            """)
    void soIsARule(String facts, String missing) {
        assertThat(missing(SmallPolicy.when(TRAINED).coverage(facts), "“work”")).containsExactly(missing.split(", "));
    }

    @Test
    void aRuleIsUnknownWhereItsAmountIs() {
        SmallPolicy policy =
                SmallPolicy.of("$work : Work( $cost : cost )", "award( $work, yuan( $cost ).atMost( yuan( 9 ) ) )");
        assertThat(missing(policy.coverage("hires: 1"), "unknown")).isEmpty();
        assertThat(missing(policy.coverage("cost: 1.00"), "unknown")).hasSize(1);
    }

    @Test
    void whatReadsRequiredFieldsOnlyCannotBeUnknown() {
        RuleCoverage coverage =
                SmallPolicy.when("$work : Work( place == \"A\" )").coverage();
        assertThat(missing(coverage, "unknown")).isEmpty();
        assertThat(missing(coverage, "the place is"))
                .containsExactly("this is true: the place is “A”.", "this is false: the place is “A”.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hires >= 0                                  | false
            hires <= 100                                | false
            hires >= 1                                  | ''
            level in ( Level.CITY, Level.STATE )        | false
            level == Level.CITY                         | ''
            trained in ( true, false )                  | false
            hires + cost >= 0                           | false
            hires + cost > 0                            | ''
            hires >= 0 && hires <= 100                  | false
            hires >= 0 && hires <= 99                   | ''
            doneOn.plusMonths( 1 ) > doneOn.plusDays( 30 ) | ''
            place str[startsWith] "13"                  | ''
            """)
    void whatCannotBeFalseIsNoPoint(String condition, String impossible) {
        RuleCoverage coverage =
                SmallPolicy.when("$work : Work( %s )".formatted(condition)).coverage();
        assertThat(missing(coverage, "this is true: ")).hasSize(1);
        assertThat(missing(coverage, "this is false: ")).hasSize(impossible.equals("false") ? 0 : 1);
    }

    @Test
    void aConditionThatRulesInheritIsOneWhereItIsWritten() {
        SmallPolicy policy = SmallPolicy.rules("""
                rule "base"
                when
                    $work : Work( trained == true, $hires : hires )
                then
                end
                rule "work" extends "base"
                    @clause( "1.1" ) @per( "claim" )
                    date-effective "2020-01-01" date-expires "2021-01-01"
                when
                    Applicant( $hires >= 1 )
                then
                    award( $work, yuan( 100 ) );
                end
                rule "work later" extends "base"
                    @clause( "1.1" ) @per( "claim" ) @item( "work" )
                    date-effective "2021-01-01"
                when
                    Applicant( $hires >= 2 )
                then
                    award( $work, yuan( 200 ) );
                end
                """);
        assertThat(missing(policy.coverage(), "this is true: trained.")).hasSize(1);
        assertThat(missing(
                        policy.coverageOf("asOf: 2020-06-01, applicant: {}, claims: [ { trained: true } ]"),
                        "this is true: trained."))
                .isEmpty();
        assertThat(missing(policy.coverage("trained: true"), "this is true: trained."))
                .isEmpty();
    }

    @Test
    void everyConstantOfAFieldThatARuleReadsIsToBeSeen() {
        SmallPolicy policy = SmallPolicy.when("$work : Work( level == Level.STATE )");
        assertThat(missing(policy.coverage(), "the level is “"))
                .containsExactly("the level is “city” (CITY).", "the level is “state” (STATE).");
        assertThat(missing(policy.coverage("level: CITY"), "the level is “"))
                .containsExactly("the level is “state” (STATE).");
        assertThat(missing(SmallPolicy.when(TRAINED).coverage(), "the level is “"))
                .isEmpty();
    }

    @Test
    void aConstantCountsOnlyWhereARuleReadIt() {
        SmallPolicy policy = SmallPolicy.when("$work : Work( level == Level.STATE )");
        String repeated = "applicant: {}, claims: [ { level: CITY }, { type: Work, place: A, level: STATE } ]";
        assertThat(missing(policy.coverageOf(repeated), "the level is “"))
                .containsExactly("the level is “state” (STATE).");
    }

    @Test
    void everyListedNumberOrTextIsToBeSeen() {
        SmallPolicy policy = SmallPolicy.when("$work : Work( hires in ( 2, 5 ), place in ( \"A\", \"B\" ) )");
        assertThat(missing(policy.coverage("hires: 5"), "as listed in this"))
                .containsExactly(
                        "the number of hires is 2, as listed in this: the number of hires is 2 or 5.",
                        "the place is B, as listed in this: the place is “A” or “B”.");
    }

    @Test
    void aConditionOnMembersIsHeldAgainstEachOfThem() {
        SmallPolicy policy = SmallPolicy.when("""
                $work : Work()
                accumulate( Worker( months > 12 ) from $work.workers; $n : count(); $n >= 1 )""");
        String members = "the months is more than 12.";
        assertThat(missing(policy.coverage("workers: []"), ": " + members)).hasSize(5);
        assertThat(missing(policy.coverage("workers: [ { months: 13 }, { months: 12 }, {} ]"), ": " + members))
                .isEmpty();
    }

    @Test
    void whetherAnAwardIsRecordedCanBeUnknownSinceAnEvaluationDoesNotLook() {
        SmallPolicy policy = SmallPolicy.when("$work : Work()\nnot( Awards( item == \"work\" ) )");
        assertThat(missing(policy.coverage(), ": no award for “Work” is recorded"))
                .hasSize(3);
        assertThat(missing(policy.coverage("hires: 1"), "this is unknown")).isEmpty();
        assertThat(missing(policy.coverageOf("applicant: {}, claims: [ { hires: 1 } ], earlier: []"), "this is true"))
                .isEmpty();
    }
}
