package io.subsidyrules.faults;

import io.subsidyrules.dialect.RuleSources;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.policy.Fault;
import io.subsidyrules.policy.Faults;
import io.subsidyrules.policy.FaultsException;
import io.subsidyrules.policy.Language;
import io.subsidyrules.regression.Scenario;
import io.subsidyrules.regression.ScenarioFile;
import io.subsidyrules.regression.ScenarioRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Everything that is wrong with some files, their scenarios included, and how it is told. */
final class Diagnosis {

    private Diagnosis() {}

    static List<Fault> of(RuleSources sources) {
        Faults ofScenarios = new Faults();
        List<Scenario> scenarios = ScenarioFile.readAll(sources, ofScenarios);
        List<Fault> faults = new ArrayList<>();
        try (Ruleset ruleset = Ruleset.of(sources)) {
            faults.addAll(ofScenarios.inOrder());
            if (faults.isEmpty()) {
                ScenarioRunner runner = new ScenarioRunner(ruleset);
                scenarios.forEach(scenario -> faults.addAll(runner.run(scenario)));
            }
        } catch (FaultsException refused) {
            faults.addAll(refused.faults());
            faults.addAll(ofScenarios.inOrder());
        }
        return faults;
    }

    /** The fault as staff see it: place and code, the line with a caret, the sentence and the remedy in both languages. */
    static String told(Fault fault, RuleSources sources) {
        return Stream.of(
                        fault.place() + " " + fault.code(),
                        sources.excerpt(fault.place()).toString(),
                        fault.told(Language.EN),
                        fault.told(Language.ZH))
                .filter(part -> !part.isBlank())
                .reduce((before, next) -> before + "\n" + next)
                .orElseThrow();
    }
}
