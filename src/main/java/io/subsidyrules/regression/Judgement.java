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
 * @param scenarios those beside the rules; none where they were not read
 * @param coverage what they try of the ruleset; empty where they were not run
 * @param faults all faults of all files, and scenarios that fail, in the order of the files
 */
public record Judgement(
        Optional<Ruleset> ruleset, List<Scenario> scenarios, Optional<Coverage> coverage, List<Fault> faults) {

    public Judgement {
        scenarios = List.copyOf(scenarios);
        faults = List.copyOf(faults);
    }

    /** Files that were not judged for this reason. */
    public static Judgement refused(List<Fault> faults) {
        return new Judgement(Optional.empty(), List.of(), Optional.empty(), faults);
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
            return refused(sources.faults());
        }
        Faults faults = new Faults();
        Optional<Ruleset> ruleset = ruleset(sources, faults);
        List<Scenario> scenarios = run ? ScenarioFile.readAll(sources, faults) : List.of();
        Optional<Coverage> coverage = Optional.empty();
        if (run && ruleset.isPresent() && faults.isEmpty()) {
            coverage = Optional.of(run(ruleset.get(), scenarios, faults));
        }
        return new Judgement(ruleset.filter(sound -> faults.isEmpty()), scenarios, coverage, faults.inOrder());
    }

    private static Coverage run(Ruleset ruleset, List<Scenario> scenarios, Faults faults) {
        Coverage coverage = new Coverage();
        ScenarioRunner runner = new ScenarioRunner(ruleset);
        scenarios.forEach(scenario -> runner.run(scenario, coverage::add).forEach(faults::add));
        return coverage;
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
