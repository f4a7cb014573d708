package io.subsidyrules.storage;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives the service under test a PostgreSQL of the kind that it brings along: all tests of a build share it. */
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {

    private @Nullable OwnPostgres postgres;

    @Override
    public Map<String, String> start() {
        OwnPostgres started = OwnPostgres.in(Path.of("target", "database"));
        postgres = started;
        return started.settings();
    }

    @Override
    public void stop() {
        Objects.requireNonNull(postgres).close();
    }
}
