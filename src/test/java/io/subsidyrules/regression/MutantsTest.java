package io.subsidyrules.regression;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.LiveRules;
import io.subsidyrules.dialect.Dialect;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.regression.mutant.Mutant;
import io.subsidyrules.regression.mutant.Mutants;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every wrong change of a rule is noticed by a scenario, by what it decides and not by other sentences alone. */
class MutantsTest {

    private static final Path RULES = LiveRules.FOLDER;

    @TestFactory
    Stream<DynamicTest> everyMutantTurnsAScenarioRed() {
        RuleBook book = Dialect.read(SourceFolder.sources(RULES));
        List<Scenario> scenarios = ScenarioFile.readAll(SourceFolder.sources(RULES)).stream()
                .map(Scenario::ofDecision)
                .toList();
        List<Mutant> mutants = Mutants.of(book);
        assertThat(mutants).hasSizeGreaterThan(book.rules().size() * 3);
        return mutants.stream()
                .map(mutant -> DynamicTest.dynamicTest(mutant.change().en(), () -> {
                    try (Ruleset ruleset = Ruleset.of(mutant.book())) {
                        ScenarioRunner runner = new ScenarioRunner(ruleset);
                        assertThat(scenarios).as("scenarios that notice").anyMatch(scenario -> !runner.run(scenario)
                                .isEmpty());
                    }
                }));
    }
}
