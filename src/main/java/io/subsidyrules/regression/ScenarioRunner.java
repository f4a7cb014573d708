package io.subsidyrules.regression;

import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.answer.RuledItem;
import io.subsidyrules.engine.project.EarlierAward;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.engine.project.RecordedAward;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.engine.request.RequestFault;
import io.subsidyrules.engine.request.RequestFaultsException;
import io.subsidyrules.engine.request.UnreadableRequestException;
import io.subsidyrules.fault.Fault;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** Runs scenarios against a ruleset and says in which ways its answer is not the expected one. */
public final class ScenarioRunner {

    private final Ruleset ruleset;

    public ScenarioRunner(Ruleset ruleset) {
        this.ruleset = ruleset;
    }

    /** The faults of the scenario or of the answer to it; empty if all is as expected. */
    public List<Fault> run(Scenario scenario) {
        return faults(scenario, (request, answer) -> {}).stream()
                .map(ScenarioFault::fault)
                .toList();
    }

    /**
     * Evaluates the scenario, whatever it expects, and shows the request and its answer to an observer. One that has a
     * fault, or a request that is refused, is not evaluated.
     */
    public void show(Scenario scenario, BiConsumer<Request, Answer> observer) {
        faults(scenario, observer);
    }

    /**
     * The faults, with the values that are not as expected; the request and its answer, if there is one, are shown to
     * an observer.
     */
    public List<ScenarioFault> faults(Scenario scenario, BiConsumer<Request, Answer> observer) {
        try {
            if (!scenario.isSound()) {
                ruleset.reader().readStrictly(scenario.request(), LocalDate.EPOCH);
                return List.of();
            }
            Comparison comparison = new Comparison(scenario, ruleset.items());
            if (!comparison.knowsEarlier()) {
                return comparison.faults();
            }
            Request request = request(scenario);
            Answer answer = answer(scenario, request);
            observer.accept(request, answer);
            List<ScenarioFault> faults = comparison.faults(answer);
            return faults.isEmpty()
                    ? faults
                    : OutOfForce.of(scenario, answer)
                            .map(fault -> List.of(ScenarioFault.of(fault)))
                            .orElse(faults);
        } catch (RequestFaultsException refused) {
            RefusedRequest request = new RefusedRequest(scenario);
            return refused.faults().stream()
                    .filter(fault -> scenario.isSound() || fault.code() != RequestFault.Code.REQUIRED)
                    .map(request::fault)
                    .map(ScenarioFault::of)
                    .toList();
        } catch (UnreadableRequestException unreadable) {
            return List.of(ScenarioFault.of(new RefusedRequest(scenario).fault(unreadable)));
        }
    }

    /**
     * The full answer to the scenario's request, with what it would take where the scenario looks at that; as a
     * decision gives it, where the scenario has earlier awards.
     */
    public Answer answer(Scenario scenario) {
        return answer(scenario, request(scenario));
    }

    private Answer answer(Scenario scenario, Request request) {
        Explain explain = scenario.expectation().namesChanges() ? Explain.CHANGES : Explain.FULL;
        return scenario.earlier().isPresent()
                ? ruleset.evaluate(request, Explain.FULL, earlier(scenario, request))
                : ruleset.evaluate(request, explain);
    }

    private EarlierAwards earlier(Scenario scenario, Request request) {
        List<ScenarioAward> awards = scenario.earlier().orElseThrow();
        List<RecordedAward> recorded = IntStream.range(0, awards.size())
                .mapToObj(i ->
                        awards.get(i).recorded(item(scenario, awards.get(i)).orElseThrow(), i, request.applicant()))
                .toList();
        Map<Integer, EarlierAward> byClaim = new HashMap<>();
        for (int claim = 0; claim < request.claimCount(); claim++) {
            for (RecordedAward award : recorded) {
                Optional<EarlierAward> same = SameProject.of(request, claim, award);
                if (same.isPresent() && (same.get().sameApplicant() || !byClaim.containsKey(claim))) {
                    byClaim.put(claim, same.get());
                }
            }
        }
        return new EarlierAwards(byClaim, recorded);
    }

    private Optional<RuledItem> item(Scenario scenario, ScenarioAward award) {
        String policy = award.policy().orElse(scenario.policy());
        return ruleset.items().stream()
                .filter(item -> item.policy().equals(policy) && item.id().equals(award.item()))
                .findFirst();
    }

    /** The scenario's request, to be evaluated once. */
    Request request(Scenario scenario) {
        return ruleset.reader().readStrictly(scenario.request(), LocalDate.EPOCH);
    }
}
