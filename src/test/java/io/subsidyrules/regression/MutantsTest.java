package io.subsidyrules.regression;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.LiveRules;
import io.subsidyrules.dialect.Dialect;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.regression.mutant.Mutant;
import io.subsidyrules.regression.mutant.MutantTrials;
import io.subsidyrules.regression.mutant.Mutants;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every wrong change of a rule is noticed by a scenario, by what it decides and not by other sentences alone. */
class MutantsTest {

    @TestFactory
    Stream<DynamicTest> everyMutantTurnsAScenarioRed() {
        RuleSources sources = SourceFolder.sources(LiveRules.FOLDER);
        RuleBook book = Dialect.read(sources);
        MutantTrials trials = new MutantTrials(book, ScenarioFile.readAll(sources));
        List<Mutant> mutants = Mutants.of(book);
        assertThat(mutants).hasSizeGreaterThan(book.rules().size() * 10);
        return mutants.stream()
                .map(mutant -> DynamicTest.dynamicTest(mutant.toString(), () -> assertThat(trials.isNoticed(mutant))
                        .as("a scenario notices it")
                        .isTrue()));
    }
}
