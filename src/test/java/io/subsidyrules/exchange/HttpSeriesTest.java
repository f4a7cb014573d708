package io.subsidyrules.exchange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.subsidyrules.http.Methods;
import io.subsidyrules.storage.TestDatabase;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The metrics of HTTP have as many series as the service has paths, whatever it is sent. */
@QuarkusTest
@Tag("http")
class HttpSeriesTest {

    private static final int MORE_THAN_A_LIMIT = 130;

    @TestHTTPResource
    URL service;

    @Test
    void oddPathsAndMethodsMakeNoSeriesAndNothingElseGoesUncounted() throws IOException {
        for (int i = 0; i < MORE_THAN_A_LIMIT; i++) {
            send("GET /v1/policies/%z" + i);
            send("GET /scanner/" + i);
            send("DELETE /v1/decisions/" + UUID.randomUUID());
            send("METHOD" + i + " /v1/policies");
            send("GET /v1/decisions/" + UUID.randomUUID());
            send("GET /v1/policies/none" + i);
        }
        given().get("/v1/applicant-type").then().statusCode(200);
        given().get("/v1/ledger/keys").then().statusCode(200);
        Set<String> uris = tags("uri");
        assertThat(uris)
                .contains(
                        "NOT_FOUND",
                        "/v1/decisions/{id}",
                        "/v1/policies/{policy}",
                        "/v1/applicant-type",
                        "/v1/ledger/keys")
                .allMatch(uri -> uri.equals("NOT_FOUND") || uri.matches("(/[a-z0-9-]*|/\\{[a-z]+})+"));
        assertThat(tags("method"))
                .contains("OTHER", "DELETE")
                .allMatch(method -> method.equals("OTHER") || Methods.isKnown(method));
    }

    @Test
    void whatIsSentInOtherWordsMakesNoFurtherSeries() throws IOException, InterruptedException {
        TestDatabase.await();
        sendInOtherWords(0);
        Set<String> series = series();
        for (int i = 1; i < 60; i++) {
            sendInOtherWords(i);
        }
        assertThat(series()).isEqualTo(series);
    }

    /** With names that nobody has, wherever a request can have one that ends up in an answer or in the log. */
    private void sendInOtherWords(int i) throws IOException {
        send("GET /v1/claim-types/none%s".formatted(i));
        send("GET /v1/rulesets/none%s".formatted(i));
        send("GET /q/health/group/none%s".formatted(i));
        send("GET /q/none%s".formatted(i));
        send("GET /v1/decisions?none%s=1".formatted(i));
        send("NONE%s /v1/evaluate".formatted(i));
        for (String path : List.of("/v1/evaluate", "/v1/decisions", "/v1/decisions?dryRun=true")) {
            given().header("X-Caller", "caller-" + i)
                    .header("X-Request-Id", "request-" + i)
                    .contentType("application/json")
                    .body("""
                            { "reference": "series-%1$s", "applicant": { "id": "91130100MA0ABCDE10", "none%1$s": 1 },
                              "policies": [ "none%1$s" ], "claims": [ { "type": "None%1$s", "id": "%1$s" } ] }""".formatted(i))
                    .post(path)
                    .then()
                    .statusCode(422);
        }
    }

    /** Names and labels of what this program and its HTTP count. */
    private static Set<String> series() {
        return metrics().stream()
                .filter(line -> line.startsWith("http_") || line.startsWith("subsidy_"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theTimeOfRequestsIsAHistogram() {
        given().get("/v1/policies").then().statusCode(200);
        assertThat(metrics())
                .anyMatch(line -> line.startsWith("http_server_requests_seconds_bucket")
                        && line.contains("uri=\"/v1/policies\"")
                        && line.contains("le=\"0.25\""));
    }

    private void send(String line) throws IOException {
        assertThat(RawAnswer.to(service, line + " HTTP/1.1\r\nHost: a\r\n\r\n").status())
                .isBetween(400, 501);
    }

    private static Set<String> tags(String name) {
        Set<String> values = new TreeSet<>();
        for (String line : metrics()) {
            Matcher tag = Pattern.compile(name + "=\"([^\"]*)\"").matcher(line);
            if (line.startsWith("http_server_requests_seconds_count") && tag.find()) {
                values.add(tag.group(1));
            }
        }
        return values;
    }

    private static List<String> metrics() {
        return given().get("/q/metrics").asString().lines().toList();
    }
}
