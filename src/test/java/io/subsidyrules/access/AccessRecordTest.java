package io.subsidyrules.access;

import static io.subsidyrules.api.SentRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.subsidyrules.storage.TestDatabase;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The access record has who read which decision, in whatever way. */
@QuarkusTest
@Tag("http")
@TestProfile(GuardedService.class)
class AccessRecordTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource
    URL service;

    private Calls calls;
    private String auditor = "";

    @BeforeEach
    void recording() throws Exception {
        calls = new Calls(service);
        TestDatabase.await();
        auditor = calls.key("record-auditor", Roles.AUDITOR);
    }

    private JsonNode decided() throws Exception {
        String portal = calls.key("record-portal", Roles.DECIDER);
        return JSON.readTree(calls.send(
                        "POST",
                        "/v1/decisions",
                        Map.of("X-API-Key", portal, "Content-Type", "application/json"),
                        request().reference(UUID.randomUUID().toString()).json())
                .body());
    }

    private List<JsonNode> accesses(String query) throws Exception {
        HttpResponse<String> answer =
                calls.send("GET", "/v1/ledger/accesses" + query, Map.of("X-API-Key", auditor), "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().lines().map(AccessRecordTest::read).toList();
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    @Test
    void everyWayOfReadingADecisionIsKept() throws Exception {
        JsonNode decision = decided();
        String id = decision.path("id").textValue();
        String reader = calls.key("record-reader", Roles.READER, Roles.AUDITOR);
        String list = "/v1/decisions?reference=" + decision.path("reference").textValue();
        get(reader, "/v1/decisions/" + id, "application/json");
        get(reader, "/v1/decisions/" + id, "text/html");
        get(reader, list, "application/json");
        get(reader, list, "text/html");
        get(reader, list, "application/x-ndjson");
        get(reader, list, "text/csv");
        calls.send("POST", "/v1/decisions/" + id + "/replay", Map.of("X-API-Key", reader, "X-Request-Id", "r-9"), "");
        get(reader, "/v1/ledger?from=" + decision.path("sequence").longValue(), "application/x-ndjson");
        List<JsonNode> kept = accesses("?decision=" + id);
        assertThat(kept)
                .extracting(access -> access.path("way").textValue())
                .containsExactly("SHOWN", "SHOWN", "LISTED", "LISTED", "EXPORTED", "EXPORTED", "REPLAYED", "LEDGER");
        assertThat(kept).allSatisfy(access -> assertThat(access.path("caller").textValue())
                .isEqualTo("record-reader"));
        assertThat(kept.get(0).path("entries").toString())
                .isEqualTo("[{\"first\":%1$s,\"last\":%1$s}]".formatted(decision.path("sequence")));
        assertThat(kept.get(6).path("requestId").textValue()).isEqualTo("r-9");
    }

    private void get(String key, String path, String type) throws Exception {
        HttpResponse<String> answer = calls.send("GET", path, Map.of("X-API-Key", key, "Accept", type), "");
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
    }

    @Test
    void whatWasNotSeenIsNotKept() throws Exception {
        String id = decided().path("id").textValue();
        String other = calls.key("record-other", Roles.DECIDER);
        assertThat(calls.status("GET", "/v1/decisions/" + id, Map.of("X-API-Key", other)))
                .isEqualTo(404);
        assertThat(accesses("?decision=" + id)).isEmpty();
        assertThat(accesses("?decision=" + UUID.randomUUID())).isEmpty();
    }

    @Test
    void accessesAreFoundByTime() throws Exception {
        String id = decided().path("id").textValue();
        get(auditor, "/v1/decisions/" + id, "application/json");
        assertThat(accesses("?decision=" + id + "&from=2020-01-01&to=2999-01-01"))
                .hasSize(1);
        assertThat(accesses("?decision=" + id + "&to=2020-01-01")).isEmpty();
        for (String query :
                Stream.of("?decision=x", "?from=yesterday", "?caller=a").toList()) {
            assertThat(calls.status("GET", "/v1/ledger/accesses" + query, Map.of("X-API-Key", auditor)))
                    .isEqualTo(400);
        }
    }
}
