package io.subsidyrules.decision;

import static io.restassured.RestAssured.given;
import static io.subsidyrules.api.Api.replay;
import static io.subsidyrules.api.Api.revoked;
import static io.subsidyrules.api.SentClaim.centre;
import static io.subsidyrules.api.SentClaim.claim;
import static io.subsidyrules.api.SentClaim.design;
import static io.subsidyrules.api.SentRequest.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.subsidyrules.api.Api;
import io.subsidyrules.api.SentClaim;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.rulesets.LiveRuleset;
import io.subsidyrules.rulesets.RulesCopy;
import io.subsidyrules.rulesets.RulesetState;
import io.subsidyrules.rulesets.kept.SourceArchive;
import io.subsidyrules.status.OwnRules;
import io.subsidyrules.status.RulesetChanges;
import io.subsidyrules.storage.TestDatabase;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /v1/decisions/{id}/replay}, while the rules change. */
@QuarkusTest
@Tag("http")
@TestProfile(OwnRules.WithoutScenarios.class)
class ReplayTest {

    private static final String CLAIMS = "hebei-quality-2022/claims.drl";

    private final LiveRuleset live;
    private final RulesetChanges standings;
    private final AgroalDataSource source;
    private final Path folder;
    private RulesCopy rules;

    @Inject
    ReplayTest(
            LiveRuleset live,
            RulesetChanges standings,
            AgroalDataSource source,
            @ConfigProperty(name = "subsidy.rules") Path folder) {
        this.source = source;
        this.live = live;
        this.standings = standings;
        this.folder = folder;
    }

    @BeforeEach
    void theRulesAndTheDatabaseAreThere() throws InterruptedException {
        TestDatabase.await();
        rules = RulesCopy.in(folder);
    }

    @Test
    void underTheRulesetThatDecidedTheAnswerIsTheSameWhateverTheRulesSayNow() {
        String before = changed("a");
        String id = decided(
                        design("c1", 1_000_000), centre("c2", UUID.randomUUID().toString()))
                .path("id");
        replay(id)
                .then()
                .statusCode(200)
                .body("same", equalTo(true), "sameTexts", equalTo(true), "ruleset.version", equalTo(before))
                .body("differences.size()", equalTo(0));
        rules.edit(RulesCopy.DESIGN, "award( $centre, yuan( 1_000_000 ) );", "award( $centre, yuan( 900_000 ) );");
        standings.next(RulesetState.State.CURRENT);
        String after = live.current().version();
        replay(id).then().body("same", equalTo(true), "ruleset.version", equalTo(before));
        replay(id, "?ruleset=" + before).then().body("same", equalTo(true));
        Response replayed = replay(id, "?ruleset=current");
        replayed.then()
                .statusCode(200)
                .body("same", equalTo(false), "ruleset.version", equalTo(after))
                .body("differences.item", contains("provincial-design-centre"))
                .body("differences.claim", contains(1))
                .body("differences[0].recorded.status", equalTo("ELIGIBLE"));
        assertThat(replayed.asString())
                .contains("\"total\":{\"recorded\":1500000.00,\"replayed\":1400000.00,\"difference\":-100000.00}")
                .contains("\"recorded\":{\"status\":\"ELIGIBLE\",\"amount\":1000000.00}")
                .contains("\"replayed\":{\"status\":\"ELIGIBLE\",\"amount\":900000.00},\"difference\":-100000.00}");
        decided(design("c1", 1_000_000));
        replay(id, "?ruleset=" + after).then().body("same", equalTo(false));
    }

    @Test
    void whatWasKnownOfEarlierAwardsCountsAndNothingThatCameLater() {
        SentClaim centre = centre("c2", UUID.randomUUID().toString());
        String first = decided(centre).path("id");
        String second = decided(centre).path("id");
        revoked(first, "Withdrawn.");
        for (String id : new String[] {first, second}) {
            replay(id).then().body("same", equalTo(true), "sameTexts", equalTo(true));
        }
    }

    @Test
    void aRequestWithFaultsUnderOtherRulesIsToldSo() {
        changed("b");
        String id = decided(claim("DesignCentre", "c2")).path("id");
        rules.edit(
                CLAIMS,
                "name : String @key\n        @en( \"name of the centre\" )",
                "name : String @required @key\n        @en( \"name of the centre\" )");
        standings.next(RulesetState.State.CURRENT);
        replay(id, "?ruleset=current")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/recorded-request"))
                .body("title", equalTo("Recorded request does not fit"))
                .body(
                        "detail",
                        startsWith("The request that was recorded does not fit the rules of version "
                                + live.current().version()))
                .body("errors.pointer", contains("/claims/0/name"));
        given().header("Accept-Language", "zh")
                .post("/v1/decisions/" + id + "/replay?ruleset=current")
                .then()
                .body("detail", startsWith("已记录的请求不适用于版本为"));
        replay(id).then().body("same", equalTo(true));
        rules.edit(CLAIMS, "@required @key", "@key");
        standings.next(RulesetState.State.CURRENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?ruleset=", "?ruleset=x", "?ruleset=current&ruleset=current", "?version=current"})
    void aQueryThatIsNoneIsRefused(String query) {
        String id = decided(centre("c2", UUID.randomUUID().toString())).path("id");
        replay(id, query).then().statusCode(400).body("detail", containsString("ruleset"));
    }

    @Test
    void anUnknownDecisionOrRulesetIsToldSo() {
        String id = decided(centre("c2", UUID.randomUUID().toString())).path("id");
        replay(id, "?ruleset=" + "0".repeat(64)).then().statusCode(404).body("detail", containsString("ruleset"));
        replay(UUID.randomUUID().toString()).then().statusCode(404).body("detail", containsString("decision"));
    }

    @Test
    void sourcesThatWereAlteredAreNotTakenForTheRuleset() throws SQLException {
        RuleSources sources = RuleSources.of(Map.of("a.drl", UUID.randomUUID().toString()));
        String id = decided(design("c1", 1_000_000)).path("id");
        String version = UUID.randomUUID().toString().replace("-", "").repeat(2);
        keep(version, sources);
        replay(id, "?ruleset=" + version).then().statusCode(500).body("detail", containsString("altered"));
        keep(sources.version(), sources);
        replay(id, "?ruleset=" + sources.version())
                .then()
                .statusCode(500)
                .body("detail", containsString("finds faults"));
    }

    private void keep(String version, RuleSources sources) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into ruleset values (?, 1, ?)")) {
            insert.setString(1, version);
            insert.setBytes(2, SourceArchive.bytes(sources));
            insert.execute();
        }
    }

    /** Makes another version of the same rules live. */
    private String changed(String comment) {
        rules.comment(RulesCopy.DESIGN, comment + UUID.randomUUID());
        standings.next(RulesetState.State.CURRENT);
        return live.current().version();
    }

    private static Response decided(SentClaim... claims) {
        Response decided = Api.decided(request(claims).asOf("2023-05-01").stating("industry", "MANUFACTURING"));
        decided.then().body("result.claims.status", hasItem(notNullValue()));
        return decided;
    }
}
