package io.subsidyrules.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.subsidyrules.FirstPolicy;
import io.subsidyrules.coverage.RuleCoverage;
import io.subsidyrules.dialect.source.CancellationPoint;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.regression.Scenario;
import io.subsidyrules.regression.ScenarioFile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The time that work on scenarios may take. */
class SharedTimeTest {

    private static void work(long millis) {
        long end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Test
    void theTimeBetweenTwoPointsIsThatOfTheFileOfTheFirst() {
        CancellationPoint point = new SharedTime(Duration.ofMillis(40)).ofOneThread();
        point.reached("policy/slow");
        work(100);
        assertThatThrownBy(() -> point.reached("policy/quick")).isInstanceOfSatisfying(TooLongException.class, late -> {
            assertThat(late.file()).isEqualTo("policy/slow");
            assertThat(late.share()).isGreaterThanOrEqualTo(Duration.ofMillis(100));
        });
    }

    @Test
    void coverageThatTakesTooLongEndsWithTheFile() {
        RuleSources sources = SourceFolder.sources(FirstPolicy.FOLDER);
        List<Scenario> scenarios = ScenarioFile.readAll(sources);
        try (Ruleset ruleset = Ruleset.of(sources)) {
            CancellationPoint point = new SharedTime(Duration.ZERO).ofOneThread();
            assertThatThrownBy(() -> RuleCoverage.of(ruleset, scenarios, point))
                    .isInstanceOfSatisfying(TooLongException.class, late -> assertThat(late.file())
                            .endsWith(".scenarios.yaml"));
        }
    }
}
