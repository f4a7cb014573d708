package io.subsidyrules;

import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** Has the service under test serve the first policy alone, where neither a profile nor the environment names other rules. */
public final class FirstPolicyConfig implements ConfigSource {

    private static final String RULES = "subsidy.rules";

    @Override
    public Set<String> getPropertyNames() {
        return Set.of(RULES);
    }

    @Override
    public @Nullable String getValue(String name) {
        return name.equals(RULES) ? FirstPolicy.FOLDER.toString() : null;
    }

    @Override
    public String getName() {
        return "the first policy";
    }

    /** Above application.properties, below the environment. */
    @Override
    public int getOrdinal() {
        return 260;
    }
}
