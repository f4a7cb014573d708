package io.subsidyrules.decision;

import static io.restassured.RestAssured.given;
import static io.subsidyrules.api.Api.decide;
import static io.subsidyrules.api.Api.keyed;
import static io.subsidyrules.api.Api.replay;
import static io.subsidyrules.api.Api.revoke;
import static io.subsidyrules.api.SentClaim.hosted;
import static io.subsidyrules.api.SentRequest.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.subsidyrules.api.SentRequest;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.storage.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody alters in the database what was recorded: nobody is told that, or a part, as if it were the record. */
@QuarkusTest
@Tag("http")
class AlteredRecordsTest {

    private static final String EXPORT = "application/x-ndjson";

    private static final List<String> OF_THE_DECISION = List.of(
            "update ledger_entry set content = replace(content, 'portal', 'porter') where sequence = %1$s",
            "update ledger_entry set content = '' where sequence = %1$s",
            "update ledger_entry set hash = encode(sha256(hash::bytea), 'hex') where sequence = %1$s",
            "update ledger_entry set kind = 'REVOCATION' where sequence = %1$s",
            "update ledger_entry set recorded_at = recorded_at + interval '1 second' where sequence = %1$s",
            "delete from ledger_entry where sequence = %1$s",
            "update ledger_entry set content = kept.content, hash = kept.hash, recorded_at = kept.recorded_at from kept where kept.sequence = %3$s and ledger_entry.sequence = %1$s");

    private static final List<String> OF_ITS_REVOCATION = List.of(
            "update ledger_entry set content = content || 'x' where sequence = %2$s",
            "delete from ledger_entry where sequence = %2$s");

    private final String reference = "altered-" + UUID.randomUUID();
    private final String key = UUID.randomUUID().toString();
    private final SentRequest request = request(hosted("c1")).reference(reference);

    private @Nullable Connection connected;
    private JsonPath decided = JsonPath.from("{}");
    private long revoked;
    private long other;
    private long after;

    @BeforeEach
    void thereIsADecisionWithARevocationAndOthersBehindIt() throws Exception {
        TestDatabase.await();
        decided = decideWithKey().statusCode(201).extract().jsonPath();
        revoked = revoke(decided.getString("id"), "withdrawn", 0)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("revocations[0].sequence");
        other = decideAnother().statusCode(201).extract().jsonPath().getLong("sequence");
        after = decideAnother().statusCode(201).extract().jsonPath().getLong("sequence");
        connected = TestDatabase.owner();
        run("set session_replication_role = replica");
        run("create temporary table kept as select * from ledger_entry where sequence in (%s, %s, %s)"
                .formatted(sequence(), revoked, other));
    }

    @AfterEach
    void itIsPutBackAndRecordedInAgain() throws Exception {
        putBack();
        connection().close();
        TestDatabase.await();
        given().get(path()).then().statusCode(200).body("hash", equalTo(decided.getString("hash")));
        list(EXPORT).statusCode(200);
        decideAnother().statusCode(201);
    }

    @Test
    void whateverWasDoneToItNeitherItNorAnExportOfItIsTold() throws Exception {
        for (String change : OF_THE_DECISION) {
            nothingIsToldAfter(change, sequence());
        }
        for (String change : OF_ITS_REVOCATION) {
            nothingIsToldAfter(change, revoked);
        }
    }

    private void nothingIsToldAfter(String change, long altered) throws SQLException {
        run(change.formatted(sequence(), revoked, other));
        for (String type : List.of("application/json", "text/html", "text/plain")) {
            told(given().accept(type).get(path()).then(), altered);
        }
        told(replay(decided.getString("id")).then(), altered);
        told(list(EXPORT), altered);
        told(list("text/csv"), altered);
        assertThat(lines())
                .as("what is stored")
                .isEqualTo(texts("select content from ledger_entry where sequence >= %s order by sequence"
                        .formatted(sequence())));
        putBack();
    }

    @Test
    void whatAReaderFindsStopsRecordingAndIsToldInReadiness() throws Exception {
        run(OF_THE_DECISION.get(0).formatted(sequence()));
        told(given().get(path()).then(), sequence());
        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body(
                        "checks.find { it.name == 'ledger' }.data.reason",
                        containsString("The entry %s of the ledger is missing or altered".formatted(sequence())));
        given().get("/v1/ledger/checkpoint").then().statusCode(503);
        decideAnother().statusCode(503).body("detail", containsString("something that the service did not write"));
    }

    @Test
    void aListThatLacksTheEntryOfADecisionIsNoList() throws Exception {
        run("delete from ledger_entry where sequence = " + sequence());
        told(list("application/json"), sequence());
        told(list("text/html"), sequence());
    }

    @Test
    void aKeyThatWasUsedForItIsAnsweredWithNothingElse() throws Exception {
        run("update ledger_entry set content = replace(content, 'portal', 'porter') where sequence = " + sequence());
        decideWithKey().statusCode(503).body("detail", containsString("something that the service did not write"));
        given().get("/q/health/ready").then().statusCode(503);
    }

    @Test
    void aResultThatCannotBeReadIsNotToldThoughItsHashIsRight() throws Exception {
        Entry entry = Entry.read(
                texts("select content from kept where sequence = " + sequence()).get(0));
        Map<String, Object> members = new HashMap<>(entry.members());
        members.put("compressedResult", "AAAA");
        Entry forged = Entry.of(entry.kind(), members, entry.sequence(), entry.recordedAt(), entry.previousHash());
        run("update ledger_entry set content = '%s', hash = '%s' where sequence = %s"
                .formatted(forged.json().replace("'", "''"), forged.hash(), sequence()));
        told(given().get(path()).then(), sequence());
        told(given().accept("text/plain").get(path()).then(), sequence());
        told(list(EXPORT), sequence());
    }

    @Test
    void whetherThereWasADecisionIsNotDeniedWhileTheLedgerIsNotAsItWas() throws Exception {
        String unknown = "/v1/decisions/" + UUID.randomUUID();
        given().get(unknown).then().statusCode(404);
        run("delete from ledger_entry where sequence = " + sequence());
        told(given().get(path()).then(), sequence());
        given().get(unknown)
                .then()
                .statusCode(503)
                .body("detail", containsString("whether there was one cannot be told"));
        given().header("Accept-Language", "zh-CN")
                .get(unknown)
                .then()
                .statusCode(503)
                .body("detail", containsString("无法判断"));
    }

    @Test
    void rowsThatWereLeftByAnEntryThatIsGoneAreToldAsWhatTheyAre() throws Exception {
        long next = after + 1;
        run(
                "insert into decision select %s, gen_random_uuid(), caller, reference, applicant, ruleset, claims, total, at_stake, statuses from decision where sequence = %s"
                        .formatted(next, sequence()));
        try {
            decideAnother().statusCode(503).body("detail", containsString("something that the service did not write"));
            given().get("/v1/ledger/head").then().statusCode(200).body("sequence", equalTo((int) after));
        } finally {
            run("delete from decision where sequence = " + next);
        }
    }

    private void putBack() throws SQLException {
        run("delete from ledger_entry where sequence in (select sequence from kept)");
        run("insert into ledger_entry select * from kept");
    }

    private void told(ValidatableResponse answer, long sequence) {
        answer.statusCode(503)
                .header("Retry-After", "60")
                .contentType("application/problem+json")
                .body(
                        "detail",
                        allOf(
                                containsString("The entry %s of the ledger".formatted(sequence)),
                                containsString("is not what was recorded")));
    }

    private ValidatableResponse list(String type) {
        return given().accept(type)
                .queryParam("reference", reference)
                .get("/v1/decisions")
                .then();
    }

    /** The entries from the altered one on, as the service gives them out. */
    private List<String> lines() {
        return given().get("/v1/ledger?from=" + sequence())
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();
    }

    private ValidatableResponse decideWithKey() {
        return decide(keyed(key), request).then();
    }

    private ValidatableResponse decideAnother() {
        return decide(request(hosted("c1")).reference(reference)).then();
    }

    private String path() {
        return "/v1/decisions/" + decided.getString("id");
    }

    private long sequence() {
        return decided.getLong("sequence");
    }

    private Connection connection() {
        return Objects.requireNonNull(connected);
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection().createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection().createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }
}
