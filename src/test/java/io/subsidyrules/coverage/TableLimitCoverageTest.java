package io.subsidyrules.coverage;

import static io.subsidyrules.coverage.SmallPolicy.missing;
import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.fault.Place;
import io.subsidyrules.regression.ScenarioFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Rows of tables that count, and limits that cut and leave. */
class TableLimitCoverageTest {

    private static final RuleSources TABLES = SourceFolder.sources(Path.of("src/test/resources/tables"));

    private static final String LIMIT = """
            rule "at most 1,000"
                @clause( "1.2" )
                date-effective "2020-01-01"
            when
                Applicant( parent != "X" )
                $awards : Awards( clause == "1.1" )
            then
                limit( $awards, yuan( 1_000 ) );
            end
            """;

    private static RuleCoverage coverage(RuleSources sources) {
        try (Ruleset ruleset = Ruleset.of(sources)) {
            return RuleCoverage.of(ruleset, ScenarioFile.readAll(sources));
        }
    }

    private static List<String> rows(RuleCoverage coverage) {
        return coverage.missing().stream()
                .filter(point -> point.point().missing().en().contains("this row of the table"))
                .map(CoveredPoint::place)
                .map(Place::toString)
                .toList();
    }

    @Test
    void theRowsThatNoScenarioReachesAreMissing() {
        assertThat(rows(coverage(TABLES))).containsExactly("jobs-2025/grants.csv:4:1", "jobs-2025/small.csv:3:1");
    }

    @Test
    void aRowThatTheConditionsKeepOutOfReachIsNoPoint() {
        SortedMap<String, byte[]> files = new TreeMap<>(TABLES.files());
        String rules = new String(TABLES.content("jobs-2025/rules.drl"), StandardCharsets.UTF_8);
        files.put(
                "jobs-2025/rules.drl",
                rules.replace("$hires >= 1 )", "$hires >= 1, $hires < 10 )").getBytes(StandardCharsets.UTF_8));
        assertThat(rows(coverage(new RuleSources(files)))).containsExactly("jobs-2025/small.csv:3:1");
    }

    @Test
    void aRowThatTwoRulesLookUpByDifferentFieldsIsOne() {
        SortedMap<String, byte[]> files = new TreeMap<>(TABLES.files());
        String rules = new String(TABLES.content("jobs-2025/rules.drl"), StandardCharsets.UTF_8);
        files.put(
                "jobs-2025/rules.drl",
                rules.replace("$hires >= 1 )", "$hires >= 1, table( \"grants\" ).at( $hires + 1 ) > 0 )")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(rows(coverage(new RuleSources(files))))
                .doesNotHaveDuplicates()
                .isNotEmpty();
    }

    @Test
    void theSentenceSaysTheKeysOfTheRow() {
        assertThat(missing(coverage(TABLES), "this row of the table"))
                .allSatisfy(sentence -> assertThat(sentence).containsPattern(" counts: .* "));
    }

    @Test
    void aLimitIsToCutAndToLeave() {
        SmallPolicy policy = SmallPolicy.limited(LIMIT);
        String one = "applicant: { parent: Y }, claims: [ { cost: 900 } ]";
        String two = "applicant: { parent: Y }, claims: [ { cost: 900 }, { type: Work, place: B, cost: 900 } ]";
        assertThat(missing(policy.coverageOf(), "the limit")).hasSize(2);
        assertThat(missing(policy.coverageOf(one), "the limit"))
                .containsExactly("the limit “at most 1,000” cuts or refuses an award.");
        assertThat(missing(policy.coverageOf(one, two), "the limit")).isEmpty();
    }

    @Test
    void theConditionsOfALimitAreHeldAgainstTheApplicantWhileItIsInForce() {
        SmallPolicy policy = SmallPolicy.limited(LIMIT);
        String of = "asOf: %s, applicant: { parent: %s }, claims: [ { cost: 900 } ]";
        assertThat(missing(policy.coverageOf(), "the group is not")).hasSize(3);
        assertThat(missing(policy.coverageOf(of.formatted("2021-06-01", "Y")), "the group is not"))
                .hasSize(2);
        assertThat(missing(policy.coverageOf(of.formatted("2019-06-01", "Y")), "the group is not"))
                .hasSize(3);
    }

    @Test
    void theFirstDayOfALimitIsABoundary() {
        RuleCoverage coverage = SmallPolicy.limited(LIMIT).coverageOf();
        assertThat(coverage.missing().stream()
                        .filter(point -> point.point().missing().en().contains("1 January 2020"))
                        .map(point -> point.place().line())
                        .distinct())
                .hasSize(2);
    }
}
