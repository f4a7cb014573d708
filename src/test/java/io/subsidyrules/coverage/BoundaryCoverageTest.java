package io.subsidyrules.coverage;

import static io.subsidyrules.coverage.SmallPolicy.missing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last values with which a comparison is true, and the first with which it is false. */
class BoundaryCoverageTest {

    /** The values of the points of a condition on one field, with whether it is true there. */
    private static List<String> edges(String condition, String... claims) {
        return missing(
                        SmallPolicy.when("$work : Work( %s )".formatted(condition))
                                .coverage(claims),
                        "just")
                .stream()
                .filter(sentence -> !sentence.contains("date of the evaluation"))
                .map(sentence ->
                        sentence.replaceFirst("^the .*? is (.*), with which this is just (true|false): .*", "$1 $2"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hires >= 3             | 2 false, 3 true
            hires > 3              | 3 false, 4 true
            hires < 3              | 2 true, 3 false
            hires <= 3             | 3 true, 4 false
            3 <= hires             | 3 true, 2 false
            hires == 3             | 2 false, 3 true, 4 false
            hires != 3             | 2 true, 3 false, 4 true
            hires == 0             | 0 true, 1 false
            hires <= 100           | ''
            hires >= 1 && hires < 9 | 0 false, 1 true, 8 true, 9 false
            cost > 0               | 0 false, 0.01 true
            cost <= 500.50         | 500.50 true, 500.51 false
            doneOn >= "2021-03-01" | 28 February 2021 false, 1 March 2021 true
            doneOn.plusMonths( 1 ) > "2021-03-30" | 28 February 2021 false, 1 March 2021 true
            doneOn.year >= 2021    | 31 December 2020 false, 1 January 2021 true
            cost * 3 >= 100        | 33.33 false, 33.34 true
            """)
    void theValuesOnBothSidesAreThoseOfTheLeastStep(String condition, String edges) {
        assertThat(String.join(", ", edges(condition))).isEqualTo(edges);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hires: 2 | 3 true
            hires: 3 | 2 false
            hires: 4 | 2 false, 3 true
            hires: 0 | 2 false, 3 true
            cost: 3  | 2 false, 3 true
            """)
    void onlyTheValueItselfCovers(String facts, String left) {
        assertThat(String.join(", ", edges("hires >= 3", facts))).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cost: 10.00, before: 10.00 | false
            cost: 9.99, before: 10.00  | true
            cost: 9.98, before: 10.00  | false true
            cost: 10.01, before: 10.00 | false true
            cost: 10.00                | false true
            """)
    void twoFieldsMeetWhereTheyAreEqualOrAStepApart(String facts, String left) {
        assertThat(missing(SmallPolicy.when("$work : Work( cost >= before )").coverage(facts), "this is just").stream()
                        .filter(sentence -> !sentence.contains("evaluation"))
                        .map(sentence -> sentence.replaceFirst("^this is just (true|false), .*", "$1")))
                .containsExactlyInAnyOrder(left.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2021-06-01 | 2020-06-01 | true
            2021-05-31 | 2020-06-01 | false
            2021-06-02 | 2020-06-01 | true false
            """)
    void aDateMeetsTheDayOfTheEvaluationAPeriodLater(String asOf, String doneOn, String left) {
        RuleCoverage coverage = SmallPolicy.when("$work : Work( asOf < doneOn.plusYears( 1 ) )")
                .coverageOf("asOf: %s, applicant: {}, claims: [ { doneOn: %s } ]".formatted(asOf, doneOn));
        assertThat(missing(coverage, "this is just").stream()
                        .filter(sentence -> !sentence.contains("1 January"))
                        .map(sentence -> sentence.replaceFirst("^this is just (true|false), .*", "$1")))
                .containsExactlyInAnyOrder(left.split(" "));
    }

    @Test
    void anEqualityOfTwoFieldsHasWhatIsLessAndWhatIsMore() {
        SmallPolicy policy = SmallPolicy.when("$work : Work( cost == before )");
        String said = "the cost is the same";
        assertThat(missing(policy.coverage(), said))
                .filteredOn(sentence -> sentence.contains("just"))
                .hasSize(3);
        assertThat(missing(policy.coverage("cost: 1.00, before: 1.00"), said))
                .filteredOn(sentence -> sentence.contains("just"))
                .hasSize(2);
        assertThat(missing(
                        policy.coverage(
                                "cost: 1.00, before: 1.00", "cost: 0.99, before: 1.00", "cost: 1.01, before: 1.00"),
                        said))
                .noneMatch(sentence -> sentence.contains("just"));
    }

    @Test
    void whatNeverReachesALimitHasNoBoundaryThere() {
        assertThat(missing(
                        SmallPolicy.when("$work : Work( hires + hires <= 200 )").coverage(), "just true"))
                .noneMatch(sentence -> sentence.contains("hires"));
        assertThat(missing(
                        SmallPolicy.when("$work : Work( hires - cost <= 100 )").coverage(), "just false"))
                .noneMatch(sentence -> sentence.contains("hires"));
    }

    @Test
    void theFirstDayOfARuleAndTheDayBeforeAreBoundaries() {
        SmallPolicy policy = SmallPolicy.when("$work : Work( hires >= 1 )");
        assertThat(missing(policy.coverage(), "the date of the evaluation is "))
                .extracting(sentence -> sentence.replaceFirst(", .*", ""))
                .containsExactly(
                        "the date of the evaluation is 31 December 2019",
                        "the date of the evaluation is 1 January 2020");
        String on = "asOf: %s, applicant: {}, claims: [ { hires: 1 } ]";
        assertThat(missing(
                        policy.coverageOf(on.formatted("2019-12-31"), on.formatted("2020-01-01")),
                        "the date of the evaluation is "))
                .isEmpty();
    }

    @Test
    void theEndOfARuleIsABoundaryAtTheLineThatWritesIt() {
        SmallPolicy policy = SmallPolicy.rules("""
                rule "work"
                    @clause( "1.1" ) @per( "claim" )
                    date-effective "2020-01-01"
                    date-expires "2021-01-01"
                when
                    $work : Work( hires >= 1 )
                then
                    award( $work, yuan( 100 ) );
                end
                """);
        assertThat(policy.coverage().missing().stream()
                        .filter(point -> point.point().missing().en().contains("is before 1 January 2021"))
                        .map(point -> point.point().missing().en().replaceFirst(".*evaluation is (.*?), .*", "$1") + " "
                                + point.place().line()))
                .containsExactly("31 December 2020 37", "1 January 2021 37");
    }

    @Test
    void theDayBeforeALaterRuleIsOneOfTheRuleBeforeIt() {
        SmallPolicy policy = SmallPolicy.rules("""
                rule "work"
                    @clause( "1.1" ) @per( "claim" )
                    date-effective "2020-01-01"
                    date-expires "2021-01-01"
                when
                    $work : Work( hires >= 1 )
                then
                    award( $work, yuan( 100 ) );
                end
                rule "work later"
                    @clause( "1.1" ) @per( "claim" ) @item( "work" )
                    date-effective "2021-01-01"
                when
                    $work : Work( hires >= 1 )
                then
                    award( $work, yuan( 200 ) );
                end
                """);
        String on = "asOf: %s, applicant: {}, claims: [ { hires: 1 } ]";
        assertThat(missing(policy.coverageOf(on.formatted("2020-12-31")), "1 January 2021"))
                .hasSize(2)
                .allMatch(sentence -> sentence.contains("evaluation is 1 January 2021,"));
        assertThat(missing(policy.coverageOf(on.formatted("2020-12-31"), on.formatted("2021-01-01")), "1 January 2021"))
                .isEmpty();
    }

    @Test
    void theNumberThatMembersComeToHasBoundariesToo() {
        SmallPolicy policy = SmallPolicy.when("""
                $work : Work()
                accumulate( Worker( months > 12 ) from $work.workers; $n : count(); $n >= 2 )""");
        String number = "the number of the workers for which the months is more than 12 is ";
        assertThat(missing(policy.coverage(), number).stream().filter(one -> one.startsWith(number)))
                .extracting(sentence -> sentence.replace(number, "").replaceFirst(",.*", ""))
                .containsExactly("1", "2");
        assertThat(missing(policy.coverage("workers: [ { months: 13 }, { months: 1 } ]"), number).stream()
                        .filter(one -> one.startsWith(number)))
                .extracting(sentence -> sentence.replace(number, "").replaceFirst(",.*", ""))
                .containsExactly("2");
    }
}
