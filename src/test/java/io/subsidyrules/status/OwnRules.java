package io.subsidyrules.status;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.subsidyrules.FirstPolicy;
import io.subsidyrules.rulesets.RulesCopy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Starts the service on a fresh copy of the rules, with nothing kept of earlier runs. */
public class OwnRules implements QuarkusTestProfile {

    private final RulesCopy rules;
    private final Path data;

    public OwnRules() {
        this("own-rules");
    }

    OwnRules(String name) {
        this(name, FirstPolicy.FOLDER);
    }

    OwnRules(String name, Path of) {
        try {
            Path target = Files.createTempDirectory(Path.of("target"), name);
            this.rules = RulesCopy.at(target.resolve("rules"), of);
            this.data = target.resolve("data");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    final RulesCopy rules() {
        return rules;
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("subsidy.rules", rules.folder().toString(), "subsidy.data", data.toString());
    }

    /** The same by way of a link, which can be swapped for another folder. */
    public static class Linked extends OwnRules {

        public Linked() {
            super("linked-rules");
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            Path link = rules().folder().resolveSibling("live");
            try {
                if (!Files.exists(link)) {
                    Files.createSymbolicLink(link, rules().folder().getFileName());
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
            overrides.put("subsidy.rules", link.toString());
            return overrides;
        }
    }

    /** The same without scenarios, so that a rule can be changed alone. */
    public static class WithoutScenarios extends OwnRules {

        public WithoutScenarios() {
            super("unproven-rules");
            rules().withoutScenarios();
        }
    }

    /** The service on a copy of rules that read tables and lists and count members, without their scenarios. */
    public static class WithTables extends OwnRules {

        public WithTables() {
            super("rules-with-tables", Path.of("src/test/resources/tables"));
            rules().withoutScenarios();
        }
    }

    /** The first policy, where a rule has a fault from the start, and no database names a ruleset that decided earlier. */
    public static class Faulty extends OwnRules {

        public Faulty() {
            super("faulty-rules");
            rules().edit(RulesCopy.DESIGN, "CentreLevel.PROVINCIAL", "CentreLevel.PROVINCAL");
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
            overrides.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:1/none");
            return overrides;
        }
    }
}
