package io.subsidyrules.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue and the fact types of the first policy, as a portal reads them. */
@QuarkusTest
@Tag("http")
class CatalogueTest {

    private static final String POLICY = "/v1/policies/hebei-quality-2022";

    @Test
    void theFirstPolicyIsListedInBothLanguages() {
        get("/v1/policies", "en")
                .body("policies.id", contains("hebei-quality-2022"))
                .body("policies[0].measures", equalTo(24))
                .body("policies[0].items", equalTo(26))
                .body("policies[0].issuer", equalTo("Hebei Provincial People's Government"));
        get("/v1/policies", "zh-CN").body("policies[0].issuer", equalTo("河北省人民政府"));
    }

    @Test
    void everyMeasureHasClausesAndEveryClauseItemsOrAReason() {
        List<List<Integer>> items = get(POLICY, "en")
                .body("measures.number", hasSize(24))
                .extract()
                .path(
                        "measures.collect { m -> m.clauses.collect { c -> c.items.size() + (c.reason == null ? 0 : 1) } }");
        assertThat(items).allSatisfy(clauses -> assertThat(clauses).isNotEmpty().allMatch(count -> count > 0));
    }

    @Test
    void anItemShowsItsAmountConditionsPeriodAndReading() {
        get(POLICY + "/measures/9", "en")
                .body("clauses[2].items[0].item", equalTo("design-purchase"))
                .body("clauses[2].items[0].outcome", equalTo("AWARD"))
                .body("clauses[2].items[0].factType", equalTo("DesignPurchase"))
                .body("clauses[2].items[0].rules[0].inForceFrom", equalTo("2022-09-06"))
                .body("clauses[2].items[0].rules[0].amount.ratePercent", equalTo(50))
                .body("clauses[2].items[0].rules[0].amount.source", equalTo("approvedExpenses"))
                .body("clauses[2].items[0].rules[0].amount.ceiling", equalTo(1000000.0f))
                .body("clauses[2].items[0].rules[0].per", equalTo("project"))
                .body(
                        "clauses[2].items[0].rules[0].conditions.condition",
                        contains(
                                "divisionCode str[startsWith] \"13\"",
                                "kind == ApplicantKind.ENTERPRISE",
                                "industry == Industry.MANUFACTURING",
                                "approvedExpenses > 0"))
                .body(
                        "clauses[2].items[0].rules[0].readings.id",
                        contains("half-of-expenses", "registered-in-hebei", "no-end-date"));
        get(POLICY + "/measures/2", "zh-CN")
                .body("clauses[0].items[0].rules[0].amount.fixed", equalTo(300000.0f))
                .body(
                        "clauses[0].items[0].rules[0].conditions.text",
                        contains("在河北省登记注册", "主体类型为企业", "标准制定角色为主持制定", "标准级别为国际标准"));
    }

    @Test
    void anItemIsToldInPlainWordsInTheLanguageAskedFor() {
        get(POLICY + "/measures/9", "en")
                .body(
                        "clauses[2].items[0].rules[0].text",
                        startsWith(
                                "Design services bought by a manufacturer: an award of 50% of the sum of the approved"
                                        + " expenses in yuan, at most 1,000,000 yuan, per project. Asked of the applicant: registered in Hebei;"))
                .body("clauses[2].items[0].rules[0].text", containsString(" Clause 9.3 of “Hebei product quality"));
        get(POLICY + "/measures/2", "zh-CN")
                .body("clauses[0].items[0].rules[0].text", startsWith("主持制定国际标准：每项标准奖补300,000元。对申请主体的条件：在河北省登记注册；"))
                .body("clauses[0].items[0].rules[0].per", equalTo("项标准"));
    }

    @Test
    void theTargetsOfTheProgrammeAreData() {
        get(POLICY + "/measures/1", "en")
                .body("targets[0].comparison", equalTo("MORE_THAN"))
                .body("targets[0].value", equalTo(30))
                .body("targets[0].period", equalTo("EACH_YEAR"))
                .body("targets[0].item", equalTo("standard-leader"));
    }

    @Test
    void claimTypesAreJsonSchemasWithTitledConstants() {
        get("/v1/claim-types", "en").body("claimTypes.type", hasSize(13));
        get("/v1/claim-types/HostedStandard", "zh-CN")
                .body("'$schema'", equalTo("https://json-schema.org/draft/2020-12/schema"))
                .body("required", contains("type", "id"))
                .body("additionalProperties", equalTo(false))
                .body("properties.type.const", equalTo("HostedStandard"))
                .body("properties.role.oneOf[0].const", equalTo("HOST"))
                .body("properties.role.oneOf[0].title", equalTo("主持制定"))
                .body("properties.standardNumber.'x-key'", equalTo("project"));
        get("/v1/claim-types/DesignPurchase", "en")
                .body("properties.approvedExpenses.'x-decimals'", equalTo(2))
                .body("properties.approvedExpenses.minimum", equalTo(0))
                .body("properties.project.'x-key'", equalTo("project-of-applicant"));
        get("/v1/applicant-type", "en")
                .body("required", contains("id"))
                .body(
                        "properties.size.oneOf.const.findAll { it != null }",
                        contains("LARGE", "MEDIUM", "SMALL", "MICRO"))
                .body("properties.size.'x-changeable'", equalTo(true))
                .body("properties.establishedOn.'x-changeable'", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/policies",
                POLICY,
                POLICY + "/measures/2",
                "/v1/claim-types",
                "/v1/claim-types/HostedStandard",
                "/v1/applicant-type"
            })
    void anUnchangedPageIsNotSentAgain(String path) {
        String tag = get(path, "en").extract().header("ETag");
        given().header("If-None-Match", tag).get(path).then().statusCode(304).header("ETag", tag);
        given().header("If-None-Match", "\"other\", " + tag.replaceFirst("^W/", ""))
                .get(path)
                .then()
                .statusCode(304);
        given().header("If-Match", "\"other\"").get(path).then().statusCode(200);
        given().header("If-None-Match", tag)
                .header("Accept-Language", "zh-CN")
                .get(path)
                .then()
                .statusCode(200)
                .header("ETag", not(tag));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/policies/nothing",
                POLICY + "/measures/25",
                POLICY + "/measures/0",
                POLICY + "/measures/x",
                "/v1/claim-types/HostedStandrad",
                "/problems/nothing"
            })
    void whatIsNotThereIsAProblem(String path) {
        given().get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-found"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bad-request",
                "not-found",
                "method-not-allowed",
                "not-acceptable",
                "request-timeout",
                "conflict",
                "too-large",
                "uri-too-long",
                "unsupported-media-type",
                "expectation-failed",
                "invalid-content",
                "too-many-requests",
                "headers-too-large",
                "internal-error",
                "not-implemented",
                "unavailable",
                "version-not-supported"
            })
    void everyTypeOfProblemLeadsToItsDocumentation(String slug) {
        String en = get("/problems/" + slug, "en").extract().asString();
        String zh = get("/problems/" + slug, "zh-CN").extract().asString();
        assertThat(en).hasSizeGreaterThan(40).isNotEqualTo(zh);
    }

    private static ValidatableResponse get(String path, String language) {
        return given().header("Accept-Language", language)
                .get(path)
                .then()
                .statusCode(200)
                .header("Content-Language", language)
                .header("Vary", equalTo("Accept, Accept-Language, Accept-Encoding"));
    }
}
