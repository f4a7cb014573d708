package io.subsidyrules.mutation;

import io.subsidyrules.dialect.source.CancellationPoint;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.regression.Scenario;
import io.subsidyrules.regression.ScenarioRunner;
import io.subsidyrules.regression.mutant.Mutant;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes of the same items, tried one after the other. A scenario that noticed one is the first that the next is tried
 * on, since changes of one rule are often noticed by the same scenarios. For one thread.
 */
final class Trials {

    private final List<Scenario> scenarios;
    private final CancellationPoint deadline;

    Trials(List<Scenario> scenarios, CancellationPoint deadline) {
        this.scenarios = new ArrayList<>(scenarios);
        this.deadline = deadline;
    }

    /** Whether a scenario notices the change. */
    boolean isKilled(Mutant mutant) {
        try (Ruleset ruleset = Ruleset.of(mutant.book())) {
            ScenarioRunner runner = new ScenarioRunner(ruleset);
            for (int i = 0; i < scenarios.size(); i++) {
                deadline.reached(scenarios.get(i).place().file());
                if (!runner.run(scenarios.get(i)).isEmpty()) {
                    scenarios.add(0, scenarios.remove(i));
                    return true;
                }
            }
        }
        return false;
    }
}
