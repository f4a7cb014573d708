package io.subsidyrules.rulesets;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The service is ready where a ruleset is live; the check names it. */
@Readiness
@ApplicationScoped
class RulesetReadiness implements HealthCheck {

    private final LiveRuleset live;

    RulesetReadiness(LiveRuleset live) {
        this.live = live;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("ruleset")
                .withData("version", live.current().version())
                .withData("items", live.current().items().size())
                .up()
                .build();
    }
}
