package io.subsidyrules.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.Dialect;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.regression.ScenarioFile;
import io.subsidyrules.regression.mutant.MutantTrials;
import io.subsidyrules.regression.mutant.Mutants;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every wrong change of an example that changes what it decides is noticed by one of its scenarios, by that. */
class ExampleMutantsTest {

    @TestFactory
    Stream<DynamicTest> everyMutantTurnsAScenarioRed() {
        return Examples.policies().stream().flatMap(ExampleMutantsTest::mutants);
    }

    private static Stream<DynamicTest> mutants(String policy) {
        RuleSources sources = Examples.alone(policy);
        RuleBook book = Dialect.read(sources);
        MutantTrials trials = new MutantTrials(book, ScenarioFile.readAll(sources));
        return Mutants.of(book).stream()
                .map(mutant -> DynamicTest.dynamicTest(
                        mutant.toString(), () -> assertThat(trials.isNoticed(mutant) || trials.isEquivalent(mutant))
                                .as("a scenario notices it, or it changes nothing")
                                .isTrue()));
    }
}
