package io.subsidyrules.storage;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives the service under test a PostgreSQL of the kind that it brings along: all tests of a build share it. */
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private @Nullable OwnPostgres postgres;

    @Override
    public Map<String, String> start() {
        OwnPostgres started = OwnPostgres.in(Path.of("target", "database"));
        postgres = started;
        return started.settings();
    }

    /** Waits until the service under test can record; its schema is made after it has started. */
    public static void await() throws InterruptedException {
        long until = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (given().get("/q/health/ready").statusCode() != 200 && System.nanoTime() < until) {
            Thread.sleep(20);
        }
    }

    @Override
    public void stop() {
        Objects.requireNonNull(postgres).close();
    }
}
