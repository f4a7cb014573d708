package io.subsidyrules.status;

import static io.restassured.RestAssured.given;
import static io.subsidyrules.api.SentRequest.SHORTEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.subsidyrules.rulesets.RulesCopy;
import io.subsidyrules.rulesets.RulesetState;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A service that never had sound rules: it is alive, not ready, and says why until the fault is mended. */
@QuarkusTest
@Tag("http")
@TestProfile(OwnRules.Faulty.class)
class NoRulesetTest {

    private final RulesetChanges standings;
    private final Path folder;

    @Inject
    NoRulesetTest(RulesetChanges standings, @ConfigProperty(name = "subsidy.rules") Path folder) {
        this.standings = standings;
        this.folder = folder;
    }

    @Test
    void itIsNotReadyAndSaysWhyUntilTheFaultIsMended() throws Exception {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'ruleset' }.data.reason", containsString("measure-09.drl:14:50"));
        given().get("/v1/rulesets/status")
                .then()
                .statusCode(200)
                .body("state", equalTo("NONE"), "live", nullValue(), "folder.faultCount", equalTo(1));
        for (String path : new String[] {"/v1/policies", "/v1/claim-types", "/v1/applicant-type"}) {
            given().get(path).then().statusCode(503);
        }
        given().contentType("application/json")
                .body(SHORTEST)
                .post("/v1/evaluate")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "10")
                .body("type", equalTo("/problems/unavailable"))
                .body("detail", containsString("/v1/rulesets/status"));
        assertThat(given().get("/q/metrics").asString())
                .contains("subsidy_ruleset_items 0.0")
                .contains("subsidy_evaluations_total{outcome=\"unavailable\"} 1.0");

        RulesCopy.at(folder);
        standings.next(RulesetState.State.CURRENT);

        given().get("/q/health/ready").then().body("checks.find { it.name == 'ruleset' }.status", equalTo("UP"));
        given().get("/v1/policies").then().statusCode(200);
    }
}
