package io.subsidyrules;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.file.Path;
import java.util.Map;

/** The rules that are in force, for tests that name nothing of them; as a profile, it starts the service on them. */
public final class LiveRules implements QuarkusTestProfile {

    /** The folder's own path, relative to the project. */
    public static final Path FOLDER = Path.of("rules");

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("subsidy.rules", FOLDER.toString(), "subsidy.data", "target/live-rules-data");
    }
}
