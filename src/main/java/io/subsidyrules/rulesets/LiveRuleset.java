package io.subsidyrules.rulesets;

import io.quarkus.runtime.Startup;
import io.subsidyrules.dialect.RuleSources;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.policy.FaultsException;
import io.subsidyrules.policy.Language;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The ruleset that requests are answered with, read from the rules folder when the service starts. */
@Startup
@ApplicationScoped
public class LiveRuleset {

    private static final Logger LOG = Logger.getLogger(LiveRuleset.class);

    private final Ruleset ruleset;

    /** Reads the folder; the service does not start on faulty rules, and its log names every fault. */
    public LiveRuleset(@ConfigProperty(name = "subsidy.rules", defaultValue = "rules") Path folder) {
        try {
            long began = System.nanoTime();
            this.ruleset = Ruleset.of(RuleSources.read(folder));
            LOG.infof(
                    "Ruleset %s: %s items, ready after %s ms",
                    ruleset.version(), ruleset.items().size(), (System.nanoTime() - began) / 1_000_000);
        } catch (FaultsException faulty) {
            faulty.faults().forEach(fault -> LOG.errorf("%s %s", fault, fault.told(Language.ZH)));
            throw faulty;
        }
    }

    /** The live ruleset; whoever evaluates takes it once and stays with it. */
    public Ruleset current() {
        return ruleset;
    }

    @PreDestroy
    void close() {
        ruleset.close();
    }
}
