package io.subsidyrules.evaluation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.ClaimAnswer;
import io.subsidyrules.engine.request.RequestFaultsException;
import io.subsidyrules.engine.request.UnreadableRequestException;
import io.subsidyrules.rulesets.NoRulesetException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Counts evaluations by outcome in {@code subsidy_evaluations_total} and times them in {@code
 * subsidy_evaluation_seconds}. The outcome is the best status among the claims; {@code no_claims} where there are none,
 * {@code refused} and {@code unreadable} where the request has faults, {@code unavailable} where no ruleset is live.
 */
@ApplicationScoped
class EvaluationMetrics {

    private final MeterRegistry registry;
    private final Timer timer;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    EvaluationMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.timer = Timer.builder("subsidy.evaluation")
                .description("From the body's bytes to the answer's")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
    }

    byte[] measured(Supplier<Evaluated> evaluation, Function<Evaluated, byte[]> writing) {
        long began = System.nanoTime();
        String outcome = "failed";
        try {
            Evaluated evaluated = evaluation.get();
            byte[] bytes = writing.apply(evaluated);
            outcome = outcome(evaluated.answer());
            return bytes;
        } catch (RequestFaultsException refused) {
            outcome = "refused";
            throw refused;
        } catch (UnreadableRequestException unreadable) {
            outcome = "unreadable";
            throw unreadable;
        } catch (NoRulesetException none) {
            outcome = "unavailable";
            throw none;
        } finally {
            timer.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
            counters.computeIfAbsent(outcome, this::counter).increment();
        }
    }

    private Counter counter(String outcome) {
        return Counter.builder("subsidy.evaluations")
                .description("Evaluations by the best status among the claims")
                .tag("outcome", outcome)
                .register(registry);
    }

    private static String outcome(Answer answer) {
        return answer.claims().stream()
                .map(ClaimAnswer::status)
                .min(Enum::compareTo)
                .map(status -> status.name().toLowerCase(Locale.ROOT))
                .orElse("no_claims");
    }
}
