package io.subsidyrules.regression;

import io.subsidyrules.dialect.RuleSources;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.policy.Fault;
import io.subsidyrules.policy.Faults;
import io.subsidyrules.policy.FaultsException;
import java.util.List;
import java.util.Optional;

/**
 * What is found of the files of a rules folder: a ruleset that may go live, or the faults that keep it from that. A
 * ruleset may go live where no file has a fault and every scenario gives what it expects.
 *
 * @param ruleset empty where there are faults
 * @param scenarios how many scenarios stand beside the rules
 * @param faults all faults of all files, and scenarios that fail, in the order of the files
 */
public record Judgement(Optional<Ruleset> ruleset, int scenarios, List<Fault> faults) {

    public Judgement {
        faults = List.copyOf(faults);
    }

    /** Judges the files. */
    public static Judgement of(RuleSources sources) {
        return of(sources, true);
    }

    /** Judges files of which it is known that their scenarios give what they expect. */
    public static Judgement ofProven(RuleSources sources) {
        return of(sources, false);
    }

    private static Judgement of(RuleSources sources, boolean run) {
        if (sources.files().isEmpty() && !sources.faults().isEmpty()) {
            return new Judgement(Optional.empty(), 0, sources.faults());
        }
        Faults faults = new Faults();
        Optional<Ruleset> ruleset = ruleset(sources, faults);
        List<Scenario> scenarios = run ? ScenarioFile.readAll(sources, faults) : List.of();
        if (run && ruleset.isPresent() && faults.isEmpty()) {
            ScenarioRunner runner = new ScenarioRunner(ruleset.get());
            scenarios.forEach(scenario -> runner.run(scenario).forEach(faults::add));
        }
        return new Judgement(ruleset.filter(sound -> faults.isEmpty()), scenarios.size(), faults.inOrder());
    }

    private static Optional<Ruleset> ruleset(RuleSources sources, Faults faults) {
        try {
            return Optional.of(Ruleset.of(sources));
        } catch (FaultsException refused) {
            faults.addAll(refused);
            return Optional.empty();
        }
    }
}
