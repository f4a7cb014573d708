package io.subsidyrules.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.coverage.RuleCoverage;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.regression.ScenarioFile;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios of the examples leave no point of their rules, each by itself. */
class ExampleCoverageTest {

    static List<String> policies() {
        return Examples.policies();
    }

    @ParameterizedTest
    @MethodSource("policies")
    void everyPointIsCovered(String policy) {
        RuleSources sources = Examples.alone(policy);
        try (Ruleset ruleset = Ruleset.of(sources)) {
            assertThat(RuleCoverage.of(ruleset, ScenarioFile.readAll(sources)).missing())
                    .extracting(point -> point.place() + " " + point.point().missing())
                    .isEmpty();
        }
    }
}
