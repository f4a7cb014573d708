package io.subsidyrules.rulesets;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Says in {@code subsidy_ruleset_info} which ruleset is live, in {@code subsidy_ruleset_items} how many items it has,
 * in {@code subsidy_ruleset_stale} whether the rules folder has faults (1, to be alarmed at), in
 * {@code subsidy_ruleset_kept} whether a restart with faulty rules would find what is live (0, to be alarmed at), in
 * {@code subsidy_ruleset_policies} how many policies are live as the folder has them, as it had them before, or not at
 * all, in {@code subsidy_rules_faults} and {@code subsidy_rules_notices} how many faults and notices there are, and in
 * {@code subsidy_rules_judged_seconds} how often the folder changed, with which verdict ({@code live},
 * {@code partly_live} where only some policies went live, {@code refused} where nothing did), and how long judging it
 * took; {@code subsidy_rules_judging_seconds} is how long its content has been waiting for a verdict, and
 * {@code subsidy_rules_look_age_seconds} grows where the folder is no longer looked at.
 */
@Startup
@ApplicationScoped
class RulesetMetrics {

    private final MeterRegistry registry;
    private final MultiGauge info;

    RulesetMetrics(MeterRegistry registry, LiveRuleset live) {
        this.registry = registry;
        this.info = MultiGauge.builder("subsidy.ruleset.info")
                .description("The version of the ruleset that is live")
                .register(registry);
        registry.gauge("subsidy.ruleset.items", live, RulesetMetrics::items);
        registry.gauge("subsidy.ruleset.stale", live, ruleset -> isCurrent(ruleset.state()) ? 0 : 1);
        registry.gauge("subsidy.ruleset.kept", live, ruleset -> ruleset.unkept().isEmpty() ? 1 : 0);
        registry.gauge(
                "subsidy.rules.faults",
                live,
                ruleset -> ruleset.state().folder().faults().size());
        registry.gauge("subsidy.rules.notices", live, ruleset -> ruleset.state()
                .folder()
                .noticeCount());
        registry.gauge(
                "subsidy.rules.look.age.seconds", live, ruleset -> Duration.between(ruleset.looked(), Instant.now())
                        .toSeconds());
        registry.gauge("subsidy.rules.judging.seconds", live, RulesetMetrics::judging);
        for (PartState.State state : PartState.State.values()) {
            registry.gauge(
                    "subsidy.ruleset.policies",
                    Tags.of("state", state.name().toLowerCase(Locale.ROOT)),
                    live,
                    ruleset -> ruleset.state().policies(state));
        }
        changed(live.state());
    }

    void changed(@Observes RulesetState now) {
        info.register(
                now.live().stream()
                        .map(live -> MultiGauge.Row.of(
                                Tags.of("version", live.ruleset().version()), () -> 1))
                        .toList(),
                true);
        if (!now.folder().pending()) {
            registry.timer("subsidy.rules.judged", "verdict", verdict(now))
                    .record(now.folder().took());
        }
    }

    /**
     * The seconds since when the folder has a content that is not judged; none if the state is that of its content.
     */
    private static double judging(LiveRuleset ruleset) {
        return ruleset.judgedSince()
                .map(since -> Duration.between(since, Instant.now()).toMillis() / 1000.0)
                .orElse(0.0);
    }

    private static String verdict(RulesetState now) {
        if (isCurrent(now)) {
            return "live";
        }
        return now.isPartlyNew() ? "partly_live" : "refused";
    }

    private static boolean isCurrent(RulesetState now) {
        return now.state() == RulesetState.State.CURRENT;
    }

    private static int items(LiveRuleset ruleset) {
        return ruleset.state()
                .live()
                .map(live -> live.ruleset().items())
                .orElse(List.of())
                .size();
    }
}
