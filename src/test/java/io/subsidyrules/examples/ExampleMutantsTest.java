package io.subsidyrules.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.Dialect;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.regression.Scenario;
import io.subsidyrules.regression.ScenarioFile;
import io.subsidyrules.regression.ScenarioRunner;
import io.subsidyrules.regression.mutant.Mutants;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every wrong change of an example is noticed by one of its scenarios, by what it decides. */
class ExampleMutantsTest {

    @TestFactory
    Stream<DynamicTest> everyMutantTurnsAScenarioRed() {
        return Examples.policies().stream().flatMap(ExampleMutantsTest::mutants);
    }

    private static Stream<DynamicTest> mutants(String policy) {
        RuleSources sources = Examples.alone(policy);
        RuleBook book = Dialect.read(sources);
        List<Scenario> scenarios =
                ScenarioFile.readAll(sources).stream().map(Scenario::ofDecision).toList();
        return Mutants.of(book).stream()
                .map(mutant ->
                        DynamicTest.dynamicTest(policy + ": " + mutant.change().en(), () -> {
                            try (Ruleset ruleset = Ruleset.of(mutant.book())) {
                                ScenarioRunner runner = new ScenarioRunner(ruleset);
                                assertThat(scenarios)
                                        .as("scenarios that notice")
                                        .anyMatch(scenario ->
                                                !runner.run(scenario).isEmpty());
                            }
                        }));
    }
}
