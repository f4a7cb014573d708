package io.subsidyrules.recording.write;

import static io.restassured.RestAssured.given;
import static io.subsidyrules.api.Api.caller;
import static io.subsidyrules.api.SentClaim.hosted;
import static io.subsidyrules.api.SentRequest.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.subsidyrules.api.Api;
import io.subsidyrules.storage.TestDatabase;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What those who run the service see of the recording: metrics and readiness. */
@QuarkusTest
@Tag("http")
class RecordingMetricsTest {

    private final AgroalDataSource source;

    @Inject
    RecordingMetricsTest(AgroalDataSource source) {
        this.source = source;
    }

    @BeforeEach
    void theDatabaseIsThere() throws InterruptedException {
        TestDatabase.await();
    }

    @Test
    void decisionsAreCountedByOutcome() {
        String project = UUID.randomUUID().toString();
        double eligible = metric("subsidy_decisions_total{outcome=\"eligible\"}");
        double repeated = metric("subsidy_decisions_total{outcome=\"repeated\"}");
        double reused = metric("subsidy_decisions_total{outcome=\"key_reused\"}");
        double refused = metric("subsidy_decisions_total{outcome=\"refused\"}");
        double timed = metric("subsidy_decision_seconds_count");
        decide(project, project, 201);
        decide(project, project, 201);
        decide("another", project, 422);
        decide("", UUID.randomUUID().toString(), 422);
        assertThat(metric("subsidy_decisions_total{outcome=\"eligible\"}")).isEqualTo(eligible + 1);
        assertThat(metric("subsidy_decisions_total{outcome=\"repeated\"}")).isEqualTo(repeated + 1);
        assertThat(metric("subsidy_decisions_total{outcome=\"key_reused\"}")).isEqualTo(reused + 1);
        assertThat(metric("subsidy_decisions_total{outcome=\"refused\"}")).isEqualTo(refused + 1);
        assertThat(metric("subsidy_decision_seconds_count")).isEqualTo(timed + 2);
    }

    @Test
    void theLedgerTheWriterAndTheDatabaseAreMeasured() {
        decide(UUID.randomUUID().toString(), UUID.randomUUID().toString(), 201);
        int last = given().get("/v1/ledger/head").path("sequence");
        assertThat(metric("subsidy_ledger_sequence")).isEqualTo(last);
        assertThat(metric("subsidy_ledger_continued")).isEqualTo(1);
        assertThat(metric("subsidy_database_up")).isEqualTo(1);
        assertThat(metric("subsidy_database_writable")).isEqualTo(1);
        assertThat(metric("subsidy_writer_queue")).isZero();
        assertThat(metric("subsidy_writer_batch_count")).isPositive();
        assertThat(metric("agroal_max_used_count{datasource=\"default\"}")).isPositive();
    }

    @Test
    void theTrialBeforeReadinessLeavesNothing() throws Exception {
        given().get("/q/health/ready")
                .then()
                .body("checks.find { it.name == 'ledger' }.data.checkpoints", equalTo("signed"));
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select (select count(*) from decision where caller = 'rehearsal')
                             + (select count(*) from tag where policy = 'sample')
                             + (select count(*) from idempotency_key where caller = 'rehearsal')""")) {
            row.next();
            assertThat(row.getInt(1)).isZero();
        }
    }

    private static double metric(String name) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    private static void decide(String project, String key, int status) {
        Api.decide(caller("metrics").header("Idempotency-Key", '"' + key + '"'), request(hosted("c1", project)))
                .then()
                .statusCode(status);
    }
}
