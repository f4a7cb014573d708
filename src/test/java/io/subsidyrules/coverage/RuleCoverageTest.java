package io.subsidyrules.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.subsidyrules.FirstPolicy;
import io.subsidyrules.coverage.point.Point;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.fault.Place;
import io.subsidyrules.regression.Scenario;
import io.subsidyrules.regression.ScenarioFile;
import io.subsidyrules.text.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The coverage of a whole ruleset: of the first policy, and joined from several runs. */
class RuleCoverageTest {

    private static final RuleSources FIRST_POLICY = SourceFolder.sources(FirstPolicy.FOLDER);

    private static RuleCoverage firstPolicy(Predicate<Scenario> counted) {
        try (Ruleset ruleset = Ruleset.of(FIRST_POLICY)) {
            return RuleCoverage.of(
                    ruleset,
                    ScenarioFile.readAll(FIRST_POLICY).stream().filter(counted).toList());
        }
    }

    @Test
    void withoutTheOnlyScenarioThatReachesAPointThePointIsMissing() {
        List<CoveredPoint> once = firstPolicy(scenario -> true).points().stream()
                .filter(point -> point.scenarios() == 1)
                .toList();
        assertThat(once).isNotEmpty();
        Place only = once.get(0).first().orElseThrow().place();
        RuleCoverage without = firstPolicy(scenario -> !scenario.place().equals(only));
        assertThat(without.missing())
                .extracting(CoveredPoint::point)
                .extracting(Point::missing)
                .contains(once.get(0).point().missing());
        assertThat(without.ratio().isWhole()).isFalse();
        assertThat(without.ratio().percent()).isLessThan(new BigDecimal("100"));
    }

    @Test
    void withoutScenariosEverythingIsMissing() {
        RuleCoverage coverage = firstPolicy(scenario -> false);
        assertThat(coverage.ratio().covered()).isZero();
        assertThat(coverage.missing()).isEqualTo(coverage.points());
    }

    @Test
    void everyPointIsInAFileOfTheRulesAndHasASentenceInBothLanguages() {
        assertThat(firstPolicy(scenario -> false).points()).allSatisfy(point -> {
            assertThat(FIRST_POLICY.files()).containsKey(point.place().file());
            assertThat(FIRST_POLICY.excerpt(point.place()).line()).isNotBlank();
            assertThat(point.point().missing().in(Language.EN))
                    .startsWith("No scenario in which ")
                    .endsWith(".");
            assertThat(point.point().missing().in(Language.ZH))
                    .startsWith("没有一个场景")
                    .endsWith("。")
                    .doesNotContain("No ");
        });
    }

    @Test
    void theFirstScenarioOfAPointIsTold() {
        RuleCoverage coverage = SmallPolicy.when("$work : Work( trained == true )")
                .coverage("trained: false", "trained: true", "trained: true");
        CoveredPoint held = coverage.points().stream()
                .filter(point -> point.point().missing().en().endsWith("this is true: trained."))
                .findFirst()
                .orElseThrow();
        assertThat(held.scenarios()).isEqualTo(2);
        assertThat(held.first()).hasValueSatisfying(first -> assertThat(first.name() + " " + first.place())
                .isEqualTo("Case 2 small/rules.scenarios.yaml:4:5"));
    }

    @Test
    void twoRunsTogetherAreOneRunOfBoth() {
        SmallPolicy policy = SmallPolicy.when("$work : Work( trained == true, hires >= 3 )");
        RuleCoverage one = policy.coverage("trained: true, hires: 3");
        RuleCoverage other = policy.coverage("trained: false", "hires: 2");
        assertThat(one.and(other).missing())
                .extracting(CoveredPoint::point)
                .containsExactlyElementsOf(
                        policy.coverage("trained: true, hires: 3", "trained: false", "hires: 2").missing().stream()
                                .map(CoveredPoint::point)
                                .toList());
        assertThat(one.and(one).points())
                .allSatisfy(point -> assertThat(point.scenarios() % 2).isZero());
        assertThatThrownBy(() -> one.and(
                        SmallPolicy.when("$work : Work( trained == true )").coverage()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aScenarioCountsThoughItsAnswerIsNotTheExpectedOneButNotIfItsRequestIsRefused() {
        SmallPolicy policy = SmallPolicy.when("$work : Work( trained == true )");
        assertThat(policy.coverage("trained: true").ratio().covered()).isPositive();
        assertThat(policy.coverage("trained: perhaps").ratio().covered()).isZero();
    }

    @Test
    void aClaimThatRepeatsAnotherIsHeldAgainstNothing() {
        SmallPolicy policy = SmallPolicy.when("$work : Work( hires >= 3 )");
        String both = "applicant: {}, claims: [ { hires: 3 }, { type: Work, place: %s, hires: 2 } ]";
        assertThat(SmallPolicy.missing(policy.coverageOf(both.formatted("B")), "hires is 2"))
                .isEmpty();
        assertThat(SmallPolicy.missing(policy.coverageOf(both.formatted("A")), "hires is 2"))
                .hasSize(1);
    }

    @Test
    void theFilesAreThoseThatHavePoints() {
        assertThat(SmallPolicy.when("$work : Work( level == Level.CITY )")
                        .coverage()
                        .files())
                .extracting(FileCoverage::path, FileCoverage::folder)
                .containsExactly(tuple("small/rules.drl", "small"));
        assertThat(Stream.of(firstPolicy(scenario -> false)).flatMap(coverage -> coverage.files().stream()))
                .extracting(FileCoverage::folder)
                .contains("vocabulary", "hebei-quality-2022");
    }
}
