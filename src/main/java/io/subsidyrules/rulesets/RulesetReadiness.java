package io.subsidyrules.rulesets;

import io.subsidyrules.text.Shortened;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * The service is ready where a ruleset is live, be it that of the rules folder or the last good one; the check names
 * it, and the first fault of the folder where it has any.
 */
@Readiness
@ApplicationScoped
class RulesetReadiness implements HealthCheck {

    private static final int LONGEST_REASON = 1_000;

    private final LiveRuleset live;

    RulesetReadiness(LiveRuleset live) {
        this.live = live;
    }

    @Override
    public HealthCheckResponse call() {
        RulesetState now = live.state();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("ruleset")
                .withData("state", now.state().name())
                .status(now.live().isPresent());
        now.live().ifPresent(serving -> response.withData(
                        "version", serving.ruleset().version())
                .withData("items", serving.ruleset().items().size()));
        now.folder().faults().stream().findFirst().ifPresent(fault -> response.withData(
                        "faults", now.folder().faults().size())
                .withData("reason", Shortened.end(fault.toString(), LONGEST_REASON)));
        live.judgedSince()
                .ifPresent(since -> response.withData(
                        "judging",
                        "The rules folder is being judged since %s; what is live stays until then.".formatted(since)));
        live.missed()
                .ifPresent(missed -> response.withData(
                        "folder",
                        "The rules folder cannot be looked at since %s: %s. What was live before stays."
                                .formatted(missed.since(), missed.why().en())));
        live.unkept()
                .ifPresent(unkept -> response.withData(
                        "kept",
                        ("The live ruleset is not kept since %s: %s."
                                        + " A restart with faulty rules would find an older one or none.")
                                .formatted(unkept.since(), unkept.why().en())));
        live.fallback().reason().ifPresent(reason -> response.withData("newest", reason.en()));
        return response.build();
    }
}
