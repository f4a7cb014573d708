package io.subsidyrules.regression;

import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Shortened;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/**
 * Runs scenarios and collects what is wrong with them: each expectation that fails at the value that it expects, and in
 * a few lines how many there are of each kind. Not thread-safe.
 */
public final class ScenarioReport {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(ScenarioReport.class);
    private static final Logger LOG = Logger.getLogger(ScenarioReport.class);

    /** The kinds of differences. */
    private static final int MOST_LINES = 10;

    private static final int LONGEST_VALUE = 60;

    private final Faults faults;
    private final Map<ScenarioFault.Difference, Counted> differences = new LinkedHashMap<>();
    private final Set<Place> refused = new HashSet<>();

    /** A report that adds what it is told to these faults. */
    public ScenarioReport(Faults faults) {
        this.faults = faults;
    }

    /** The expectations that fail in one way. */
    private record Counted(List<Place> expectations, Set<Place> scenarios) {

        Counted() {
            this(new ArrayList<>(), new HashSet<>());
        }

        Text told(ScenarioFault.Difference difference) {
            int files = (int) scenarios.stream().map(Place::file).distinct().count();
            String expected = Shortened.end(difference.expected(), LONGEST_VALUE);
            String actual = Shortened.end(difference.actual(), LONGEST_VALUE);
            return TEXTS.text(
                    "failAlike",
                    expectations(expectations.size()),
                    scenarios(scenarios.size()),
                    files(files),
                    expected,
                    actual);
        }

        private static Text expectations(int count) {
            return count == 1 ? TEXTS.text("oneExpectation") : TEXTS.text("expectations", count);
        }

        private static Text scenarios(int count) {
            return count == 1 ? TEXTS.text("oneScenario") : TEXTS.text("scenarios", count);
        }

        private static Text files(int count) {
            return count == 1 ? TEXTS.text("oneFile") : TEXTS.text("files", count);
        }
    }

    /**
     * Runs the scenarios and shows their answers to an observer; a fault of the service at one of them keeps none of
     * the others from being run.
     */
    void run(
            ScenarioRunner runner,
            List<Scenario> scenarios,
            BiConsumer<Request, Answer> observer,
            JudgementBudget budget) {
        for (Scenario scenario : scenarios) {
            String file = scenario.place().file();
            budget.reached(file);
            if (faults.isFull(file)) {
                faults.giveUp(file);
                continue;
            }
            try {
                runner.faults(scenario, observer).forEach(fault -> add(scenario.place(), fault));
            } catch (RuntimeException | StackOverflowError failed) {
                LOG.errorf(failed, "The scenario at %s could not be run.", scenario.place());
                faults.add(
                        scenario.place(),
                        FaultCode.JUDGING_FAILED,
                        failed.getClass().getSimpleName());
            }
        }
    }

    /** The number of expectations that fail in each way, the most frequent first; empty if none fails. */
    public List<Text> summary() {
        List<Text> lines = new ArrayList<>();
        differences.entrySet().stream()
                .sorted(Comparator.comparing(
                        entry -> -entry.getValue().expectations().size()))
                .limit(MOST_LINES)
                .forEach(entry -> lines.add(entry.getValue().told(entry.getKey())));
        int others = differences.size() - lines.size();
        if (others > 0) {
            lines.add(TEXTS.text("otherValues", others));
        }
        return lines;
    }

    /** Adds the faults of a scenario, as many as are reported for its file. */
    public void add(ScenarioIdentity scenario, List<ScenarioFault> found) {
        String file = scenario.place().file();
        if (faults.isFull(file)) {
            faults.giveUp(file);
        } else {
            found.forEach(fault -> add(scenario.place(), fault));
        }
    }

    private void add(Place scenario, ScenarioFault finding) {
        Fault fault = finding.fault();
        boolean ofRequest = fault.code() != FaultCode.SCENARIO_FAILED;
        if (ofRequest && (faults.isSettled(fault.place()) || !refused.add(fault.place()))) {
            return;
        }
        faults.add(fault);
        finding.mismatch().ifPresent(mismatch -> {
            Counted counted = differences.computeIfAbsent(mismatch.difference(), first -> new Counted());
            counted.expectations().add(fault.place());
            counted.scenarios().add(scenario);
        });
    }
}
