package io.subsidyrules.mutation;

import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.meaning.MeaningDiff;
import io.subsidyrules.meaning.tree.Effort;
import io.subsidyrules.mutation.killer.KillerSearch;
import io.subsidyrules.mutation.killer.Proposal;
import io.subsidyrules.regression.Scenario;
import io.subsidyrules.regression.mutant.Mutant;
import io.subsidyrules.text.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tries wrong changes of sound rules on the scenarios that can see them, on all processors. A change is noticed by what
 * a scenario decides, and not by its other sentences. One that no scenario notices is compared with the rules in
 * meaning, which proves that it changes nothing or says where it does.
 */
public final class MutationRun {

    /** So many changes of the same items are tried by one thread after the other. */
    private static final int TOGETHER = 12;

    private final Ruleset original;
    private final List<Mutant> mutants;
    private final Set<String> names;
    private final Deadline deadline;
    private final SeenItems seen;
    private final KillerSearch search;

    private MutationRun(Ruleset original, List<Scenario> scenarios, List<Mutant> mutants, Deadline deadline) {
        this.original = original;
        this.mutants = mutants;
        this.deadline = deadline;
        this.names = scenarios.stream().map(Scenario::name).collect(Collectors.toSet());
        this.seen = SeenItems.of(original, scenarios, deadline);
        this.search = new KillerSearch(original, scenarios, deadline);
    }

    /**
     * Tries changes.
     *
     * @param scenarios of the rules, all of which pass
     * @param time the most that it may take
     * @throws MutationTimeException if it takes longer
     */
    public static MutationReport of(
            Ruleset original, List<Scenario> scenarios, List<Mutant> mutants, Duration time, Progress progress) {
        Deadline deadline = new Deadline(time, mutants.size(), progress);
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            return new MutationRun(original, scenarios, mutants, deadline).on(threads);
        } catch (CompletionException failed) {
            throw cause(failed);
        } finally {
            threads.shutdownNow();
        }
    }

    private MutationReport on(ExecutorService threads) {
        List<CompletableFuture<Map<Integer, MutantResult>>> parts = parts().stream()
                .map(part -> CompletableFuture.supplyAsync(() -> tried(part), threads))
                .toList();
        Map<Integer, MutantResult> results = new LinkedHashMap<>();
        parts.forEach(part -> results.putAll(part.join()));
        Map<Text, Proposal.Found> proposed = new LinkedHashMap<>();
        return new MutationReport(IntStream.range(0, mutants.size())
                .mapToObj(i -> results.getOrDefault(i, MutantResult.of(mutants.get(i), Fate.SURVIVED)))
                .map(result -> result.namedApart(proposed, names))
                .toList());
    }

    /** The indexes of the changes, those of the same items together. */
    private List<List<Integer>> parts() {
        Map<Set<AwardChoice.Item>, List<Integer>> byItems = new LinkedHashMap<>();
        for (int i = 0; i < mutants.size(); i++) {
            byItems.computeIfAbsent(mutants.get(i).items(), first -> new ArrayList<>())
                    .add(i);
        }
        return byItems.values().stream()
                .flatMap(all -> IntStream.range(0, (all.size() + TOGETHER - 1) / TOGETHER)
                        .mapToObj(part -> all.subList(part * TOGETHER, Math.min(all.size(), (part + 1) * TOGETHER))))
                .toList();
    }

    private Map<Integer, MutantResult> tried(List<Integer> part) {
        Trials trials = new Trials(seen.of(mutants.get(part.get(0)).items()), deadline);
        Map<Integer, MutantResult> results = new LinkedHashMap<>();
        for (int index : part) {
            deadline.check();
            Mutant mutant = mutants.get(index);
            results.put(index, trials.isKilled(mutant) ? MutantResult.of(mutant, Fate.KILLED) : unnoticed(mutant));
            deadline.oneDone();
        }
        return results;
    }

    private MutantResult unnoticed(Mutant mutant) {
        MeaningDiff diff =
                MeaningDiff.of(original.book(), mutant.book(), new Effort(Effort.USUAL.evaluations(), deadline));
        return diff.isNoChange()
                ? MutantResult.of(mutant, Fate.EQUIVALENT)
                : MutantResult.survivor(mutant, search.propose(mutant, diff, seen.of(mutant.items())));
    }

    private static RuntimeException cause(CompletionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException exception ? exception : failed;
    }
}
