package io.subsidyrules.exchange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** By what a request is found again: the line that a problem has in the log, and the headers of every answer. */
@QuarkusTest
@Tag("http")
class RequestLogTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void aProblemIsALineWithAllThatLeadsToItsCause() {
        try (ProblemLines log = new ProblemLines()) {
            String instance = given().contentType("application/json")
                    .header("X-Caller", "finance-portal")
                    .header("X-Request-Id", "r-1")
                    .header("traceparent", TRACE)
                    .body("""
                            { "applicant": { "id": "91130100MA0ABCDE10" },
                              "claims": [ { "type": "HostedStandard", "id": "a", "level": "NATIONL" } ] }""")
                    .post("/v1/evaluate")
                    .path("instance");
            assertThat(log.lines())
                    .containsExactly(
                            "422 invalid-content POST /v1/evaluate caller=finance-portal UNKNOWN_CONSTANT /claims/0/level "
                                    + instance);
            assertThat(log.contexts().get(0))
                    .containsEntry("requestId", "r-1")
                    .containsEntry("traceId", "4bf92f3577b34da6a3ce929d0e0e4736")
                    .containsEntry("problem", "invalid-content")
                    .containsEntry("method", "POST")
                    .containsEntry("path", "/v1/evaluate")
                    .containsEntry("caller", "finance-portal")
                    .containsEntry("code", "UNKNOWN_CONSTANT")
                    .containsEntry("pointer", "/claims/0/level")
                    .containsEntry("spanId", "00f067aa0ba902b7");
        }
    }

    @Test
    void whatAClientCanFillAsItLikesIsNotInTheLine() {
        try (ProblemLines log = new ProblemLines()) {
            given().contentType("application/json")
                    .header("X-Caller", "91130100MA0ABCDE10 or so")
                    .body("{\"applicant\":{\"id\":\"91130100MA0ABCDE10\",\"91130100MA0ABCDE10\":1}}")
                    .post("/v1/evaluate");
            given().get("/v1/policies/91130100MA0ABCDE10");
            assertThat(log.lines())
                    .satisfiesExactly(
                            line -> assertThat(line)
                                    .startsWith(
                                            "422 invalid-content POST /v1/evaluate caller=? UNKNOWN_MEMBER /applicant/? urn:"),
                            line -> assertThat(line)
                                    .startsWith("404 not-found GET /v1/policies/{policy} caller=- urn:"));
        }
    }

    @Test
    void everyAnswerHasItsDateAndTheIdOfItsRequest() {
        for (String path : List.of(
                "/v1/policies",
                "/v1/nothing",
                "/q/health",
                "/q/metrics",
                "/q/openapi",
                "/q/swagger-ui/",
                "/problems/not-found",
                "/v1/ledger")) {
            Response answer = given().header("X-Request-Id", "r-2")
                    .header("traceparent", TRACE)
                    .get(path);
            assertThat(answer.header("X-Request-Id")).as(path).isEqualTo("r-2");
            assertThat(answer.header("traceparent")).as(path).isEqualTo(TRACE);
            assertThat(ZonedDateTime.parse(answer.header("Date"), DateTimeFormatter.RFC_1123_DATE_TIME))
                    .as(path)
                    .isBetween(
                            ZonedDateTime.now(ZoneOffset.UTC).minusMinutes(1),
                            ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(1));
        }
    }
}
