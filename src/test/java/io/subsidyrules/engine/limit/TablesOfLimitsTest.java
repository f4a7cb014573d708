package io.subsidyrules.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.notice.NoticeCode;
import io.subsidyrules.notice.Notices;
import io.subsidyrules.regression.Coverage;
import io.subsidyrules.regression.Judgement;
import io.subsidyrules.regression.Scenario;
import io.subsidyrules.regression.ScenarioFile;
import io.subsidyrules.regression.ScenarioRunner;
import io.subsidyrules.regression.mutant.Mutant;
import io.subsidyrules.regression.mutant.Mutants;
import io.subsidyrules.text.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A table that only the condition of a limit reads is held to what one of a rule is held to. */
class TablesOfLimitsTest {

    private static final String SCENARIO = """
              - name: %1$s, a cap of %2$s
                applicant: { id: "A1", large: %1$s, cap: %2$s }
                claims: [ { type: Product, id: c1, name: a, kind: k, fresh: true, price: 700000 } ]
                expect: { total: %3$s }
            """;

    private static final String LARGE =
            SCENARIO.formatted("true", 100, 600_000) + SCENARIO.formatted("true", 99, 700_000);
    private static final String SMALL =
            SCENARIO.formatted("false", 200, 600_000) + SCENARIO.formatted("false", 199, 700_000);

    private static RuleSources sources(String table, String scenarios) {
        SortedMap<String, byte[]> files = new TreeMap<>(LimitedAnswer.sources(
                        "asOf: 2023-05-01\nscenarios:\n" + scenarios,
                        "Applicant( cap >= table( \"caps\" ).at( large ) )\n$awards : Awards( clause == \"1.1\" )",
                        "limit( $awards, yuan( 600_000 ) );")
                .files());
        files.put("p/caps.csv", table.getBytes(StandardCharsets.UTF_8));
        return new RuleSources(files);
    }

    private static List<String> untried(String scenarios) {
        RuleSources sources = sources("large,cap\ntrue,100\nfalse,200\n", scenarios);
        try (Ruleset ruleset = Ruleset.of(sources)) {
            return Coverage.gaps(ruleset, ScenarioFile.readAll(sources)).stream()
                    .filter(gap -> gap.contains("row"))
                    .toList();
        }
    }

    @Test
    void aRowThatNoScenarioReachesIsLeft() {
        assertThat(untried(LARGE)).containsExactly("No scenario in which the row of caps at p/caps.csv:3:1 counts.");
        assertThat(untried(LARGE + SMALL)).isEmpty();
    }

    @Test
    void scenariosNoticeThatANumberIsOneMoreOrLessAndThatTwoAreExchanged() {
        RuleSources sources = sources("large,cap\ntrue,100\nfalse,200\n", LARGE + SMALL);
        try (Ruleset ruleset = Ruleset.of(sources)) {
            List<Mutant> mutants = Mutants.of(ruleset.book()).stream()
                    .filter(mutant -> mutant.change().en().startsWith("Table “caps”, line "))
                    .toList();
            assertThat(mutants).hasSize(5);
            List<Scenario> scenarios = ScenarioFile.readAll(sources);
            assertThat(mutants).allMatch(mutant -> isNoticed(mutant, scenarios));
        }
    }

    private static boolean isNoticed(Mutant mutant, List<Scenario> scenarios) {
        try (Ruleset ruleset = Ruleset.of(mutant.book())) {
            ScenarioRunner runner = new ScenarioRunner(ruleset);
            return scenarios.stream().anyMatch(scenario -> !runner.run(scenario).isEmpty());
        }
    }

    @Test
    void noticesTellOfItsGapsAndOfRowsThatNoScenarioReaches() {
        assertThat(told(NoticeCode.TABLE_GAP, sources("large,cap\ntrue,100\n", LARGE)))
                .contains("The table caps has no row for: a large enterprise no.");
        assertThat(told(NoticeCode.ROW_WITHOUT_SCENARIO, sources("large,cap\ntrue,100\nfalse,200\n", LARGE)))
                .contains("the rows of the table caps on these lines count: 3.");
    }

    private static String told(NoticeCode code, RuleSources sources) {
        Judgement judgement = Judgement.of(sources);
        assertThat(judgement.faults()).isEmpty();
        return Notices.of(sources, judgement).stream()
                .filter(notice -> notice.code() == code)
                .map(notice -> notice.told(Language.EN))
                .findFirst()
                .orElse("nothing");
    }
}
