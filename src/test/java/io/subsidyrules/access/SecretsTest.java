package io.subsidyrules.access;

import static io.subsidyrules.api.SentRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.subsidyrules.api.SentClaim;
import io.subsidyrules.codes.ApplicantCodes;
import io.subsidyrules.storage.TestDatabase;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requests leave their traces in the log, and no secret and nobody's code in a log, an error or a metric. */
@QuarkusTest
@Tag("http")
@TestProfile(GuardedService.class)
class SecretsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @TestHTTPResource
    URL service;

    private Calls calls;

    @BeforeEach
    void recording() throws InterruptedException {
        calls = new Calls(service);
        TestDatabase.await();
    }

    /** All that is logged from now on until it is closed. */
    private static final class Log extends Handler implements AutoCloseable {

        private static final Logger ROOT = Logger.getLogger("");
        private static final Logger REQUESTS = Logger.getLogger("io.subsidyrules.requests");

        private static final PatternFormatter FORMAT = new PatternFormatter("%s");

        private final List<String> all = new CopyOnWriteArrayList<>();
        private final List<String> requests = new CopyOnWriteArrayList<>();

        Log() {
            ROOT.addHandler(this);
            REQUESTS.addHandler(this);
        }

        @Override
        public void publish(LogRecord entry) {
            ExtLogRecord told = ExtLogRecord.wrap(entry);
            all.add(FORMAT.format(told) + told.getMdcCopy() + told.getThrown());
            if (REQUESTS.getName().equals(entry.getLoggerName())) {
                requests.add(FORMAT.format(told));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            ROOT.removeHandler(this);
            REQUESTS.removeHandler(this);
        }

        /** The lines of requests, as soon as there are so many. */
        List<JsonNode> lines(int count) throws Exception {
            long until = System.nanoTime() + 10_000_000_000L;
            while (requests.size() < count && System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            List<JsonNode> lines = new ArrayList<>();
            for (String line : requests) {
                lines.add(JSON.readTree(line));
            }
            return lines;
        }
    }

    @Test
    void eachRequestIsALineOfJson() throws Exception {
        String key = calls.key("traced-portal", Roles.DECIDER);
        try (Log log = new Log()) {
            Map<String, String> headers = new LinkedHashMap<>(Map.of(
                    "X-API-Key", key, "Content-Type", "application/json", "X-Request-Id", "r-7", "traceparent", TRACE));
            String id = JSON.readTree(calls.send(
                                    "POST",
                                    "/v1/decisions",
                                    headers,
                                    request(SentClaim.hosted("c")).json())
                            .body())
                    .path("id")
                    .textValue();
            calls.send("POST", "/v1/evaluate?explain=full", headers, request().json());
            calls.send("GET", "/v1/decisions/" + id, headers, "");
            calls.send("GET", "/v1/nothing?applicant=" + ApplicantCodes.ONE, Map.of(), "");
            List<JsonNode> lines = log.lines(4);
            assertThat(lines)
                    .extracting(line -> line.path("path").textValue())
                    .containsExactly("/v1/decisions", "/v1/evaluate", "/v1/decisions/{id}", "?");
            assertThat(lines).extracting(line -> line.path("status").intValue()).containsExactly(201, 200, 200, 404);
            assertThat(lines.get(0).path("decision").textValue()).isEqualTo(id);
            assertThat(lines.get(2).path("decision").textValue()).isEqualTo(id);
            assertThat(lines.subList(0, 3)).allSatisfy(line -> {
                assertThat(line.path("caller").textValue()).isEqualTo("traced-portal");
                assertThat(line.path("requestId").textValue()).isEqualTo("r-7");
                assertThat(line.path("traceId").textValue()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
                assertThat(line.path("ruleset").textValue()).hasSize(64);
                assertThat(line.path("millis").doubleValue()).isPositive();
            });
            assertThat(lines.get(3).path("caller").textValue()).isEqualTo("-");
        }
    }

    @Test
    void noSecretAndNobodysCodeIsInALogAnErrorOrAMetric() throws Exception {
        String key = calls.key("secret-portal", Roles.ALL.toArray(String[]::new));
        String secret = key.substring(17);
        String token = Tokens.of("officer", Roles.DECIDER);
        String signature = token.substring(token.lastIndexOf('.') + 1);
        List<String> answers = new ArrayList<>();
        try (Log log = new Log()) {
            for (Map<String, String> credential : List.of(
                    Map.of("X-API-Key", key),
                    Map.of("X-API-Key", key + "x"),
                    Map.of("X-API-Key", key, "Authorization", "Bearer " + token),
                    Map.of("Authorization", "Bearer " + token),
                    Map.of("Authorization", "Bearer " + token + "x"),
                    Map.of("Authorization", "Basic " + secret),
                    Map.of("X-Caller", secret))) {
                Map<String, String> headers = new LinkedHashMap<>(credential);
                headers.put("Content-Type", "application/json");
                for (String body : List.of(
                        request().json(),
                        request().stating("kind", ApplicantCodes.ONE).json(),
                        "{")) {
                    HttpResponse<String> decided = calls.send("POST", "/v1/decisions", headers, body);
                    if (decided.statusCode() >= 400) {
                        answers.add(decided.body());
                    }
                }
                answers.add(calls.send("GET", "/v1/decisions/" + secret, headers, "")
                        .body());
                answers.add(calls.send("GET", "/v1/nothing?key=" + secret, headers, "")
                        .body());
            }
            answers.add(calls.send("GET", "/q/metrics", Map.of("X-API-Key", key), "")
                    .body());
            assertThat(answers).noneMatch(answer -> answer.contains(secret) || answer.contains(signature));
            String password = ConfigProvider.getConfig().getValue("quarkus.datasource.password", String.class);
            log.lines(10);
            for (String shown : List.of(secret, signature, password, ApplicantCodes.ONE)) {
                assertThat(log.all).noneMatch(line -> line.contains(shown));
            }
        }
    }
}
