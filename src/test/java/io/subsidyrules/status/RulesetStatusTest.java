package io.subsidyrules.status;

import static io.restassured.RestAssured.given;
import static io.subsidyrules.api.SentRequest.SHORTEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.subsidyrules.rulesets.LiveRuleset;
import io.subsidyrules.rulesets.LongTexts;
import io.subsidyrules.rulesets.RulesCopy;
import io.subsidyrules.rulesets.RulesetState;
import io.subsidyrules.storage.TestDatabase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What policy staff and the person on call see of a save, over HTTP. */
@QuarkusTest
@Tag("http")
@TestProfile(OwnRules.class)
class RulesetStatusTest {

    private static final List<String> MOTORS =
            List.of("policy.yaml", "claims.drl", "measure-01.drl", "measure-01.scenarios.yaml");

    private static final int LARGEST_JSON = 2_500_000;
    private static final int LARGEST_PAGE = 5_000_000;

    private final LiveRuleset live;
    private final RulesetChanges standings;
    private final Path folder;

    @Inject
    RulesetStatusTest(LiveRuleset live, RulesetChanges standings, @ConfigProperty(name = "subsidy.rules") Path folder) {
        this.live = live;
        this.standings = standings;
        this.folder = folder;
    }

    @Test
    void aFaultySaveIsToldInBothLanguagesAndChangesNoAnswer() throws Exception {
        String version = live.current().version();
        given().get("/v1/rulesets/status")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("state", equalTo("CURRENT"), "live.version", equalTo(version), "live.origin", equalTo("FOLDER"))
                .body("live.items", equalTo(26), "folder.scenarios", greaterThan(150), "folder.faultCount", equalTo(0));

        RulesCopy rules =
                RulesCopy.at(folder).edit(RulesCopy.DESIGN, "CentreLevel.PROVINCIAL", "CentreLevel.PROVINCAL");
        standings.next(RulesetState.State.STALE);

        given().get("/v1/rulesets/status")
                .then()
                .statusCode(200)
                .header("Content-Language", "en")
                .body("state", equalTo("STALE"), "live.version", equalTo(version), "folder.faultCount", equalTo(1))
                .body("policies.policy", equalTo(List.of("hebei-quality-2022")), "policies[0].state", equalTo("STALE"))
                .body("vocabulary.state", equalTo("CURRENT"))
                .body("folder.faults[0].file", equalTo(RulesCopy.DESIGN))
                .body("folder.faults[0].line", equalTo(14), "folder.faults[0].column", equalTo(50))
                .body("folder.faults[0].code", equalTo("UNKNOWN_CONSTANT"))
                .body("folder.faults[0].text", equalTo("CentreLevel has no constant PROVINCAL."))
                .body("folder.faults[0].remedy", containsString("Maybe PROVINCIAL?"))
                .body("folder.faults[0].excerpt.line", containsString("CentreLevel.PROVINCAL,"))
                .body("folder.faults[0].excerpt.caret", equalTo(" ".repeat(49) + "^".repeat(9)));
        given().header("Accept-Language", "zh-CN")
                .get("/v1/rulesets/status")
                .then()
                .header("Content-Language", "zh-CN")
                .body("folder.faults[0].text", equalTo("CentreLevel 没有常量 PROVINCAL。"))
                .body("folder.faults[0].remedy", containsString("是否应为 PROVINCIAL"));
        TestDatabase.await();
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.find { it.name == 'ruleset' }.data.state", equalTo("STALE"))
                .body("checks.find { it.name == 'ruleset' }.data.reason", containsString("UNKNOWN_CONSTANT"));
        assertThat(metrics())
                .contains("subsidy_ruleset_stale 1.0")
                .contains("subsidy_rules_faults 1.0")
                .contains("subsidy_ruleset_policies{state=\"stale\"} 1.0")
                .contains("subsidy_ruleset_info{version=\"" + version + "\"}")
                .contains("subsidy_rules_judged_seconds_count{verdict=\"refused\"} 1");
        assertThat(evaluatedBy()).isEqualTo(version);

        rules.edit(RulesCopy.DESIGN, "CentreLevel.PROVINCAL", "CentreLevel.PROVINCIAL")
                .comment(RulesCopy.DESIGN, "mended");
        standings.next(RulesetState.State.CURRENT);

        assertThat(evaluatedBy()).isEqualTo(live.current().version()).isNotEqualTo(version);
        assertThat(metrics())
                .contains("subsidy_ruleset_stale 0.0")
                .doesNotContain("subsidy_ruleset_info{version=\"" + version + "\"}");
    }

    @Test
    void thePageHasALargestSizeWhateverTheFilesHold() {
        RulesCopy rules = RulesCopy.at(folder);
        LongTexts.save(rules, "&");
        standings.next(RulesetState.State.STALE);
        byte[] json = given().get("/v1/rulesets/status").asByteArray();
        byte[] page = given().accept("text/html").get("/v1/rulesets/status").asByteArray();
        for (int file = 0; file < LongTexts.FILES; file++) {
            rules.remove("hebei-quality-2022/long-" + file + ".scenarios.yaml");
        }
        standings.next(RulesetState.State.CURRENT);
        assertThat(json).hasSizeBetween(100_000, LARGEST_JSON);
        assertThat(page).hasSizeBetween(100_000, LARGEST_PAGE);
    }

    @Test
    void whatLooksWrongIsToldInBothLanguagesAndBlocksNothing() {
        RulesCopy rules = RulesCopy.at(folder);
        rules.save("hebei-quality-2022/measure-25.scenarios.yml", "scenarios: []");
        standings.next(RulesetState.State.CURRENT);

        given().get("/v1/rulesets/status")
                .then()
                .body("state", equalTo("CURRENT"), "folder.noticeCount", equalTo(1))
                .body("folder.notices[0].file", equalTo("hebei-quality-2022/measure-25.scenarios.yml"))
                .body("folder.notices[0].code", equalTo("FILE_PASSED_OVER"))
                .body("folder.notices[0].remedy", containsString("rename it to measure-25.scenarios.yaml"));
        given().header("Accept-Language", "zh-CN")
                .get("/v1/rulesets/status")
                .then()
                .body("folder.notices[0].remedy", containsString("请改名为 measure-25.scenarios.yaml"));
        assertThat(metrics()).contains("subsidy_rules_notices 1.0").contains("subsidy_ruleset_stale 0.0");

        rules.remove("hebei-quality-2022/measure-25.scenarios.yml");
        standings.next(RulesetState.State.CURRENT);
        given().get("/v1/rulesets/status").then().body("folder.noticeCount", equalTo(0));
    }

    @Test
    void aNewPolicyIsServedByEveryResourceOnceItIsSavedAndOutOfServiceOnceItIsRemoved() throws IOException {
        Path motors = Path.of("src/test/resources/motors-2025");
        RulesCopy rules = RulesCopy.at(folder);
        for (String file : MOTORS) {
            rules.save("motors-2025/" + file, Files.readString(motors.resolve(file)));
        }
        standings.next(RulesetState.State.CURRENT);

        given().get("/v1/policies/motors-2025").then().statusCode(200).body("title", equalTo("Efficient motors"));
        given().header("Accept-Language", "zh-CN")
                .get("/v1/policies/motors-2025/measures/1")
                .then()
                .statusCode(200)
                .body(containsString("电机能效等级为IE4级"));
        given().get("/v1/claim-types/MotorPurchase")
                .then()
                .statusCode(200)
                .body(containsString("efficiency class of the motor"));
        given().get("/v1/rulesets/status")
                .then()
                .body("policies.policy", equalTo(List.of("hebei-quality-2022", "motors-2025")));
        for (String type : List.of("application/json", "text/plain", "text/html")) {
            given().contentType("application/json")
                    .accept(type)
                    .body("""
                    { "asOf": "2025-06-01", "applicant": { "id": "91130100MA0ABCDE10" }, "policies": [ "motors-2025" ],
                      "claims": [ { "type": "MotorPurchase", "id": "c1", "serialNumber": "1", "efficiency": "IE4",
                                    "certified": true, "price": 100000.00 } ] }""")
                    .post("/v1/evaluate")
                    .then()
                    .statusCode(200)
                    .body(containsString(type.equals("application/json") ? "\"total\":20000.00" : "20,000.00"));
        }

        for (String file : MOTORS) {
            rules.remove("motors-2025/" + file);
        }
        standings.next(RulesetState.State.CURRENT);
        given().get("/v1/policies/motors-2025").then().statusCode(404);
    }

    private static String metrics() {
        return given().get("/q/metrics").asString();
    }

    private static String evaluatedBy() {
        return given().contentType("application/json")
                .body(SHORTEST)
                .post("/v1/evaluate")
                .then()
                .statusCode(200)
                .extract()
                .path("ruleset.version");
    }
}
