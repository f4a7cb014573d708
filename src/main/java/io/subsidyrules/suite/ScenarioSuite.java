package io.subsidyrules.suite;

import io.subsidyrules.dialect.source.Limits;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.FaultsException;
import io.subsidyrules.fault.Place;
import io.subsidyrules.regression.Coverage;
import io.subsidyrules.regression.Judgement;
import io.subsidyrules.regression.Largest;
import io.subsidyrules.regression.Scenario;
import io.subsidyrules.regression.ScenarioFile;
import io.subsidyrules.regression.ScenarioIdentity;
import io.subsidyrules.regression.ScenarioReport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reads a rules folder and runs its scenarios on all processors, the files of scenarios side by side with the rules.
 * Its judgement of the files is that of {@link Judgement#of(RuleSources)}, which takes one processor and less memory.
 */
public final class ScenarioSuite {

    private final RuleSources sources;
    private final Predicate<Scenario> chosen;
    private final SharedTime deadline;
    private final Follower follower;
    private final ExecutorService threads;

    private ScenarioSuite(
            RuleSources sources,
            Predicate<Scenario> chosen,
            Duration time,
            Follower follower,
            ExecutorService threads) {
        this.sources = sources;
        this.chosen = chosen;
        this.deadline = new SharedTime(time);
        this.follower = follower;
        this.threads = threads;
    }

    /**
     * Runs the chosen scenarios of a folder.
     *
     * @param time the most that it may take
     * @throws TooLongException if it takes longer
     */
    public static SuiteRun run(RuleSources sources, Predicate<Scenario> chosen, Duration time) {
        return run(sources, chosen, time, Follower.NONE);
    }

    /**
     * Runs the chosen scenarios of a folder, while somebody follows.
     *
     * @param time the most that it may take
     * @throws TooLongException if it takes longer
     */
    public static SuiteRun run(RuleSources sources, Predicate<Scenario> chosen, Duration time, Follower follower) {
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            return new ScenarioSuite(sources, chosen, time, follower, threads).run();
        } catch (CompletionException failed) {
            throw cause(failed);
        } finally {
            threads.shutdownNow();
        }
    }

    private SuiteRun run() {
        Faults faults = new Faults();
        CompletableFuture<Optional<Ruleset>> rules =
                CompletableFuture.supplyAsync(() -> ruleset(sources, faults, deadline), threads);
        List<CompletableFuture<FileRun>> read = ScenarioFile.paths(sources)
                .map(path ->
                        CompletableFuture.supplyAsync(() -> FileRun.read(path, sources, chosen, deadline), threads))
                .toList();
        Optional<Ruleset> ruleset = rules.join();
        Map<String, Long> claims =
                read.stream().map(CompletableFuture::join).collect(Collectors.toMap(FileRun::path, FileRun::claims));
        boolean tooMany = areTooMany(claims, faults);
        AtomicLong done = new AtomicLong();
        long total =
                read.stream().mapToLong(file -> file.join().identities().size()).sum();
        Runnable ran = () -> follower.at(done.incrementAndGet(), total);
        List<FileRun> files = read.stream()
                .map(file -> file.thenApplyAsync(one -> one.run(tooMany ? Optional.empty() : ruleset, ran), threads))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        return run(ruleset, files, faults, tooMany);
    }

    /** The results in the order of the files, whichever was ready first. */
    private static SuiteRun run(Optional<Ruleset> ruleset, List<FileRun> files, Faults faults, boolean tooMany) {
        ScenarioReport report = new ScenarioReport(faults);
        Coverage coverage = new Coverage();
        for (FileRun file : files) {
            faults.addAll(file.faults());
            file.results().forEach(result -> report.add(result.scenario(), result.faults()));
            coverage.add(file.coverage());
        }
        List<ScenarioIdentity> scenarios = tooMany
                ? List.of()
                : files.stream().flatMap(file -> file.identities().stream()).toList();
        Optional<Coverage> counted = Optional.of(coverage).filter(all -> ruleset.isPresent() && !tooMany);
        return new SuiteRun(
                Judgement.of(ruleset, scenarios, counted, faults, report),
                files.stream().flatMap(file -> file.results().stream()).toList());
    }

    private static Optional<Ruleset> ruleset(RuleSources sources, Faults faults, SharedTime deadline) {
        if (sources.files().isEmpty()) {
            sources.faults().forEach(faults::add);
            return Optional.empty();
        }
        try {
            return Optional.of(Ruleset.of(sources, deadline));
        } catch (FaultsException refused) {
            faults.addAll(refused);
            return Optional.empty();
        }
    }

    private static boolean areTooMany(Map<String, Long> claims, Faults faults) {
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

    private static RuntimeException cause(CompletionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException exception ? exception : failed;
    }
}
