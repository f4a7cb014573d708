package io.subsidyrules.rulesets;

import io.subsidyrules.dialect.RuleSources;
import io.subsidyrules.policy.Fault;
import io.subsidyrules.policy.Language;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Says in the log which ruleset went live, or why the folder's rules did not, fault by fault. */
final class StandingLog {

    private static final Logger LOG = Logger.getLogger("io.subsidyrules.rulesets");

    private final Path folder;

    StandingLog(Path folder) {
        this.folder = folder;
    }

    void tell(Standing standing) {
        Standing.Found found = standing.folder();
        if (standing.state() == Standing.State.CURRENT) {
            standing.live()
                    .ifPresent(live -> LOG.infof(
                            "Ruleset %s is live: %s items, %s scenarios passed, judged in %s ms",
                            live.ruleset().version(),
                            live.ruleset().items().size(),
                            found.scenarios(),
                            found.took().toMillis()));
            return;
        }
        LOG.errorf(
                "The rules in %s do not go live (faults: %s); %s.\n%s",
                folder,
                found.faults().size(),
                standing.live()
                        .map(live ->
                                "ruleset %s stays live".formatted(live.ruleset().version()))
                        .orElse("no ruleset is live"),
                found.faults().stream()
                        .map(fault -> lines(fault, found.sources()))
                        .collect(Collectors.joining("\n")));
    }

    private static String lines(Fault fault, RuleSources sources) {
        return "%s %s\n%s\n%s\n%s"
                .formatted(
                        fault.place(),
                        fault.code(),
                        sources.excerpt(fault.place()),
                        fault.told(Language.EN),
                        fault.told(Language.ZH));
    }
}
