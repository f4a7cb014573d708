package io.subsidyrules.decision;

import static io.restassured.RestAssured.given;
import static io.subsidyrules.api.Api.keyed;
import static io.subsidyrules.api.SentClaim.hosted;
import static io.subsidyrules.api.SentRequest.SHORTEST;
import static io.subsidyrules.api.SentRequest.request;
import static io.subsidyrules.codes.ApplicantCodes.ONE;
import static io.subsidyrules.codes.ApplicantCodes.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.subsidyrules.api.Api;
import io.subsidyrules.api.SentClaim;
import io.subsidyrules.api.SentRequest;
import io.subsidyrules.storage.TestDatabase;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A dry run says what a decision would be, and leaves nothing behind. */
@QuarkusTest
@Tag("http")
class DryRunTest {

    @Inject
    DataSource source;

    private final SentClaim claim = hosted("c1");

    @BeforeEach
    void theDatabaseIsThere() throws InterruptedException {
        TestDatabase.await();
    }

    @Test
    void nothingIsWritten() throws SQLException {
        Api.decided(request(hosted("c1")).asOf("2023-05-01"));
        Map<String, Long> before = rows();
        foresee(ONE, "key " + UUID.randomUUID())
                .then()
                .statusCode(200)
                .header("Location", nullValue())
                .header("Cache-Control", "no-store")
                .body("dryRun", equalTo(true))
                .body("result.claims[0].status", equalTo("ELIGIBLE"))
                .body("$", not(hasKey("id")))
                .body("$", not(hasKey("sequence")))
                .body("$", not(hasKey("hash")));
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void theDecisionThatFollowsAgrees() {
        String key = "key " + UUID.randomUUID();
        Response foreseen = foresee(ONE, key);
        assertSame(foreseen, decide(ONE, key));
    }

    @Test
    void whatWasPaidIsTakenIntoAccount() {
        Response paid = decide(ONE, "key " + UUID.randomUUID());
        Response again = foresee(ONE, "key " + UUID.randomUUID());
        again.then()
                .body("result.total", equalTo(0.0f))
                .body("result.claims[0].status", equalTo("NOT_ELIGIBLE"))
                .body("earlierAwards[0].decision", equalTo(paid.path("id")));
        assertSame(again, decide(ONE, "key " + UUID.randomUUID()));
        Response other = foresee(OTHER, "key " + UUID.randomUUID());
        other.then().body("result.claims[0].status", equalTo("REFERRED"));
        assertSame(other, decide(OTHER, "key " + UUID.randomUUID()));
    }

    @Test
    void aUsedKeyIsAnsweredAsTheRequestItselfWouldBe() {
        String key = "key " + UUID.randomUUID();
        Response decided = decide(ONE, key);
        Response foreseen = foresee(ONE, key);
        foreseen.then().statusCode(200).body("result.claims[0].status", equalTo("ELIGIBLE"));
        assertSame(foreseen, decided);
        foresee(OTHER, key)
                .then()
                .statusCode(422)
                .body("detail", containsString("belongs to a request with another body"));
    }

    @Test
    void aPathOfItsOwnSaysTheSame() {
        String key = "key " + UUID.randomUUID();
        Response other = keyed(key).body(body(ONE)).post("/v1/decisions/dry-run");
        assertThat(other.asString()).isEqualTo(foresee(ONE, key).asString());
        keyed(key).post("/v1/decisions/dry-run?dryRun=true").then().statusCode(400);
        decide(ONE, key);
    }

    @Test
    void itNeitherWaitsForNorHindersWhatIsRecordedMeanwhile() {
        List<Integer> statuses = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            List<CompletableFuture<Integer>> answers = new ArrayList<>();
            for (String id : List.of("a", "b", "c")) {
                SentRequest request = request(hosted(id)).asOf("2023-05-01");
                for (String query : List.of("", "?dryRun=true")) {
                    answers.add(CompletableFuture.supplyAsync(() -> keyed("key " + UUID.randomUUID())
                            .body(request.json())
                            .post("/v1/decisions" + query)
                            .statusCode()));
                }
            }
            answers.forEach(answer -> statuses.add(answer.join()));
        }
        assertThat(statuses).hasSize(24).containsOnly(200, 201);
    }

    @Test
    void whatWouldBeRefusedIsRefusedAlike() {
        List<String> foreseen = new ArrayList<>();
        for (String query : List.of("?dryRun=true", "")) {
            Response refused = keyed("key " + UUID.randomUUID())
                    .body(request().stating("kid", 1).json())
                    .post("/v1/decisions" + query);
            refused.then().statusCode(422);
            foreseen.add(refused.jsonPath().getMap("").toString().replaceAll("instance=[^,}]*", ""));
        }
        assertThat(foreseen.get(0)).isEqualTo(foreseen.get(1));
        given().contentType("application/json")
                .body("{}")
                .post("/v1/decisions?dryRun=true")
                .then()
                .statusCode(400)
                .body("detail", containsString("X-Caller"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dryRun=", "dryRun=yes", "dryRun=TRUE", "dryRun=true&dryRun=true", "dryrun=true"})
    void aQueryThatIsNoneRecordsNothing(String query) {
        keyed("key " + UUID.randomUUID())
                .body(SHORTEST)
                .post("/v1/decisions?" + query)
                .then()
                .statusCode(400)
                .body("detail", containsString("dryRun"));
    }

    private static void assertSame(Response foreseen, Response decided) {
        for (String member :
                List.of("caller", "ruleset", "language", "service", "earlierAwards", "request", "result")) {
            assertThat(foreseen.<Object>path(member)).as(member).isEqualTo(decided.<Object>path(member));
        }
    }

    private Response foresee(String applicant, String key) {
        return keyed(key).body(body(applicant)).post("/v1/decisions?dryRun=true");
    }

    private Response decide(String applicant, String key) {
        Response decided = keyed(key).body(body(applicant)).post("/v1/decisions?dryRun=false");
        decided.then().statusCode(201);
        return decided;
    }

    private String body(String applicant) {
        return request(claim).asOf("2023-05-01").by(applicant).json();
    }

    /** How many rows each table has. */
    private Map<String, Long> rows() throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet found = statement.executeQuery(
                    "select table_name from information_schema.tables where table_schema = current_schema()")) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            assertThat(tables).contains("ledger_entry", "idempotency_key", "ruleset");
            for (String table : tables) {
                try (ResultSet count = statement.executeQuery("select count(*) from \"%s\"".formatted(table))) {
                    count.next();
                    rows.put(table, count.getLong(1));
                }
            }
        }
        return rows;
    }
}
