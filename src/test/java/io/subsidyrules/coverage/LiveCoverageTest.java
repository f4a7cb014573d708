package io.subsidyrules.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.LiveRules;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.regression.ScenarioFile;
import org.junit.jupiter.api.Test;

/** The scenarios of the rules that are in force leave no point of them. */
class LiveCoverageTest {

    @Test
    void everyPointIsCovered() {
        RuleSources sources = SourceFolder.sources(LiveRules.FOLDER);
        try (Ruleset ruleset = Ruleset.of(sources)) {
            RuleCoverage coverage = RuleCoverage.of(ruleset, ScenarioFile.readAll(sources));
            assertThat(coverage.missing())
                    .extracting(point -> point.place() + " " + point.point().missing())
                    .isEmpty();
            assertThat(coverage.ratio().percent()).hasToString("100.0");
            assertThat(coverage.points()).hasSizeGreaterThan(300);
        }
    }
}
