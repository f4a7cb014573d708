package io.subsidyrules.evaluation;

import static io.restassured.RestAssured.given;
import static io.subsidyrules.api.SentClaim.claim;
import static io.subsidyrules.api.SentClaim.hosted;
import static io.subsidyrules.api.SentClaim.unnumbered;
import static io.subsidyrules.api.SentRequest.SHORTEST;
import static io.subsidyrules.api.SentRequest.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.subsidyrules.api.SentClaim;
import io.subsidyrules.api.SentRequest;
import io.subsidyrules.storage.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST /v1/evaluate} as another system calls it, on the first policy. */
@QuarkusTest
@Tag("http")
class EvaluateTest {

    @Test
    void hostingAnInternationalAndAnIndustryStandardEarnsFourHundredThousand() {
        String body = evaluate(hosted("c1", "1"), hosted("c2", "2").with("level", "INDUSTRY"))
                .body("claims.status", contains("ELIGIBLE", "ELIGIBLE"))
                .extract()
                .asString();
        assertThat(body)
                .contains("\"total\":400000.00,")
                .contains("\"amount\":300000.00,")
                .contains("\"amount\":100000.00,");
    }

    @ParameterizedTest
    @CsvSource({"1234567.89, 617283.94", "3000000, 1000000.00", "0.01, 0.00"})
    void halfOfDesignExpensesIsRefundedToTheFenUpToAMillion(BigDecimal expenses, String total) {
        SentClaim claim = claim("DesignPurchase", "c1").with("approvedExpenses", expenses);
        String body = evaluate(request(claim).stating("industry", "MANUFACTURING"), "en", "summary")
                .body("claims[0].status", equalTo("ELIGIBLE"))
                .extract()
                .asString();
        assertThat(body).contains("\"total\":%s,".formatted(total));
    }

    @Test
    void anUnknownLevelLeavesAllThreeHostingItemsUndetermined() {
        evaluate(claim("HostedStandard", "c1").with("role", "HOST"))
                .body("total", equalTo(0.0f))
                .body("atStake", equalTo(300000.0f))
                .body("claims[0].status", equalTo("UNDETERMINED"))
                .body("claims[0].items.status", contains("UNDETERMINED", "UNDETERMINED", "UNDETERMINED"))
                .body(
                        "claims[0].items.missing",
                        contains(List.of("/claims/0/level"), List.of("/claims/0/level"), List.of("/claims/0/level")));
    }

    @Test
    void aRefusedItemSaysWhichConditionFailedInBothLanguages() {
        SentClaim claim = unnumbered("c1").with("role", "PARTICIPANT").with("level", "NATIONAL");
        evaluate(claim)
                .body("claims[0].items[1].failed[0].pointer", equalTo("/claims/0/role"))
                .body("claims[0].items[1].failed[0].condition", equalTo("role == DraftingRole.HOST"))
                .body("claims[0].items[1].failed[0].text", equalTo("the role in drafting the standard is host"))
                .body("claims[0].items[1].failed[0].actual", equalTo("PARTICIPANT"));
        evaluate(request(claim), "zh-CN", "summary")
                .header("Content-Language", "zh-CN")
                .body("claims[0].items[1].failed[0].text", equalTo("标准制定角色为主持制定"));
    }

    @Test
    void inSummaryOnlyWhatIsNotRefusedIsShownAndInFullEverything() {
        SentClaim claim = unnumbered("c1").with("level", "NATIONAL");
        evaluate(request(claim), "en", "summary").body("claims[0].items.item", contains("host-national-standard"));
        evaluate(request(claim), "en", "full")
                .body(
                        "claims[0].items.item",
                        contains("host-international-standard", "host-national-standard", "host-industry-standard"))
                .body("supports.size()", equalTo(6));
    }

    @Test
    void aRepeatNamesTheEarlierClaim() {
        evaluate(hosted("c1", "GB 1").with("level", "NATIONAL"), hosted("c2", "GB 1"))
                .body("total", equalTo(200000.0f))
                .body("claims[1].status", equalTo("NOT_ELIGIBLE"))
                .body("claims[1].items[0].failed[0].condition", equalTo("repeat"))
                .body("claims[1].items[0].failed[0].pointer", equalTo("/claims/1/standardNumber"))
                .body("claims[1].items[0].failed[0].actual", equalTo("GB 1"))
                .body("claims[1].items[0].failed[0].repeats", equalTo("c1"));
    }

    @Test
    void withoutADateTheEvaluationIsOfTodayInShanghai() {
        LocalDate before = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        String asOf = given().contentType("application/json")
                .body(SHORTEST)
                .post("/v1/evaluate")
                .then()
                .statusCode(200)
                .extract()
                .path("asOf");
        assertThat(LocalDate.parse(asOf)).isBetween(before, LocalDate.now(ZoneId.of("Asia/Shanghai")));
    }

    @Test
    void membersThatAreNullAreAsAbsentWhateverTheirName() {
        given().contentType("application/json")
                .body("""
                        { "asOf": null, "policies": null, "claims": null, "reference": null,
                          "applicant": { "id": "91130100MA0ABCDE10", "name": null, "level": null } }""")
                .post("/v1/evaluate")
                .then()
                .statusCode(200)
                .body("claims.size()", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, zh-CN",
        "zh, zh-CN",
        "zh-Hans-CN, zh-CN",
        "'fr, zh;q=0.5', zh-CN",
        "en-GB, en",
        "fr, en",
        "*, en",
        "';;q=x', en",
        "'en;q=0.1, zh-CN;q=0.9', zh-CN"
    })
    void theAnswerIsInTheLanguageAskedForAndElseInEnglish(String asked, String given) {
        evaluate(request(), asked, "summary")
                .header("Content-Language", given)
                .header("Vary", equalTo("Accept, Accept-Language, Accept-Encoding"));
    }

    @Test
    void theRulesetIsNamedByTheHashOfItsSources() {
        evaluate().body("ruleset.version", matchesPattern("[0-9a-f]{64}"));
    }

    @Test
    void evaluationsAreCountedByOutcomeAndTimed() {
        evaluate(claim("HostedStandard", "c1").with("role", "PARTICIPANT"));
        String metrics =
                given().get("/q/metrics").then().statusCode(200).extract().asString();
        assertThat(metrics)
                .contains("subsidy_evaluations_total{outcome=\"not_eligible\"}")
                .contains("subsidy_evaluation_seconds_count")
                .contains("subsidy_ruleset_info{version=\"");
    }

    @Test
    void healthNamesTheRuleset() throws Exception {
        TestDatabase.await();
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("ruleset"))
                .body("checks.find { it.name == 'ruleset' }.data.items", equalTo(26));
    }

    private static ValidatableResponse evaluate(SentClaim... claims) {
        return evaluate(request(claims), "en", "summary");
    }

    private static ValidatableResponse evaluate(SentRequest request, String language, String explain) {
        return given().contentType("application/json; charset=UTF-8")
                .header("Accept-Language", language)
                .queryParam("explain", explain)
                .body(request.asOf("2023-05-01").json())
                .post("/v1/evaluate")
                .then()
                .statusCode(200);
    }
}
