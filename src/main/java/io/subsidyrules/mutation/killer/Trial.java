package io.subsidyrules.mutation.killer;

import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.regression.Scenario;
import io.subsidyrules.regression.ScenarioFile;
import io.subsidyrules.regression.ScenarioRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules and a change of them, both asked the same by scenarios that are made up. */
final class Trial implements AutoCloseable {

    private final ScenarioRunner original;
    private final Ruleset changed;
    private final ScenarioRunner changedRunner;

    Trial(Ruleset original, Ruleset changed) {
        this.original = new ScenarioRunner(original);
        this.changed = changed;
        this.changedRunner = new ScenarioRunner(changed);
    }

    /** A request and its answer. */
    record Shown(Request request, Answer answer) {}

    /** The request of what is asked by a scenario of that file, and its answer; empty if it is refused. */
    Optional<Shown> shown(String file, Asked asked) {
        return scenario(file, entry(asked)).flatMap(scenario -> shown(original, scenario));
    }

    /** The two answers; empty if the request is refused. */
    Optional<Decided> decided(String file, Asked asked) {
        return scenario(file, entry(asked))
                .flatMap(scenario -> shown(original, scenario).flatMap(one -> shown(changedRunner, scenario)
                        .map(other -> new Decided(one.answer(), other.answer()))));
    }

    private static String entry(Asked asked) {
        return AskedText.of("a case", asked, "total: 0.00\n");
    }

    private static Optional<Shown> shown(ScenarioRunner runner, Scenario scenario) {
        List<Shown> shown = new ArrayList<>();
        runner.show(scenario, (request, answer) -> shown.add(new Shown(request, answer)));
        return shown.stream().findFirst();
    }

    private static Optional<Scenario> scenario(String file, String entry) {
        return ScenarioFile.read(file, ScenarioLayout.file(entry.indent(2)), new Faults()).stream()
                .findFirst();
    }

    /** Whether a scenario passes on the rules, and would notice the change by what it decides. */
    boolean isNoticedBy(String file, String entry) {
        Faults faults = new Faults();
        return ScenarioFile.read(file, ScenarioLayout.file(entry), faults).stream()
                .findFirst()
                .filter(scenario -> original.run(scenario).isEmpty()
                        && !changedRunner.run(scenario.ofDecision()).isEmpty())
                .isPresent();
    }

    @Override
    public void close() {
        changed.close();
    }
}
