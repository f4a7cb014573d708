package io.subsidyrules.mutation;

import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.dialect.source.CancellationPoint;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.ItemAnswer;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.regression.Scenario;
import io.subsidyrules.regression.ScenarioRunner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The items that the answer to each scenario has: a change of any other item changes nothing in it. */
final class SeenItems {

    /** An item of the answer to a scenario. */
    private record Seen(int scenario, boolean eligible, int claims) {}

    private final List<Scenario> scenarios;
    private final Map<AwardChoice.Item, List<Seen>> seen = new HashMap<>();

    private SeenItems(List<Scenario> scenarios) {
        this.scenarios = scenarios;
    }

    /** Evaluates all scenarios, of which only the decision counts from then on. */
    static SeenItems of(Ruleset ruleset, List<Scenario> scenarios, CancellationPoint deadline) {
        SeenItems items =
                new SeenItems(scenarios.stream().map(Scenario::ofDecision).toList());
        ScenarioRunner runner = new ScenarioRunner(ruleset);
        for (int i = 0; i < scenarios.size(); i++) {
            deadline.reached(scenarios.get(i).place().file());
            int index = i;
            int claims = scenarios.get(i).claimCount();
            runner.show(scenarios.get(i), (request, answer) -> items(answer).forEach(item -> items.seen
                    .computeIfAbsent(
                            new AwardChoice.Item(
                                    item.item().policy(), item.item().id()),
                            first -> new ArrayList<>())
                    .add(new Seen(index, item.status() == Status.ELIGIBLE, claims))));
        }
        return items;
    }

    private static Stream<ItemAnswer> items(Answer answer) {
        return Stream.concat(
                answer.claims().stream().flatMap(claim -> claim.items().stream()), answer.supports().stream());
    }

    /** The scenarios that can see a change of the items, those first that pay one of them for few claims. */
    List<Scenario> of(Set<AwardChoice.Item> items) {
        return items.stream()
                .flatMap(item -> seen.getOrDefault(item, List.of()).stream())
                .sorted(Comparator.comparing((Seen one) -> !one.eligible())
                        .thenComparing(Seen::claims)
                        .thenComparing(Seen::scenario))
                .map(one -> scenarios.get(one.scenario()))
                .distinct()
                .toList();
    }
}
