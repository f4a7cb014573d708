package io.subsidyrules.rulesets;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Says in {@code subsidy_ruleset_info} which ruleset is live, and in {@code subsidy_ruleset_items} how many items it has. */
@Startup
@ApplicationScoped
class RulesetMetrics {

    RulesetMetrics(MeterRegistry registry, LiveRuleset live) {
        MultiGauge info = MultiGauge.builder("subsidy.ruleset.info")
                .description("The version of the ruleset that is live")
                .register(registry);
        info.register(
                List.of(MultiGauge.Row.of(Tags.of("version", live.current().version()), () -> 1)));
        registry.gauge("subsidy.ruleset.items", live, ruleset -> ruleset.current()
                .items()
                .size());
    }
}
