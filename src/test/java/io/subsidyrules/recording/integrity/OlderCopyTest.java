package io.subsidyrules.recording.integrity;

import static io.restassured.RestAssured.given;
import static io.subsidyrules.api.Api.decide;
import static io.subsidyrules.api.Api.decided;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.subsidyrules.storage.TestDatabase;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An older copy of the database comes in its place while the service runs. */
@QuarkusTest
@Tag("http")
class OlderCopyTest {

    private final String url;
    private final String user;
    private final String password;

    @Inject
    OlderCopyTest(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.flyway.username") String user,
            @ConfigProperty(name = "quarkus.flyway.password") String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    @BeforeEach
    void theDatabaseIsThere() throws InterruptedException {
        TestDatabase.await();
    }

    @Test
    void nothingIsRecordedInItUntilTheRightOneIsBack() throws Exception {
        decided();
        String name = url.substring(url.lastIndexOf('/') + 1);
        try (Connection connection =
                        DriverManager.getConnection(url.replaceAll("/[^/]*$", "/template1"), user, password);
                Statement admin = connection.createStatement()) {
            admin.execute("drop database if exists older");
            alone(name, admin, "create database older template " + name);
            TestDatabase.await();
            String hash = decided().path("hash");
            try {
                alone(name, admin, "alter database %s rename to newer".formatted(name));
                alone("older", admin, "alter database older rename to " + name);
                allowed(name, admin);
                readiness("database", "UP");
                decide().then().statusCode(503).body("detail", containsString("older copy"));
                given().get("/q/health/ready").then().statusCode(503);
                readiness("ledger", "DOWN");
                given().get("/v1/ledger/checkpoint").then().statusCode(503);
                given().get("/v1/ledger/head").then().statusCode(200);
            } finally {
                alone(name, admin, "alter database %s rename to older".formatted(name));
                alone("newer", admin, "alter database newer rename to " + name);
                allowed(name, admin);
                TestDatabase.await();
                admin.execute("drop database older");
            }
            given().get("/v1/ledger/head").then().body("hash", equalTo(hash));
            decided().then().body("previousHash", equalTo(hash));
        }
    }

    /** Does what needs a database without connections. */
    private static void alone(String database, Statement admin, String sql) throws SQLException {
        admin.execute("alter database %s allow_connections false".formatted(database));
        admin.execute("select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '%s'"
                .formatted(database));
        admin.execute(sql);
        if (sql.startsWith("create")) {
            allowed(database, admin);
        }
    }

    private static void allowed(String database, Statement admin) throws SQLException {
        admin.execute("alter database %s allow_connections true".formatted(database));
    }

    private static void readiness(String check, String status) throws InterruptedException {
        long until = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() < until
                && !status.equals(
                        given().get("/q/health/ready").path("checks.find { it.name == '" + check + "' }.status"))) {
            Thread.sleep(20);
        }
        given().get("/q/health/ready")
                .then()
                .body("checks.findAll { it.status == '%s' }.name".formatted(status), hasItem(check));
    }
}
