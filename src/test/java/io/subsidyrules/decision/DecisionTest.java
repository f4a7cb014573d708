package io.subsidyrules.decision;

import static io.restassured.RestAssured.given;
import static io.subsidyrules.api.Api.caller;
import static io.subsidyrules.api.Api.decide;
import static io.subsidyrules.api.Api.decided;
import static io.subsidyrules.api.Api.keyed;
import static io.subsidyrules.api.Api.portal;
import static io.subsidyrules.api.Api.revoke;
import static io.subsidyrules.api.Api.sendRevocation;
import static io.subsidyrules.api.SentClaim.claim;
import static io.subsidyrules.api.SentClaim.hosted;
import static io.subsidyrules.api.SentClaim.unnumbered;
import static io.subsidyrules.api.SentRequest.request;
import static io.subsidyrules.codes.ApplicantCodes.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.subsidyrules.api.SentClaim;
import io.subsidyrules.api.SentRequest;
import io.subsidyrules.storage.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /v1/decisions} as another system calls it, against a real PostgreSQL. */
@QuarkusTest
@Tag("http")
class DecisionTest {

    @BeforeEach
    void theDatabaseIsThere() throws InterruptedException {
        TestDatabase.await();
    }

    @Test
    void aDecisionIsRecordedAndFoundAgainAsItWas() {
        String standard = "ISO " + UUID.randomUUID();
        String request =
                request(hosted("c1", standard)).reference("2026-17").json().replace(",", ",\n ");
        Response recorded = decide(portal(), request);
        recorded.then()
                .statusCode(201)
                .header("Location", matchesPattern(".*/v1/decisions/[0-9a-f-]{36}"))
                .header("Content-Language", "en")
                .body("id", matchesPattern("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"))
                .body("recordedAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z"))
                .body("caller", equalTo("portal"))
                .body("reference", equalTo("2026-17"))
                .body("ruleset.version", matchesPattern("[0-9a-f]{64}"))
                .body("hash", matchesPattern("[0-9a-f]{64}"))
                .body("previousHash", matchesPattern("[0-9a-f]{64}"))
                .body("request.claims[0].standardNumber", equalTo(standard))
                .body("result.claims[0].status", equalTo("ELIGIBLE"))
                .body("result.claims[0].items.find { it.status == 'ELIGIBLE' }.conditions[0].truth", equalTo("TRUE"))
                .body("revocations", equalTo(List.of()));
        assertThat(recorded.asString()).contains("\"total\":300000.00,").contains(request);
        String found = given().get(recorded.header("Location"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(found).isEqualTo(recorded.asString());
    }

    @Test
    void eachDecisionNamesTheHashOfTheEntryBefore() {
        Response first = decide();
        Response second = decide();
        assertThat(second.path("sequence").toString()).isEqualTo(Integer.toString(first.<Integer>path("sequence") + 1));
        assertThat(second.<String>path("previousHash")).isEqualTo(first.path("hash"));
    }

    @Test
    void theResultIsInTheLanguageAskedFor() {
        decide(portal().header("Accept-Language", "zh"), request(hosted("c1")))
                .then()
                .header("Content-Language", "zh-CN")
                .header("Vary", "Accept-Language, Accept-Encoding")
                .body("language", equalTo("zh-CN"))
                .body("result.claims[0].items[0].title", containsString("标准"));
    }

    @Test
    void theSameKeyAndBodyGiveTheSameDecision() {
        String key = UUID.randomUUID().toString();
        SentRequest request = request(hosted("c1"));
        Response first = decide(keyed(key), request);
        Response second = decide(portal().header("Idempotency-Key", key), request);
        second.then().statusCode(201).header("Location", first.header("Location"));
        assertThat(second.asString()).isEqualTo(first.asString());
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        String key = UUID.randomUUID().toString();
        decide(keyed(key), request(hosted("c1")));
        decide(keyed(key), request(hosted("c1")))
                .then()
                .statusCode(422)
                .body("detail", containsString("belongs to a request with another body"));
    }

    @Test
    void aKeyIsItsCallersOwn() {
        String key = UUID.randomUUID().toString();
        Response first = decide(keyed(key), request(hosted("c1")));
        Response second = decide(caller("finance").header("Idempotency-Key", key), request(hosted("c1")));
        second.then().statusCode(201).body("caller", equalTo("finance"));
        assertThat(second.<String>path("id")).isNotEqualTo(first.path("id"));
    }

    @Test
    void ofManyRequestsWithOneKeyAtOnceAllGetTheOneDecisionOrAreToldToWait() throws Exception {
        String key = UUID.randomUUID().toString();
        SentRequest request = request(hosted("c1"));
        List<Response> answers = atOnce(20, () -> decide(keyed(key), request));
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 409)
                .allSatisfy(answer -> assertThat(answer.header("Retry-After")).isEqualTo("1"));
        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnly(201, 409)
                .contains(201);
        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() == 201)
                        .map(answer -> answer.<String>path("id"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void aProjectIsPaidOnceToItsApplicant() {
        SentClaim claim = hosted("c1");
        String first = decided(request(claim)).path("id");
        decide(request(hosted("c0"), claim))
                .then()
                .statusCode(201)
                .body("earlierAwards.claim", contains(1))
                .body("earlierAwards.decision", contains(first))
                .body("result.claims.status", contains("ELIGIBLE", "NOT_ELIGIBLE"))
                .body("result.claims[1].earlierAward.decision", equalTo(first))
                .body("result.claims[1].earlierAward.applicant", equalTo("SAME"))
                .body("result.claims[1].items[0].failed.decision", contains(first));
    }

    @Test
    void aProjectThatAnotherApplicantWasPaidForIsReferred() {
        SentClaim claim = hosted("c1");
        String first = decided(request(claim)).path("id");
        decide(request(claim).by(OTHER))
                .then()
                .body("result.claims[0].status", equalTo("REFERRED"))
                .body("result.total", equalTo(0.0f))
                .body("result.claims[0].earlierAward.decision", equalTo(first))
                .body("result.claims[0].earlierAward.applicant", equalTo("OTHER"));
    }

    @Test
    void aClaimWhoseProjectIsUnknownIsUndetermined() {
        decide(request(unnumbered("c1")))
                .then()
                .body("result.claims[0].status", equalTo("UNDETERMINED"))
                .body("result.questions.pointer", hasItem("/claims/0/standardNumber"));
    }

    @Test
    void ofAHundredDecisionsForOneProjectAtOnceExactlyOneIsAwarded() throws Exception {
        SentClaim claim = hosted("c1");
        List<Response> answers = atOnce(100, () -> decide(request(claim)));
        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        List<String> statuses = answers.stream()
                .map(answer -> answer.<String>path("result.claims[0].status"))
                .toList();
        assertThat(statuses).containsOnly("ELIGIBLE", "NOT_ELIGIBLE").containsOnlyOnce("ELIGIBLE");
        assertThat(answers.stream()
                        .map(answer -> answer.<Integer>path("sequence"))
                        .distinct())
                .hasSize(100);
    }

    @Test
    void aRevocationFreesTheProjectsAndStandsInTheDecision() {
        SentClaim claim = hosted("c1");
        Response first = decide(request(claim));
        String before = first.asString();
        Response revoked = revoke(first.path("id"), "Awarded by mistake.");
        revoked.then()
                .statusCode(201)
                .body("revocations.reason", contains("Awarded by mistake."))
                .body("revocations.caller", contains("portal"))
                .body("revocations[0].claims", nullValue());
        assertThat(revoked.asString()).startsWith(before.substring(0, before.indexOf("\"revocations\"")));
        decide(request(claim).by(OTHER)).then().body("result.claims[0].status", equalTo("ELIGIBLE"));
    }

    @Test
    void oneClaimCanBeRevokedAlone() {
        SentClaim kept = hosted("c1");
        SentClaim freed = hosted("c2");
        String id = decided(request(kept, freed)).path("id");
        revoke(id, "Withdrawn.", 1).then().statusCode(201).body("revocations[0].claims", contains(1));
        decide(request(kept, freed)).then().body("result.claims.status", contains("NOT_ELIGIBLE", "ELIGIBLE"));
        revoke(id, "Withdrawn.", 1).then().statusCode(409);
        revoke(id, "Withdrawn.", 2).then().statusCode(422);
        revoke(id, "All of it.").then().statusCode(201).body("revocations.size()", equalTo(2));
        revoke(id, "All of it.").then().statusCode(409);
        revoke(id, "Withdrawn.", 0).then().statusCode(409);
    }

    @Test
    void ofManyRevocationsAtOnceOneStands() throws Exception {
        String id = decide().path("id");
        List<Response> answers = atOnce(20, () -> revoke(id, "Once."));
        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnly(201, 409)
                .containsOnlyOnce(201);
    }

    @Test
    void anUnknownDecisionIsToldSo() {
        String unknown = UUID.randomUUID().toString();
        given().get("/v1/decisions/" + unknown).then().statusCode(404).body("detail", containsString("no decision"));
        revoke(unknown, "None.").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with blank", "文", "x,y"})
    void theCallerMustBeNamed(String caller) {
        RequestSpecification request = given().contentType("application/json")
                .body(request(hosted("c1", "1")).json());
        (caller.isEmpty() ? request : request.header("X-Caller", caller))
                .post("/v1/decisions")
                .then()
                .statusCode(400)
                .body("detail", containsString("X-Caller"));
    }

    @ParameterizedTest
    @CsvSource({"'', 400", "'a\"b', 400", "'\"\"', 400"})
    void aKeyHasAForm(String key, int status) {
        decide(portal().header("Idempotency-Key", key), request(hosted("c1", "1")))
                .then()
                .statusCode(status)
                .body("detail", containsString("Idempotency-Key"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                     | /reason | REQUIRED",
                "{ \"reason\": null }                                     | /reason | REQUIRED",
                "{ \"reason\": \"\" }                                      | /reason | BAD_FORMAT",
                "{ \"reason\": \" \" }                                     | /reason | BAD_FORMAT",
                "{ \"reason\": 1 }                                        | /reason | WRONG_TYPE",
                "{ \"reason\": \"a\\nb\" }                                  | /reason | BAD_FORMAT",
                "{ \"reason\": \"\\ud800\" }                                | /reason | BAD_FORMAT",
                "{ \"reason\": \"a\", \"claim\": -1 }                       | /claim  | OUT_OF_RANGE",
                "{ \"reason\": \"a\", \"claim\": 2147483648 }               | /claim  | OUT_OF_RANGE",
                "{ \"reason\": \"a\", \"claim\": 0.5 }                      | /claim  | WRONG_TYPE",
                "{ \"reason\": \"a\", \"claim\": 1 }                        | /claim  | OUT_OF_RANGE",
                "{ \"reason\": \"a\", \"Claim\": 0 }                        | /Claim  | UNKNOWN_MEMBER",
                "{ \"reason\": \"a\", \"a/b\": 0 }                          | /a~1b   | UNKNOWN_MEMBER"
            })
    void aFaultOfARevocationIsTold(String body, String pointer, String code) {
        String id = decide().path("id");
        sendRevocation(id, body)
                .then()
                .statusCode(422)
                .body("errorCount", equalTo(1))
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(code));
        given().get("/v1/decisions/" + id).then().body("revocations", equalTo(List.of()));
    }

    @Test
    void allFaultsOfARevocationAreToldInTheirOrder() {
        String id = decide().path("id");
        sendRevocation(id, "{ \"claim\": \"0\", \"other\": null, \"resaon\": \"a\" }")
                .then()
                .statusCode(422)
                .body("errorCount", equalTo(3))
                .body("errors.pointer", contains("/claim", "/resaon", "/reason"))
                .body("errors[1].suggestion", equalTo("reason"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"a\"", "{", "{} {}", "{ \"reason\": \"a\", \"reason\": \"a\" }"})
    void aRevocationIsOneObject(String body) {
        String id = decide().path("id");
        sendRevocation(id, body).then().statusCode(400).body("detail", containsString("one JSON object"));
    }

    @Test
    void aReasonIsAsLongAsItsCharactersAreMany() {
        String id = decide().path("id");
        String longest = "\ud842\udfb7".repeat(1000);
        revoke(id, longest + "文").then().statusCode(422);
        revoke(id, longest).then().statusCode(201).body("revocations.reason", contains(longest));
    }

    @Test
    void aRequestWithFaultsIsNotRecorded() {
        decide(request(claim("HostedStandrad", "c1")))
                .then()
                .statusCode(422)
                .body("errors[0].suggestion", equalTo("HostedStandard"));
        decide(portal().queryParam("explain", "full"), request()).then().statusCode(400);
    }

    private static List<Response> atOnce(int times, java.util.concurrent.Callable<Response> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Response> answers = new ArrayList<>();
            for (Future<Response> answer : threads.invokeAll(java.util.Collections.nCopies(times, call))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }
}
