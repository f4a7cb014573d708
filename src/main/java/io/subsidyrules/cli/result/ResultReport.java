package io.subsidyrules.cli.result;

import io.subsidyrules.cli.console.RulesFolder;
import io.subsidyrules.suite.ScenarioResult;
import io.subsidyrules.text.Text;
import java.time.Duration;
import java.util.List;

/**
 * The results of the scenarios of a rules folder.
 *
 * @param summary how many expectations fail in which way
 * @param time how long all took together
 */
public record ResultReport(RulesFolder folder, List<ScenarioResult> results, List<Text> summary, Duration time) {

    public ResultReport {
        results = List.copyOf(results);
        summary = List.copyOf(summary);
    }

    /** Whether every scenario passes. */
    public boolean isPassed() {
        return failures() == 0;
    }

    /** The number of scenarios that fail. */
    long failures() {
        return results.stream().filter(result -> !result.passes()).count();
    }
}
