package io.subsidyrules.decision;

import static io.subsidyrules.api.SentClaim.centre;
import static io.subsidyrules.api.SentClaim.claim;
import static io.subsidyrules.api.SentRequest.request;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.subsidyrules.api.Api;
import io.subsidyrules.api.SentClaim;
import io.subsidyrules.rulesets.RulesCopy;
import io.subsidyrules.rulesets.RulesetState;
import io.subsidyrules.status.OwnRules;
import io.subsidyrules.status.RulesetChanges;
import io.subsidyrules.storage.TestDatabase;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rules that declare other key fields of a type than those by which its projects were paid. */
@QuarkusTest
@Tag("http")
@TestProfile(ProjectKeysTest.Accepting.class)
class ProjectKeysTest {

    /** A type that no other build has awards of: the database is kept. */
    private static final String TYPE = "Centre" + UUID.randomUUID().toString().replace("-", "");

    private static final String CLAIMS = "hebei-quality-2022/claims.drl";
    private static final String KEY = "name : String @key\n        @en( \"name of the centre\" )";

    private final RulesetChanges standings;
    private final RulesCopy rules;

    /** Accepts that the name tells apart the centres of one applicant. */
    public static final class Accepting extends OwnRules.WithoutScenarios {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
            overrides.put("subsidy.accept-project-keys", "Other (a text); %s (applicant, name text)".formatted(TYPE));
            return overrides;
        }
    }

    @Inject
    ProjectKeysTest(RulesetChanges standings, @ConfigProperty(name = "subsidy.rules") Path folder) {
        this.standings = standings;
        this.rules = RulesCopy.in(folder);
    }

    @BeforeEach
    void theTypeIsOneOfItsOwn() throws InterruptedException {
        TestDatabase.await();
        rules.edit(CLAIMS, "DesignCentre", TYPE);
        rules.edit(RulesCopy.DESIGN, "DesignCentre", TYPE);
        standings.next(RulesetState.State.CURRENT);
    }

    @Test
    void whatWasPaidIsNotPaidAgainBecauseTheRulesTellProjectsApartOtherwise() {
        decide("A").body("result.claims.status", contains("ELIGIBLE"));

        declared("name : String @key", "name : String");
        decide("A")
                .statusCode(409)
                .body("detail", containsString(TYPE))
                .body("detail", containsString("(name text)"))
                .body("detail", containsString("by (-)"));
        declared("name : String", "name : Integer @key");
        decide(1).statusCode(409).body("detail", containsString("(name integer)"));
        other().statusCode(201);

        declared("name : Integer @key", "name : String @key");
        decide("A").body("result.claims.status", contains("NOT_ELIGIBLE"));

        declared("name : String @key", "name : String @key( \"applicant\" )");
        decide("A").statusCode(201).body("result.claims.status", contains("ELIGIBLE"));
        declared("name : String @key( \"applicant\" )", "name : String @key");
        decide("B").statusCode(409).body("status", equalTo(409));
    }

    private void declared(String before, String after) {
        String rest = KEY.substring("name : String @key".length());
        rules.edit(CLAIMS, before + rest, after + rest);
        standings.next(RulesetState.State.CURRENT);
    }

    /** @param name a text, or a number where the rules declare it as one */
    private static ValidatableResponse decide(Object name) {
        return decideOn(centre("c1", "").with("type", TYPE).with("name", name));
    }

    private static ValidatableResponse other() {
        return decideOn(claim("InnovationBase", "c1")
                .with("name", UUID.randomUUID().toString())
                .with("level", "NATIONAL"));
    }

    private static ValidatableResponse decideOn(SentClaim claim) {
        return Api.decide(request(claim).asOf("2023-05-01")).then();
    }
}
