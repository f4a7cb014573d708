package io.subsidyrules.rulesets;

import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.folder.Identity;
import io.subsidyrules.memory.OutOfMemory;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Looks at a rules folder in a thread of its own. A disk that does not answer, and a pipe that somebody puts in the
 * place of a file at just that moment, keep that thread for as long as they like; the look is then given up, and the
 * next one does without the file that it was at. Not thread-safe.
 */
final class TimedLooks {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(TimedLooks.class);

    /** More threads are not given up: from then on it takes a restart, or what keeps them to end. */
    static final int MOST_GIVEN_UP = 32;

    /** A file at which a look was given up is not opened for this long. */
    private static final Duration SHUNNED = Duration.ofMinutes(1);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Disk disk;
    private final Duration longestStep;
    private final Duration longest;
    private final List<Attempt> givenUp = new ArrayList<>();
    private final Map<String, Long> shunned = new HashMap<>();
    private ExecutorService thread = thread();
    private Duration pause = Duration.ZERO;
    private long notBefore = System.nanoTime();

    /** Looks at a folder, for as long as that takes. */
    interface Disk {
        SourceFolder.Look look(Map<String, Identity> before, Set<String> shunned, Consumer<String> reached)
                throws IOException;
    }

    /**
     * Looks with deadlines.
     *
     * @param longestStep the longest time at one file
     * @param longest the longest time of a look
     */
    TimedLooks(Disk disk, Duration longestStep, Duration longest) {
        this.disk = disk;
        this.longestStep = longestStep;
        this.longest = longest;
    }

    /** The folder could not be looked at, for a reason that does not lie in it. */
    static final class MissedException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Text why;

        MissedException(Text why) {
            super(why.en());
            this.why = why;
        }

        Text why() {
            return why;
        }
    }

    /** A look under way. */
    private static final class Attempt {

        private final long began = System.nanoTime();
        private final CompletableFuture<SourceFolder.Look> done = new CompletableFuture<>();
        private volatile String path = "";
        private volatile long reached = began;

        void reached(String next) {
            path = next;
            reached = System.nanoTime();
        }

        boolean isOverdue(Duration longestStep, Duration longest) {
            long now = System.nanoTime();
            return now - reached > longestStep.toNanos() || now - began > longest.toNanos();
        }
    }

    /**
     * Looks at the folder.
     *
     * @throws IOException if it cannot be read
     * @throws MissedException if it took too long
     */
    SourceFolder.Look look(Map<String, Identity> before) throws IOException, MissedException {
        givenUp.removeIf(attempt -> attempt.done.isDone());
        if (givenUp.size() >= MOST_GIVEN_UP) {
            throw new MissedException(TEXTS.text("looksGivenUp", givenUp.size()));
        }
        if (System.nanoTime() - notBefore < 0) {
            throw overdue(givenUp.isEmpty() ? "" : givenUp.get(givenUp.size() - 1).path);
        }
        shunned.values().removeIf(until -> System.nanoTime() - until > 0);
        Set<String> without = Set.copyOf(shunned.keySet());
        Attempt attempt = new Attempt();
        thread.execute(() -> run(attempt, before, without));
        return result(attempt);
    }

    private void run(Attempt attempt, Map<String, Identity> before, Set<String> without) {
        try {
            attempt.done.complete(disk.look(before, without, attempt::reached));
        } catch (IOException | RuntimeException | Error failed) {
            OutOfMemory.endIfCauseOf(failed);
            attempt.done.completeExceptionally(failed);
        }
    }

    private SourceFolder.Look result(Attempt attempt) throws IOException, MissedException {
        while (!attempt.isOverdue(longestStep, longest)) {
            Optional<SourceFolder.Look> look = within(longestStep.toMillis() / 4 + 1, attempt);
            if (look.isPresent()) {
                pause = Duration.ZERO;
                return look.get();
            }
        }
        giveUp(attempt);
        throw overdue(attempt.path);
    }

    private static Optional<SourceFolder.Look> within(long milliseconds, Attempt attempt)
            throws IOException, MissedException {
        try {
            return Optional.of(attempt.done.get(milliseconds, TimeUnit.MILLISECONDS));
        } catch (TimeoutException later) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw overdue("");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw new CompletionException(Objects.requireNonNull(failed.getCause()));
        }
    }

    private void giveUp(Attempt attempt) {
        thread.shutdown();
        thread = thread();
        givenUp.add(attempt);
        long now = System.nanoTime();
        if (!attempt.path.isEmpty()) {
            shunned.put(attempt.path, now + SHUNNED.toNanos());
        }
        Duration twice = pause.isZero() ? longestStep.dividedBy(10) : pause.multipliedBy(2);
        pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
        notBefore = now + pause.toNanos();
    }

    private static MissedException overdue(String path) {
        return new MissedException(path.isEmpty() ? TEXTS.text("diskSilent") : TEXTS.text("diskSilentAt", path));
    }

    private static ExecutorService thread() {
        return Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "rules-look");
            thread.setDaemon(true);
            return thread;
        });
    }

    void close() {
        thread.shutdownNow();
    }
}
