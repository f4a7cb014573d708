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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** While the provider of tokens cannot be reached, its callers wait, and all others go on. */
@QuarkusTest
@Tag("http")
@TestProfile(ProviderAwayTest.Away.class)
class ProviderAwayTest {

    @TestHTTPResource
    URL service;

    public static final class Away implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>();
            settings.put("subsidy.access.keys", "true");
            settings.put("subsidy.access.oidc", "true");
            settings.put("quarkus.oidc.auth-server-url", "http://127.0.0.1:9/realms/none");
            return settings;
        }
    }

    @Test
    void tokensWaitAndKeysGoOn() throws Exception {
        TestDatabase.await();
        Calls calls = new Calls(service);
        HttpResponse<String> refused = calls.send(
                "POST",
                "/v1/evaluate",
                Map.of("Authorization", "Bearer a.b.c", "Content-Type", "application/json"),
                SentRequest.SHORTEST);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        assertThat(refused.body()).contains("/problems/unavailable", "provider");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        HttpResponse<String> evaluated = calls.send(
                "POST",
                "/v1/evaluate",
                Map.of("X-API-Key", calls.key("steady", Roles.EVALUATOR), "Content-Type", "application/json"),
                SentRequest.SHORTEST);
        assertThat(evaluated.statusCode()).isEqualTo(200);
        assertThat(calls.status("GET", "/v1/policies", Map.of())).isEqualTo(200);
    }
}
