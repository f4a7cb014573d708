package io.subsidyrules.suite;

import io.subsidyrules.regression.Judgement;
import java.util.List;

/**
 * A run of the scenarios of a rules folder.
 *
 * @param judgement of the files, as the service would judge them if it had the chosen scenarios only
 * @param results of the scenarios, in the order of the files; empty if the rules have faults
 */
public record SuiteRun(Judgement judgement, List<ScenarioResult> results) {

    public SuiteRun {
        results = List.copyOf(results);
    }
}
