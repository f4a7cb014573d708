package io.subsidyrules.regression;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.regression.mutant.Mutants;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Rows of tables count as tried where an amount, a condition, one on members or one on the applicant alone reads them. */
class TableCoverageTest {

    private static final String SCENARIOS = "jobs-2025/rules.scenarios.yaml";
    private static final RuleSources SOURCES = SourceFolder.sources(Path.of("src/test/resources/tables"));

    @Test
    void theRowsThatNoScenarioReachesAreLeft() {
        assertThat(untriedRows(SOURCES))
                .containsExactly(
                        "No scenario in which the row of grants at jobs-2025/grants.csv:4:1 counts.",
                        "No scenario in which the row of small at jobs-2025/small.csv:3:1 counts.");
    }

    @Test
    void withoutAnyScenarioAllRowsAre() {
        SortedMap<String, byte[]> files = new TreeMap<>(SOURCES.files());
        files.put(SCENARIOS, "scenarios: []\n".getBytes(StandardCharsets.UTF_8));
        assertThat(untriedRows(new RuleSources(files))).hasSize(7);
    }

    @Test
    void eachNumberIsOneMoreAndOneLessInAMutant() {
        try (Ruleset ruleset = Ruleset.of(SOURCES)) {
            assertThat(Mutants.of(ruleset.book()))
                    .extracting(mutant -> mutant.change().en())
                    .filteredOn(change -> change.startsWith("Table “"))
                    .hasSizeGreaterThanOrEqualTo(14);
        }
    }

    private static List<String> untriedRows(RuleSources sources) {
        try (Ruleset ruleset = Ruleset.of(sources)) {
            return Coverage.gaps(ruleset, ScenarioFile.readAll(sources)).stream()
                    .filter(gap -> gap.startsWith("No scenario in which the row of "))
                    .toList();
        }
    }
}
