package io.subsidyrules.regression;

import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.source.Limits;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The scenario files of a rules folder, which are read and run one after the other, so that only one of them is in
 * memory. Not thread-safe.
 */
final class ScenarioFolder {

    private final RuleSources sources;
    private final Faults faults;
    private final JudgementBudget budget;
    private final ScenarioReport report;
    private final Coverage coverage = new Coverage();
    private final List<ScenarioIdentity> scenarios = new ArrayList<>();
    private final Map<String, Long> claims = new TreeMap<>();
    private boolean ran;

    ScenarioFolder(RuleSources sources, Faults faults, JudgementBudget budget) {
        this.sources = sources;
        this.faults = faults;
        this.budget = budget;
        this.report = new ScenarioReport(faults);
    }

    /** Reads all scenarios, and runs them where the rules are sound; beyond the limit of claims no more of them. */
    void run(Optional<Ruleset> rules) {
        Optional<ScenarioRunner> runner = rules.map(ScenarioRunner::new);
        List<Limit> limits = rules.map(sound -> sound.book().limits()).orElse(List.of());
        for (String path : ScenarioFile.paths(sources).toList()) {
            budget.reached(path);
            List<Scenario> read = ScenarioFile.read(path, sources, faults);
            claims.put(path, read.stream().mapToLong(Scenario::claimCount).sum());
            if (areTooMany()) {
                scenarios.clear();
                return;
            }
            runner.ifPresent(ready ->
                    report.run(ready, read, (request, answer) -> coverage.add(request, answer, limits), budget));
            read.forEach(scenario -> scenarios.add(new ScenarioIdentity(scenario)));
        }
        ran = runner.isPresent();
    }

    /** Tells of more claims than a judgement may take at the file that has most of them, of the policy that has. */
    private boolean areTooMany() {
        boolean tooMany = claims.values().stream().mapToLong(Long::longValue).sum() > Limits.SCENARIO_CLAIMS;
        if (tooMany) {
            Map.Entry<String, Long> most = Largest.fileOfLargestPart(claims);
            faults.add(
                    Place.startOf(most.getKey()),
                    FaultCode.TOO_MANY_CLAIMS,
                    Integer.toString(Limits.SCENARIO_CLAIMS),
                    Long.toString(most.getValue()));
        }
        return tooMany;
    }

    /** Those that were read; none if there are too many claims. */
    List<ScenarioIdentity> scenarios() {
        return scenarios;
    }

    /** The coverage of the rules by the scenarios; empty if not all of them were run. */
    Optional<Coverage> coverage() {
        return Optional.of(coverage).filter(all -> ran);
    }

    ScenarioReport report() {
        return report;
    }
}
