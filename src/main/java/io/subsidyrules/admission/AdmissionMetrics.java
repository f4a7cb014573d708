package io.subsidyrules.admission;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counts what is refused, and shows what the budget and the lanes hold. */
@ApplicationScoped
class AdmissionMetrics {

    private final MeterRegistry registry;
    private final Map<Refusal, Counter> refused = new EnumMap<>(Refusal.class);

    AdmissionMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (Refusal why : Refusal.values()) {
            refused.put(
                    why,
                    Counter.builder("subsidy.requests.refused")
                            .description("Requests that were refused since there was too much to do")
                            .tag("reason", name(why))
                            .register(registry));
        }
    }

    void watch(Budget budget, Map<Work, Lane> lanes) {
        Gauge.builder("subsidy.budget.used", budget, Budget::used)
                .description("Memory that requests under way are counted with")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("subsidy.budget.limit", budget, Budget::limit)
                .description("Memory that requests under way may take together")
                .baseUnit("bytes")
                .register(registry);
        lanes.forEach((work, lane) -> {
            Gauge.builder("subsidy.work.waiting", lane, Lane::waiting)
                    .description("Requests that wait for their turn")
                    .tag("work", name(work))
                    .register(registry);
            Gauge.builder("subsidy.work.running", lane, Lane::running)
                    .description("Requests that are worked on")
                    .tag("work", name(work))
                    .register(registry);
        });
    }

    void refused(Refusal why) {
        Counter counter = refused.get(why);
        if (counter != null) {
            counter.increment();
        }
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
