package io.subsidyrules.regression;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.LiveRules;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final Path RULES = LiveRules.FOLDER;

    @Test
    void everyItemHoldsAndEveryConditionFailsAloneAndEveryFieldIsUnknownInSomeScenario() {
        try (Ruleset ruleset = Ruleset.of(SourceFolder.sources(RULES))) {
            assertThat(Coverage.gaps(ruleset, ScenarioFile.readAll(SourceFolder.sources(RULES))))
                    .isEmpty();
        }
    }

    @Test
    void withoutScenariosEverythingIsAGap() {
        try (Ruleset ruleset = Ruleset.of(SourceFolder.sources(RULES))) {
            assertThat(Coverage.gaps(ruleset, List.of()))
                    .contains(
                            "No scenario in which standard-leader holds.",
                            "No scenario in which only listed == true fails for standard-leader.",
                            "No scenario in which only date-effective \"2022-09-06\" fails for standard-leader.",
                            "No scenario in which only listed is unknown for standard-leader.");
        }
    }
}
