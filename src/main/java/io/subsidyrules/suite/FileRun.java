package io.subsidyrules.suite;

import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.regression.Coverage;
import io.subsidyrules.regression.Scenario;
import io.subsidyrules.regression.ScenarioFault;
import io.subsidyrules.regression.ScenarioFile;
import io.subsidyrules.regression.ScenarioIdentity;
import io.subsidyrules.regression.ScenarioRunner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The scenarios of one file: read, and then run once the rules are read. For one thread after the other. */
final class FileRun {

    private final String path;
    private final SharedTime deadline;
    private final Faults faults = new Faults();
    private final Coverage coverage = new Coverage();
    private final List<ScenarioIdentity> identities = new ArrayList<>();
    private final List<ScenarioResult> results = new ArrayList<>();
    private List<Scenario> scenarios = List.of();
    private long claims;

    private FileRun(String path, SharedTime deadline) {
        this.path = path;
        this.deadline = deadline;
    }

    /** Reads the file, and keeps the scenarios that are chosen. */
    static FileRun read(String path, RuleSources sources, Predicate<Scenario> chosen, SharedTime deadline) {
        deadline.reached(path);
        FileRun run = new FileRun(path, deadline);
        List<Scenario> read = ScenarioFile.read(path, sources, run.faults);
        run.claims = read.stream().mapToLong(Scenario::claimCount).sum();
        run.scenarios = read.stream().filter(chosen).toList();
        run.scenarios.forEach(scenario -> run.identities.add(new ScenarioIdentity(scenario)));
        return run;
    }

    /**
     * Runs the scenarios, where the rules are sound.
     *
     * @param ran called after each
     */
    FileRun run(Optional<Ruleset> rules, Runnable ran) {
        rules.ifPresent(ruleset -> {
            ScenarioRunner runner = new ScenarioRunner(ruleset);
            List<Limit> limits = ruleset.book().limits();
            for (int i = 0; i < scenarios.size(); i++) {
                deadline.reached(path);
                run(runner, limits, i);
                ran.run();
            }
        });
        scenarios = List.of();
        return this;
    }

    private void run(ScenarioRunner runner, List<Limit> limits, int index) {
        long began = System.nanoTime();
        List<ScenarioFault> found =
                runner.faults(scenarios.get(index), (request, answer) -> coverage.add(request, answer, limits));
        long took = System.nanoTime() - began;
        deadline.spent(path, took);
        results.add(new ScenarioResult(identities.get(index), found, Duration.ofNanos(took)));
    }

    String path() {
        return path;
    }

    /** The claims of all scenarios of the file. */
    long claims() {
        return claims;
    }

    /** The faults of the file itself. */
    Faults faults() {
        return faults;
    }

    Coverage coverage() {
        return coverage;
    }

    List<ScenarioIdentity> identities() {
        return identities;
    }

    List<ScenarioResult> results() {
        return results;
    }
}
