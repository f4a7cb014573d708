package io.subsidyrules.storage;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.subsidyrules.storage.postgres.OwnPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
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

    /** Connects to the database of the service under test as the owner of its tables, who may what the service may not. */
    public static Connection owner() throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.flyway.username", String.class),
                config.getValue("quarkus.flyway.password", String.class));
    }

    /** Connects as the owner to a database of a PostgreSQL that may be starting still. */
    public static Connection connected(Map<String, String> settings, String database)
            throws SQLException, InterruptedException {
        long until = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (true) {
            try {
                return DriverManager.getConnection(
                        url(settings, database),
                        Objects.requireNonNull(settings.get("quarkus.flyway.username")),
                        Objects.requireNonNull(settings.get("quarkus.flyway.password")));
            } catch (SQLException starting) {
                if (System.nanoTime() > until) {
                    throw starting;
                }
                Thread.sleep(50);
            }
        }
    }

    /** Where a database of a PostgreSQL is. */
    public static String url(Map<String, String> settings, String database) {
        return Objects.requireNonNull(settings.get("quarkus.datasource.jdbc.url"))
                .replaceAll("/[^/]*$", "/" + database);
    }

    @Override
    public void stop() {
        Objects.requireNonNull(postgres).close();
    }
}
