package io.subsidyrules.amounts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.subsidyrules.storage.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts as strings, over HTTP. */
@QuarkusTest
@Tag("http")
class DecimalStringsTest {

    private static final String NUMBERS = "/v1/";
    private static final String STRINGS = "/v1/decimal-strings/";
    private static final String REQUEST = """
            { "asOf": "2023-05-01",
              "applicant": { "id": "91130100MA0ABCDE10", "kind": "ENTERPRISE", "divisionCode": "130100", "industry": "MANUFACTURING" },
              "claims": [ { "id": "c1", "approvedExpenses": %s, "project": "%s", "type": "DesignPurchase" } ] }
            """;

    @BeforeEach
    void decisionsCanBeRecorded() throws InterruptedException {
        TestDatabase.await();
    }

    @ParameterizedTest
    @CsvSource({
        "1234567.89, 617283.94",
        "617283.94, 308641.97",
        "12345678.91, 1000000.00",
        "999999999999.99, 1000000.00",
        "0.02, 0.01",
        "7, 3.50"
    })
    void anAmountGoesInAndComesOutAsItsDigits(String expenses, String award) {
        evaluated(STRINGS, "\"" + expenses + "\"")
                .statusCode(200)
                .body("total", equalTo(award), "claims[0].items[0].amount", equalTo(award))
                .body(
                        "claims[0].items[0].conditions.actual",
                        hasItem(expenses.contains(".") ? expenses : expenses + ".00"));
    }

    @ParameterizedTest
    @CsvSource({
        "1e3, WRONG_TYPE",
        "'1,000.00', WRONG_TYPE",
        "'', WRONG_TYPE",
        "0100.00, WRONG_TYPE",
        "0.001, BAD_FORMAT",
        "-1.00, OUT_OF_RANGE",
        "1000000000000.00, OUT_OF_RANGE"
    })
    void aStringThatIsNoAmountIsRefusedAtItsPlace(String expenses, String code) {
        evaluated(STRINGS, "\"" + expenses + "\"")
                .statusCode(422)
                .body("errors.size()", equalTo(1), "errors[0].code", equalTo(code))
                .body("errors[0].pointer", equalTo("/claims/0/approvedExpenses"));
    }

    @Test
    void whereAmountsAreNumbersAStringIsStillNone() {
        evaluated(NUMBERS, "\"1234567.89\"").statusCode(422).body("errors[0].code", equalTo("WRONG_TYPE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ \"applicant\": ", "[]", "", "\"1\"", "{\"applicant\":7,\"claims\":[3,[\"1.00\"]]}"})
    void aBodyThatIsNoRequestIsRefusedAsWithNumbers(String body) {
        Response strings = post(STRINGS + "evaluate", body);
        Response numbers = post(NUMBERS + "evaluate", body);
        assertThat(strings.statusCode()).isEqualTo(numbers.statusCode()).isBetween(400, 422);
        assertThat(strings.path("detail").toString())
                .isEqualTo(numbers.path("detail").toString());
    }

    @Test
    void whatIsRecordedIsTheSameByBothPaths() {
        String project = UUID.randomUUID().toString();
        String key = UUID.randomUUID().toString();
        Response strings = decided(STRINGS, "\"1234567.89\"", project, key);
        Response numbers = decided(NUMBERS, "1234567.89", project, key);
        assertThat(strings.path("id").toString()).isEqualTo(numbers.path("id").toString());
        assertThat(strings.path("hash").toString())
                .isEqualTo(numbers.path("hash").toString());
        assertThat(strings.path("request.claims[0].approvedExpenses").toString())
                .isEqualTo("1234567.89");
        assertThat(numbers.asString())
                .isEqualTo(strings.asString().replaceAll("\"(-?[0-9]+[.][0-9]{2})\"(?=[,}\\]])", "$1"));
        assertThat(strings.header("Location")).isEqualTo(STRINGS + "decisions/" + strings.path("id"));

        String found = given().get(strings.header("Location")).asString();
        assertThat(found).isEqualTo(strings.asString());
        String exported = given().accept("application/x-ndjson")
                .queryParam("applicant", "91130100MA0ABCDE10")
                .get(STRINGS + "decisions")
                .asString();
        assertThat(exported.lines()).contains(found.replace('\n', ' '));
    }

    @Test
    void aPageLeadsToTheNextWithStringsToo() {
        for (int i = 0; i < 2; i++) {
            decided(
                    STRINGS,
                    "\"100.00\"",
                    UUID.randomUUID().toString(),
                    UUID.randomUUID().toString());
        }
        Response page = given().get(STRINGS + "decisions?limit=1");
        page.then()
                .body("next", startsWith(STRINGS + "decisions?"))
                .header("Link", startsWith("<" + STRINGS + "decisions?"))
                .body("decisions[0].total", equalTo("50.00"));
        given().get(page.path("next").toString()).then().statusCode(200).body("decisions[0].total", equalTo("50.00"));
    }

    @Test
    void aReplayHasStrings() {
        Response decided = decided(
                STRINGS,
                "\"1234567.89\"",
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString());
        given().post(decided.header("Location") + "/replay")
                .then()
                .statusCode(200)
                .body("same", equalTo(true), "total.replayed", equalTo("617283.94"))
                .body("total.difference", equalTo("0.00"));
    }

    @ParameterizedTest
    @CsvSource({"ledger, application/x-ndjson", "policies, application/json"})
    void anAcceptOfProblemsAloneIsAsNone(String path, String type) {
        given().accept("application/problem+json")
                .get(NUMBERS + path)
                .then()
                .statusCode(200)
                .contentType(startsWith(type));
        given().accept("application/problem+json")
                .get("/problems/conflict")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/plain"));
        given().accept("application/problem+json, image/png")
                .get(NUMBERS + path)
                .then()
                .statusCode(406);
    }

    private static ValidatableResponse evaluated(String path, String expenses) {
        return post(path + "evaluate?explain=full", REQUEST.formatted(expenses, "Casing"))
                .then();
    }

    private static Response post(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).post(path);
    }

    private static Response decided(String path, String expenses, String project, String key) {
        Response decided = given().contentType(ContentType.JSON)
                .header("X-Caller", "portal")
                .header("Idempotency-Key", key)
                .body(REQUEST.formatted(expenses, project))
                .post(path + "decisions");
        assertThat(decided.statusCode()).isEqualTo(201);
        return decided;
    }
}
