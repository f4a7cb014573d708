package io.subsidyrules.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.subsidyrules.api.SentRequest;
import io.subsidyrules.management.ManagementPort;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Health and metrics are on a port of their own, and nothing else is there. */
@QuarkusTest
@Tag("http")
@TestProfile(ManagementPortTest.Apart.class)
class ManagementPortTest {

    private static final List<String> OF_OPERATORS =
            List.of("/q/health", "/q/health/live", "/q/health/ready", "/q/health/started", "/q/metrics");

    @TestHTTPResource
    URL service;

    @Inject
    ManagementPort port;

    private Calls main;
    private Calls management;

    public static final class Apart implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(new GuardedService().getConfigOverrides());
            settings.put("subsidy.management.port", "0");
            return settings;
        }
    }

    @BeforeEach
    void ports() throws Exception {
        main = new Calls(service);
        management = new Calls(
                URI.create("http://127.0.0.1:" + port.number().orElseThrow()).toURL());
    }

    @Test
    void healthAndMetricsAreThereForNobodyInParticular() throws Exception {
        long until = System.nanoTime() + 60_000_000_000L;
        while (management.status("GET", "/q/health/ready", Map.of()) != 200) {
            assertThat(System.nanoTime()).isLessThan(until);
        }
        for (String path : OF_OPERATORS) {
            assertThat(management.status("GET", path, Map.of())).as(path).isEqualTo(200);
            assertThat(main.status("GET", path, Map.of())).as("main " + path).isEqualTo(404);
        }
    }

    @Test
    void nothingElseIsThere() throws Exception {
        String key = Calls.key(
                new Caller("anywhere", Roles.ALL, Scope.ALL), Instant.now().plus(Duration.ofDays(1)));
        for (String path :
                List.of("/", "/v1/policies", "/v1/ledger", "/q/openapi", "/q/swagger-ui/", "/docs/contract")) {
            assertThat(management.status("GET", path, Map.of("X-API-Key", key)))
                    .as(path)
                    .isEqualTo(404);
        }
        HttpResponse<String> evaluated = management.send(
                "POST",
                "/v1/evaluate",
                Map.of("X-API-Key", key, "Content-Type", "application/json"),
                SentRequest.SHORTEST);
        assertThat(evaluated.statusCode()).isEqualTo(404);
        assertThat(evaluated.body()).contains("/problems/not-found");
        assertThat(main.status("GET", "/v1/policies", Map.of())).isEqualTo(200);
    }
}
