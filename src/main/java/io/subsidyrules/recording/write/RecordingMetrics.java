package io.subsidyrules.recording.write;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.subsidyrules.engine.request.RequestFaultsException;
import io.subsidyrules.engine.request.UnreadableRequestException;
import io.subsidyrules.recording.NotRecordedException;
import io.subsidyrules.recording.integrity.LedgerContinuity;
import io.subsidyrules.recording.integrity.LedgerSigner;
import io.subsidyrules.recording.store.RecordedDecision;
import io.subsidyrules.rulesets.NoRulesetException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts decisions and revocations by outcome, times what is recorded, and watches the thread that writes. Every
 * outcome is one of a few: the best status of what was recorded, {@code repeated} where a key brought an earlier
 * decision back, or why nothing was recorded.
 */
@ApplicationScoped
class RecordingMetrics {

    private static final Duration[] BOUNDS = {
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2)
    };

    private static final String DECISIONS = "subsidy.decisions";
    private static final String REVOCATIONS = "subsidy.revocations";

    /** There from the start, so that a first increase is seen as one. */
    private static final List<String> USUAL = List.of(
            "eligible",
            "referred",
            "undetermined",
            "not_eligible",
            "repeated",
            "refused",
            "away",
            "in_doubt",
            "failed");

    private final MeterRegistry registry;
    private final DistributionSummary batches;

    RecordingMetrics(MeterRegistry registry, LedgerContinuity continuity, LedgerSigner signing) {
        this.registry = registry;
        this.batches = DistributionSummary.builder("subsidy.writer.batch")
                .description("What was recorded together in one transaction")
                .serviceLevelObjectives(1, 4, 16, 64, 256)
                .register(registry);
        Gauge.builder("subsidy.ledger.sequence", continuity, LedgerContinuity::sequence)
                .description("The last entry of the ledger as this service left it")
                .register(registry);
        Gauge.builder("subsidy.ledger.continued", continuity, known -> known.isBroken() ? 0 : 1)
                .description("Whether the ledger has what this service recorded, and nothing that it did not")
                .register(registry);
        Gauge.builder("subsidy.ledger.key", signing, known -> known.isMissing() ? 0 : 1)
                .description("Whether the service has the key that seals what it records")
                .register(registry);
        USUAL.forEach(outcome -> counter(DECISIONS, outcome));
        counter(REVOCATIONS, "revoked");
    }

    void watch(TaskQueue waiting) {
        Gauge.builder("subsidy.writer.queue", waiting, TaskQueue::size)
                .description("What waits to be recorded")
                .register(registry);
    }

    void batch(int size) {
        batches.record(size);
    }

    /**
     * Counts a decision.
     *
     * @param recorded its outcome once it is recorded
     */
    CompletableFuture<RecordedDecision> decision(
            Supplier<CompletableFuture<RecordedDecision>> deciding, Supplier<String> recorded) {
        return counted(DECISIONS, "subsidy.decision", deciding, recorded);
    }

    CompletableFuture<RecordedDecision> revocation(Supplier<CompletableFuture<RecordedDecision>> revoking) {
        return counted(REVOCATIONS, "subsidy.revocation", revoking, () -> "revoked");
    }

    private CompletableFuture<RecordedDecision> counted(
            String counter,
            String timer,
            Supplier<CompletableFuture<RecordedDecision>> recording,
            Supplier<String> recorded) {
        long began = System.nanoTime();
        try {
            return recording.get().whenComplete((done, failed) -> {
                counter(counter, failed == null ? recorded.get() : reason(failed))
                        .increment();
                if (failed == null) {
                    timer(timer).record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
                }
            });
        } catch (RuntimeException refused) {
            counter(counter, reason(refused)).increment();
            throw refused;
        }
    }

    private Counter counter(String name, String outcome) {
        return Counter.builder(name)
                .description("Requests by what became of them")
                .tag("outcome", outcome)
                .register(registry);
    }

    private Timer timer(String name) {
        return Timer.builder(name)
                .description("From the request that was read until it is recorded")
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }

    private static String reason(@Nullable Throwable failed) {
        Throwable why = failed instanceof CompletionException wrapped ? wrapped.getCause() : failed;
        if (why instanceof NotRecordedException not) {
            return not.reason().name().toLowerCase(Locale.ROOT);
        }
        if (why instanceof RequestFaultsException) {
            return "refused";
        }
        if (why instanceof UnreadableRequestException) {
            return "unreadable";
        }
        return why instanceof NoRulesetException ? "unavailable" : "failed";
    }
}
