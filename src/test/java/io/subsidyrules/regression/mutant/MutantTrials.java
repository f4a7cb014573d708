package io.subsidyrules.regression.mutant;

import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.ItemAnswer;
import io.subsidyrules.meaning.MeaningDiff;
import io.subsidyrules.meaning.tree.Effort;
import io.subsidyrules.regression.Scenario;
import io.subsidyrules.regression.ScenarioRunner;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Scenarios that are run against mutants, each only against those of an item that its answer has. */
public final class MutantTrials {

    private final RuleBook book;
    private final Map<Scenario, Set<AwardChoice.Item>> seen = new LinkedHashMap<>();

    /** Of the scenarios only what they expect of the decision counts, and no sentence that explains it. */
    public MutantTrials(RuleBook book, List<Scenario> scenarios) {
        this.book = book;
        try (Ruleset ruleset = Ruleset.of(book)) {
            ScenarioRunner runner = new ScenarioRunner(ruleset);
            for (Scenario scenario : scenarios) {
                Set<AwardChoice.Item> items = new HashSet<>();
                runner.show(scenario, (request, answer) -> items(answer)
                        .map(item -> new AwardChoice.Item(
                                item.item().policy(), item.item().id()))
                        .forEach(items::add));
                seen.put(scenario.ofDecision(), items);
            }
        }
    }

    private static Stream<ItemAnswer> items(Answer answer) {
        return Stream.concat(
                answer.claims().stream().flatMap(claim -> claim.items().stream()), answer.supports().stream());
    }

    /** Whether a scenario turns red. */
    public boolean isNoticed(Mutant mutant) {
        try (Ruleset ruleset = Ruleset.of(mutant.book())) {
            ScenarioRunner runner = new ScenarioRunner(ruleset);
            return seen.entrySet().stream()
                    .filter(one -> !Collections.disjoint(one.getValue(), mutant.items()))
                    .anyMatch(one -> !runner.run(one.getKey()).isEmpty());
        }
    }

    /** Whether it is proved that the mutant decides as the rulebook does, so that no scenario can notice it. */
    public boolean isEquivalent(Mutant mutant) {
        return MeaningDiff.of(book, mutant.book(), Effort.USUAL).isNoChange();
    }
}
