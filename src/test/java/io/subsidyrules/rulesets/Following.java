package io.subsidyrules.rulesets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A live ruleset whose changes can be waited for. */
final class Following implements AutoCloseable {

    /** Long after the rules of the first policy began. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T04:00:00Z"), ZoneOffset.UTC);

    private static final int PATIENCE_SECONDS = 60;

    /** Times that let a busy machine judge first. */
    static final LiveRuleset.Times PATIENT = new LiveRuleset.Times(Duration.ofMinutes(5), Duration.ofMinutes(5));

    private final BlockingQueue<RulesetState> changes;
    private final LiveRuleset live;

    private Following(LiveRuleset live, BlockingQueue<RulesetState> changes) {
        this.live = live;
        this.changes = changes;
    }

    static Following start(Path rules, Path data) {
        return start(rules, data, "this program");
    }

    static Following start(Path rules, Path data, String program) {
        return start(rules, data, program, PATIENT);
    }

    static Following start(Path rules, Path data, String program, LiveRuleset.Times times) {
        BlockingQueue<RulesetState> changes = new LinkedBlockingQueue<>();
        return new Following(new LiveRuleset(rules, data, program, changes::add, CLOCK, times), changes);
    }

    LiveRuleset live() {
        return live;
    }

    RulesetState state() {
        return live.state();
    }

    String version() {
        return live.current().version();
    }

    /** The next state that fulfils the condition; others before it are passed over. */
    RulesetState next(Predicate<RulesetState> condition) {
        try {
            while (true) {
                RulesetState now = changes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                assertThat(now).as("a change of the state in time").isNotNull();
                if (condition.test(now)) {
                    return now;
                }
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** Waits until the state fulfils a condition of which no change tells. */
    void await(Predicate<RulesetState> condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.test(state())) {
            assertThat(System.nanoTime()).as("the state in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    /** Waits until a content of the folder is being judged. */
    void awaitJudging() {
        await(now -> live.judgedSince().isPresent());
    }

    /** The very next state. */
    RulesetState next() {
        return next(any -> true);
    }

    @Override
    public void close() {
        live.close();
    }
}
