package io.subsidyrules.access;

import static io.subsidyrules.api.SentRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.subsidyrules.api.SentClaim;
import io.subsidyrules.api.SentRequest;
import io.subsidyrules.storage.TestDatabase;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each caller sees its own decisions, those of its policies and divisions, or all; others are not there for it. */
@QuarkusTest
@Tag("http")
@TestProfile(GuardedService.class)
class VisibilityTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CITY = "130100";
    private static final String DISTRICT = "130102";
    private static final String OTHER_CITY = "130200";

    @TestHTTPResource
    URL service;

    private Calls calls;

    /** Lists that are only of the decisions of one test. */
    private String reference = "";

    @BeforeEach
    void recording() throws InterruptedException {
        calls = new Calls(service);
        reference = UUID.randomUUID().toString();
        TestDatabase.await();
    }

    private String decided(String key, String division) throws Exception {
        SentRequest sent = request(SentClaim.hosted("c0")).reference(reference).stating("divisionCode", division);
        HttpResponse<String> answer = post(key, "/v1/decisions", sent.json());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).path("id").textValue();
    }

    private HttpResponse<String> post(String key, String path, String body) throws Exception {
        return calls.send("POST", path, Map.of("X-API-Key", key, "Content-Type", "application/json"), body);
    }

    private HttpResponse<String> get(String key, String path, String type) throws Exception {
        return calls.send("GET", path, Map.of("X-API-Key", key, "Accept", type), "");
    }

    private List<String> listed(String key, String more) throws Exception {
        JsonNode page = JSON.readTree(get(key, "/v1/decisions?reference=" + reference + more, "application/json")
                .body());
        return page.path("decisions").findValuesAsText("id");
    }

    private String reader(Set<String> policies, Set<String> divisions) throws Exception {
        return calls.key(new Caller("reader", Set.of(Roles.READER), new Scope(policies, divisions)));
    }

    @Test
    void aDeciderSeesAndRevokesItsOwnDecisionsAlone() throws Exception {
        String one = calls.key("first-portal", Roles.DECIDER);
        String other = calls.key("second-portal", Roles.DECIDER);
        String own = decided(one, CITY);
        String foreign = decided(other, CITY);
        assertThat(listed(one, "")).containsExactly(own);
        assertThat(get(one, "/v1/decisions/" + own, "application/json").statusCode())
                .isEqualTo(200);
        String unknown = get(one, "/v1/decisions/" + UUID.randomUUID(), "application/json")
                .body();
        for (String path : List.of("", "/replay", "/revocation")) {
            HttpResponse<String> answer = path.isEmpty()
                    ? get(one, "/v1/decisions/" + foreign, "application/json")
                    : post(one, "/v1/decisions/" + foreign + path, path.equals("/replay") ? "" : "{\"reason\":\"x\"}");
            assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(404);
            assertThat(detail(answer.body())).isEqualTo(detail(unknown));
        }
        assertThat(get(other, "/v1/decisions/" + foreign, "application/json").body())
                .contains("\"revocations\":[]");
        assertThat(post(one, "/v1/decisions/" + own + "/revocation", "{\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(201);
    }

    private static String detail(String problem) throws Exception {
        return JSON.readTree(problem).path("detail").textValue();
    }

    @Test
    void theCallerOfADecisionIsWhoeverHasTheKey() throws Exception {
        String key = calls.key("true-portal", Roles.DECIDER);
        HttpResponse<String> answer = calls.send(
                "POST",
                "/v1/decisions",
                Map.of("X-API-Key", key, "X-Caller", "somebody-else", "Content-Type", "application/json"),
                request().json());
        assertThat(JSON.readTree(answer.body()).path("caller").textValue()).isEqualTo("true-portal");
        HttpResponse<String> byToken = calls.send(
                "POST",
                "/v1/decisions",
                Map.of(
                        "Authorization",
                        "Bearer " + Tokens.of("officer", Roles.DECIDER),
                        "Content-Type",
                        "application/json"),
                request().json());
        assertThat(JSON.readTree(byToken.body()).path("caller").textValue()).isEqualTo("oidc:officer");
    }

    @Test
    void aCitySeesItselfAndItsDistricts() throws Exception {
        String portal = calls.key("divided-portal", Roles.DECIDER);
        String ofCity = decided(portal, CITY);
        String ofDistrict = decided(portal, DISTRICT);
        String ofOther = decided(portal, OTHER_CITY);
        String city = reader(Set.of(), Set.of(CITY));
        assertThat(listed(city, "")).containsExactlyInAnyOrder(ofCity, ofDistrict);
        assertThat(listed(city, "&policy=hebei-quality-2022")).containsExactlyInAnyOrder(ofCity, ofDistrict);
        assertThat(listed(reader(Set.of(), Set.of(DISTRICT)), "")).containsExactly(ofDistrict);
        assertThat(listed(reader(Set.of(), Set.of("130000")), "")).hasSize(3);
        assertThat(listed(reader(Set.of(), Set.of(DISTRICT, OTHER_CITY)), ""))
                .containsExactlyInAnyOrder(ofDistrict, ofOther);
        assertThat(get(city, "/v1/decisions/" + ofOther, "application/json").statusCode())
                .isEqualTo(404);
        for (String file : List.of("application/x-ndjson", "text/csv")) {
            assertThat(get(city, "/v1/decisions?reference=" + reference, file).body())
                    .contains(ofCity, ofDistrict)
                    .doesNotContain(ofOther);
        }
        // Also where no filter leads to them.
        assertThat(get(city, "/v1/decisions?limit=200", "application/json").body())
                .contains(ofDistrict)
                .doesNotContain(ofOther);
    }

    @Test
    void aReaderSeesDecisionsOfItsPoliciesAlone() throws Exception {
        String portal = calls.key("policy-portal", Roles.DECIDER);
        String decision = decided(portal, CITY);
        assertThat(listed(reader(Set.of("hebei-quality-2022"), Set.of()), "")).containsExactly(decision);
        assertThat(listed(reader(Set.of("another-policy"), Set.of()), "")).isEmpty();
        assertThat(listed(reader(Set.of("hebei-quality-2022"), Set.of(OTHER_CITY)), ""))
                .isEmpty();
        assertThat(get(
                                reader(Set.of("another-policy"), Set.of()),
                                "/v1/policies/hebei-quality-2022/progress",
                                "application/json")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void progressHasTheSumsOfTheDivisionsThatMayBeSeen() throws Exception {
        String progress = "/v1/policies/hebei-quality-2022/progress";
        String all = get(calls.key("auditor", Roles.AUDITOR), progress, "application/json")
                .body();
        String none = get(reader(Set.of(), Set.of("999900")), progress, "application/json")
                .body();
        assertThat(JSON.readTree(all).path("items").findValuesAsText("count")).anyMatch(count -> !count.equals("0"));
        assertThat(JSON.readTree(none).path("items").findValuesAsText("count")).allMatch(count -> count.equals("0"));
    }

    @Test
    void whoeverOnlyEvaluatesLearnsNothingOfEarlierAwards() throws Exception {
        String path = "/v1/evaluate?earlier=recorded";
        assertThat(post(
                                calls.key("only-evaluates", Roles.EVALUATOR),
                                path,
                                request().json())
                        .statusCode())
                .isEqualTo(403);
        assertThat(post(
                                calls.key("also-decides", Roles.DECIDER),
                                path,
                                request().json())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoeverReadsAllSeesAll() throws Exception {
        String decision = decided(calls.key("seen-portal", Roles.DECIDER), CITY);
        for (String role : List.of(Roles.AUDITOR, Roles.ADMIN, Roles.READER)) {
            assertThat(listed(calls.key("all-" + role, role), "")).as(role).containsExactly(decision);
        }
    }
}
