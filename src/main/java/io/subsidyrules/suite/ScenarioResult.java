package io.subsidyrules.suite;

import io.subsidyrules.regression.ScenarioFault;
import io.subsidyrules.regression.ScenarioIdentity;
import java.time.Duration;
import java.util.List;

/**
 * The result of a scenario.
 *
 * @param faults what is not as the scenario expects; empty if it passes
 * @param time how long it took
 */
public record ScenarioResult(ScenarioIdentity scenario, List<ScenarioFault> faults, Duration time) {

    public ScenarioResult {
        faults = List.copyOf(faults);
    }

    /** Whether all is as the scenario expects. */
    public boolean passes() {
        return faults.isEmpty();
    }
}
