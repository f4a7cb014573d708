package io.subsidyrules.storage;

import static io.restassured.RestAssured.given;
import static io.subsidyrules.api.Api.decide;
import static io.subsidyrules.api.Api.decided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What callers are told while many read, or while nobody gets a connection: not that the database is away. */
@QuarkusTest
@Tag("http")
class ManyReadersTest {

    private static final int EXPORTS = 24;

    private final Database database;
    private final AgroalDataSource source;

    @Inject
    ManyReadersTest(Database database, AgroalDataSource source) {
        this.database = database;
        this.source = source;
    }

    @BeforeEach
    void theDatabaseIsThere() throws InterruptedException {
        TestDatabase.await();
    }

    @ParameterizedTest
    @CsvSource({"/v1/ledger,application/x-ndjson", "/v1/decisions,application/x-ndjson", "/v1/decisions,text/csv"})
    void oneExportTooManyIsToldSoAndHarmsNobody(String path, String type) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(EXPORTS);
        CountDownLatch begun = new CountDownLatch(EXPORTS);
        CountDownLatch end = new CountDownLatch(1);
        for (int i = 0; i < EXPORTS; i++) {
            threads.execute(() -> export(begun, end));
        }
        try {
            begun.await();
            given().accept(type)
                    .get(path)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "5")
                    .body("detail", containsString("Too many exports"));
            given().header("Accept-Language", "zh-CN")
                    .accept(type)
                    .get(path)
                    .then()
                    .statusCode(503)
                    .body("detail", containsString("导出过多"));
            given().get("/v1/decisions?limit=1").then().statusCode(200);
            decided();
            given().get("/q/health/ready").then().statusCode(200);
        } finally {
            end.countDown();
            threads.shutdown();
            // The next test finds all turns free.
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private void export(CountDownLatch begun, CountDownLatch end) {
        try {
            database.export(() -> held(begun, end));
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void held(CountDownLatch begun, CountDownLatch end) {
        begun.countDown();
        try {
            end.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aPoolWithoutConnectionsIsNoDatabaseThatIsAway() throws Exception {
        List<Connection> all = new ArrayList<>();
        try {
            for (int i = 0;
                    i < source.getConfiguration().connectionPoolConfiguration().maxSize();
                    i++) {
                all.add(source.getConnection());
            }
            given().get("/v1/ledger/head")
                    .then()
                    .statusCode(503)
                    .body("detail", containsString("did not give what is recorded in time"));
            decide().then().statusCode(503).body("detail", not(containsString("away")));
            assertThat(database.readable()).isTrue();
        } finally {
            for (Connection one : all) {
                close(one);
            }
        }
        TestDatabase.await();
        decided();
    }

    private static void close(Connection one) {
        try {
            one.close();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
