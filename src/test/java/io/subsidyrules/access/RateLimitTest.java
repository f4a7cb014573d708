package io.subsidyrules.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.subsidyrules.api.SentRequest;
import io.subsidyrules.storage.TestDatabase;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each caller may send so many requests; one that sends more is refused, and nobody else. */
@QuarkusTest
@Tag("http")
@TestProfile(RateLimitTest.FiveASecond.class)
class RateLimitTest {

    private static final int AT_ONCE = 50;

    @TestHTTPResource
    URL service;

    private Calls calls;

    public static final class FiveASecond implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(new GuardedService().getConfigOverrides());
            settings.put("subsidy.limits.requests-per-second", "5");
            return settings;
        }
    }

    @BeforeEach
    void recording() throws InterruptedException {
        calls = new Calls(service);
        TestDatabase.await();
    }

    private HttpResponse<String> evaluated(String key) throws Exception {
        return calls.send(
                "POST",
                "/v1/evaluate",
                Map.of("X-API-Key", key, "Content-Type", "application/json"),
                SentRequest.SHORTEST);
    }

    @Test
    void whoeverSendsTooManyIsRefusedAndToldWhen() throws Exception {
        String busy = calls.key("busy-portal", Roles.EVALUATOR);
        String quiet = calls.key("quiet-portal", Roles.EVALUATOR);
        HttpResponse<String> first = evaluated(busy);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("RateLimit-Policy")).contains("\"requests\";q=50;w=10");
        assertThat(first.headers().firstValue("RateLimit").orElse("")).matches("\"requests\";r=4[0-9];t=[1-9]");
        HttpResponse<String> last = first;
        for (int i = 0; i < 2 * AT_ONCE && last.statusCode() == 200; i++) {
            last = evaluated(busy);
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.body()).contains("/problems/too-many-requests", "RateLimit");
        assertThat(last.headers().firstValue("Retry-After")).contains("1");
        assertThat(last.headers().firstValue("RateLimit")).contains("\"requests\";r=0;t=1");
        assertThat(evaluated(quiet).statusCode()).isEqualTo(200);
        long until = System.nanoTime() + 5_000_000_000L;
        while (evaluated(busy).statusCode() == 429) {
            assertThat(System.nanoTime()).isLessThan(until);
        }
    }

    @Test
    void whoeverTriesCredentialsIsRefusedByItsAddress() throws Exception {
        String known = calls.key("known-portal", Roles.EVALUATOR);
        int status = 401;
        for (int i = 0; i < 4 * AT_ONCE && status == 401; i++) {
            status = evaluated("srk_" + "a".repeat(12) + "_" + "b".repeat(43)).statusCode();
        }
        assertThat(status).isEqualTo(429);
        assertThat(evaluated(known).statusCode()).isEqualTo(200);
    }

    @Test
    void callersAreCountedByTheirNames() throws Exception {
        evaluated(calls.key("counted-portal", Roles.EVALUATOR));
        String admin = calls.key("counting-admin", Roles.ADMIN);
        assertThat(calls.send("GET", "/q/metrics", Map.of("X-API-Key", admin), "")
                        .body())
                .contains("subsidy_caller_requests_total{caller=\"counted-portal\"");
    }
}
