package io.subsidyrules.regression;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.LiveRules;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every scenario of the rules folder is a test of its own, named by its sentence. */
class PolicyScenariosTest {

    private static final Path RULES = LiveRules.FOLDER;

    private final ScenarioRunner runner = new ScenarioRunner(Ruleset.of(SourceFolder.sources(RULES)));

    @TestFactory
    Stream<DynamicNode> scenarios() {
        List<Scenario> scenarios = ScenarioFile.readAll(SourceFolder.sources(RULES));
        assertThat(scenarios).hasSizeGreaterThan(150);
        return scenarios.stream()
                .map(scenario -> DynamicTest.dynamicTest(
                        scenario.place().file() + ": " + scenario.name(),
                        () -> assertThat(runner.run(scenario)).isEmpty()));
    }
}
