package io.subsidyrules.mutation;

import io.subsidyrules.dialect.source.Deadline;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.fault.Place;
import io.subsidyrules.meaning.MeaningDiff;
import io.subsidyrules.meaning.tree.Effort;
import io.subsidyrules.mutation.killer.KillerSearch;
import io.subsidyrules.mutation.killer.Proposal;
import io.subsidyrules.regression.Scenario;
import io.subsidyrules.regression.mutant.Mutant;
import io.subsidyrules.regression.mutant.Mutants;
import io.subsidyrules.text.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Tries wrong changes of sound rules on the scenarios that can see them, on all processors. A change is noticed by what
 * a scenario decides, and not by its other sentences. One that no scenario notices is compared with the rules in
 * meaning, which proves that it changes nothing or says where it does.
 */
public final class MutationRun {

    private final Ruleset original;
    private final Set<String> names;
    private final Deadline deadline;
    private final AtomicInteger tried;
    private final SeenItems seen;
    private final KillerSearch search;

    private MutationRun(Ruleset original, List<Scenario> scenarios, Deadline deadline, AtomicInteger tried) {
        this.original = original;
        this.deadline = deadline;
        this.tried = tried;
        this.names = scenarios.stream().map(Scenario::name).collect(Collectors.toSet());
        this.seen = SeenItems.of(original, scenarios, deadline);
        this.search = new KillerSearch(original, scenarios, deadline);
    }

    /**
     * Makes and tries changes, rule by rule.
     *
     * @param scenarios of the rules, all of which pass
     * @param chosen the places whose changes are made
     * @param time the most that it may take
     * @throws MutationTimeException if it takes longer
     */
    public static MutationReport of(
            Ruleset original, List<Scenario> scenarios, Predicate<Place> chosen, Duration time, Progress progress) {
        AtomicInteger tried = new AtomicInteger();
        Deadline deadline = new Deadline(time, () -> new MutationTimeException(time, tried.get()));
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            MutationRun run = new MutationRun(original, scenarios, deadline, tried);
            return run.report(new OpenTrials(run::results, threads, progress), chosen);
        } catch (CompletionException failed) {
            throw cause(failed);
        } finally {
            threads.shutdownNow();
        }
    }

    private MutationReport report(OpenTrials trials, Predicate<Place> chosen) {
        Predicate<Place> inTime = place -> {
            deadline.reached(place.file());
            return chosen.test(place);
        };
        List<Mutants.Part> parts = Mutants.parts(original.book());
        for (int i = 0; i < parts.size(); i++) {
            int part = i;
            parts.get(i).forEach(inTime, mutant -> trials.add(mutant, part, parts.size()));
        }
        Map<Text, Proposal.Found> proposed = new LinkedHashMap<>();
        return new MutationReport(trials.finish(parts.size()).stream()
                .map(result -> result.namedApart(proposed, names))
                .toList());
    }

    private List<MutantResult> results(List<Mutant> mutants) {
        Trials trials = new Trials(seen.of(mutants.get(0).items()), deadline);
        List<MutantResult> results = new ArrayList<>();
        for (Mutant mutant : mutants) {
            deadline.reached(mutant.place().file());
            results.add(trials.isKilled(mutant) ? MutantResult.of(mutant, Fate.KILLED) : unnoticed(mutant));
            tried.incrementAndGet();
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
