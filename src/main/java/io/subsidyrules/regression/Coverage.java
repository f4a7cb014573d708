package io.subsidyrules.regression;

import io.subsidyrules.dialect.Condition;
import io.subsidyrules.dialect.Rule;
import io.subsidyrules.engine.Answer;
import io.subsidyrules.engine.DecidedItem;
import io.subsidyrules.engine.Failed;
import io.subsidyrules.engine.ItemAnswer;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What scenarios leave untried of a ruleset: items that hold in none, conditions that fail alone in none, fields that
 * are unknown in none.
 */
public final class Coverage {

    private final Set<DecidedItem> held = new HashSet<>();
    private final Map<DecidedItem, Set<String>> failedAlone = new HashMap<>();
    private final Map<DecidedItem, Set<String>> unknown = new HashMap<>();

    private Coverage() {}

    /** The gaps, as sentences, in the order of the items; empty where everything is tried. */
    public static List<String> gaps(Ruleset ruleset, List<Scenario> scenarios) {
        Coverage coverage = new Coverage();
        ScenarioRunner runner = new ScenarioRunner(ruleset);
        scenarios.forEach(scenario -> coverage.add(runner.answer(scenario)));
        return ruleset.items().stream().flatMap(coverage::gaps).toList();
    }

    private void add(Answer answer) {
        Stream.concat(answer.claims().stream().flatMap(claim -> claim.items().stream()), answer.supports().stream())
                .forEach(this::add);
    }

    private void add(ItemAnswer answer) {
        if (answer.status() == Status.ELIGIBLE || answer.status() == Status.REFERRED) {
            held.add(answer.item());
        }
        List<Failed> failed = answer.failed();
        if (failed.size() == 1 && failed.get(0).repeats().isEmpty()) {
            failedAlone
                    .computeIfAbsent(answer.item(), item -> new HashSet<>())
                    .add(failed.get(0).condition());
        }
        if (answer.missing().size() == 1) {
            String pointer = answer.missing().get(0);
            unknown.computeIfAbsent(answer.item(), item -> new HashSet<>())
                    .add(pointer.substring(pointer.lastIndexOf('/') + 1));
        }
    }

    private Stream<String> gaps(DecidedItem item) {
        List<String> gaps = new ArrayList<>();
        if (!held.contains(item)) {
            gaps.add("No scenario in which %s holds.".formatted(item.id()));
        }
        for (Rule rule : item.rules()) {
            failsAlone(item, rule.period().toString(), gaps);
            for (Condition condition : rule.conditions()) {
                failsAlone(item, condition.source(), gaps);
                condition.reads().stream()
                        .map(read -> read.field().name())
                        .filter(field -> !unknown.getOrDefault(item, Set.of()).contains(field))
                        .map(field -> "No scenario in which only %s is unknown for %s.".formatted(field, item.id()))
                        .filter(gap -> !gaps.contains(gap))
                        .forEach(gaps::add);
            }
        }
        return gaps.stream();
    }

    private void failsAlone(DecidedItem item, String condition, List<String> gaps) {
        if (!failedAlone.getOrDefault(item, Set.of()).contains(condition)) {
            gaps.add("No scenario in which only %s fails for %s.".formatted(condition, item.id()));
        }
    }
}
