package io.subsidyrules.evaluation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.ClaimAnswer;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.request.RequestFaultsException;
import io.subsidyrules.engine.request.UnreadableRequestException;
import io.subsidyrules.rulesets.NoRulesetException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * Counts evaluations by outcome in {@code subsidy_evaluations_total} and times them in {@code
 * subsidy_evaluation_seconds}. The outcome is the best status among the claims; {@code no_claims} where there are none,
 * {@code refused} and {@code unreadable} where the request has faults, {@code unavailable} where no ruleset is live.
 */
@ApplicationScoped
class EvaluationMetrics {

    private static final Duration[] BUCKETS = LongStream.of(
                    25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 50_000, 250_000, 1_000_000, 5_000_000)
            .mapToObj(micros -> Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(micros)))
            .toArray(Duration[]::new);

    private final Timer timer;
    private final Map<Status, Counter> byStatus = new EnumMap<>(Status.class);
    private final Counter withoutClaims;
    private final Counter refused;
    private final Counter unreadable;
    private final Counter unavailable;
    private final Counter failed;

    EvaluationMetrics(MeterRegistry registry) {
        this.timer = Timer.builder("subsidy.evaluation")
                .description("From the body's bytes to the answer's")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
        for (Status status : Status.values()) {
            byStatus.put(status, counter(registry, status.name().toLowerCase(Locale.ROOT)));
        }
        this.withoutClaims = counter(registry, "no_claims");
        this.refused = counter(registry, "refused");
        this.unreadable = counter(registry, "unreadable");
        this.unavailable = counter(registry, "unavailable");
        this.failed = counter(registry, "failed");
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder("subsidy.evaluations")
                .description("Evaluations by the best status among the claims")
                .tag("outcome", outcome)
                .register(registry);
    }

    /** An evaluation gave that answer, and took so long. */
    void answered(Answer answer, long nanos) {
        count(outcome(answer), nanos);
    }

    /** An evaluation failed after so long. */
    void failed(Throwable failure, long nanos) {
        count(outcome(failure), nanos);
    }

    private void count(Counter outcome, long nanos) {
        timer.record(nanos, TimeUnit.NANOSECONDS);
        outcome.increment();
    }

    private Counter outcome(Answer answer) {
        Status best = null;
        for (ClaimAnswer claim : answer.claims()) {
            best = best == null ? claim.status() : best.best(claim.status());
        }
        Counter counter = best == null ? null : byStatus.get(best);
        return counter == null ? withoutClaims : counter;
    }

    private Counter outcome(Throwable failure) {
        if (failure instanceof RequestFaultsException) {
            return refused;
        }
        if (failure instanceof UnreadableRequestException) {
            return unreadable;
        }
        return failure instanceof NoRulesetException ? unavailable : failed;
    }
}
