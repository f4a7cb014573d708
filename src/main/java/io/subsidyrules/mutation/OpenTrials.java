package io.subsidyrules.mutation;

import io.subsidyrules.regression.mutant.Mutant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Changes that are tried by other threads while the next ones are made. Those of the same items that follow each other
 * are tried by one thread. No more than a few are ever open, however many there are: who adds one waits until the
 * first of them are tried. For one thread.
 */
final class OpenTrials {

    /** So many changes of the same items are tried by one thread after the other. */
    private static final int TOGETHER = 12;

    /** Enough that no thread has nothing to do while one of them looks for a scenario. */
    private static final int OPEN = 4 * Runtime.getRuntime().availableProcessors();

    private final Function<List<Mutant>, List<MutantResult>> tried;
    private final Executor threads;
    private final Progress progress;
    private final Deque<Batch> open = new ArrayDeque<>();
    private final List<MutantResult> results = new ArrayList<>();
    private List<Mutant> next = new ArrayList<>();

    /** @param tried tries changes of the same items */
    OpenTrials(Function<List<Mutant>, List<MutantResult>> tried, Executor threads, Progress progress) {
        this.tried = tried;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Changes that are being tried.
     *
     * @param part the number of parts of the rules that are done with it
     */
    private record Batch(CompletableFuture<List<MutantResult>> results, int part) {}

    /** Adds a change of the part of that number. */
    void add(Mutant mutant, int part, int parts) {
        if (next.size() == TOGETHER || (!next.isEmpty() && !next.get(0).items().equals(mutant.items()))) {
            begin(part, parts);
        }
        next.add(mutant);
    }

    private void begin(int part, int parts) {
        List<Mutant> batch = next;
        next = new ArrayList<>();
        if (open.size() == OPEN) {
            finishFirst(parts);
        }
        open.add(new Batch(CompletableFuture.supplyAsync(() -> tried.apply(batch), threads), part));
    }

    private void finishFirst(int parts) {
        Batch first = open.remove();
        results.addAll(first.results().join());
        progress.done(first.part(), parts);
    }

    /** Waits for all, and gives their results in the order in which they were added. */
    List<MutantResult> finish(int parts) {
        if (!next.isEmpty()) {
            begin(parts, parts);
        }
        while (!open.isEmpty()) {
            finishFirst(parts);
        }
        return List.copyOf(results);
    }
}
