package io.subsidyrules.decision;

import static io.restassured.RestAssured.given;
import static io.subsidyrules.api.Api.revoked;
import static io.subsidyrules.api.SentClaim.hosted;
import static io.subsidyrules.api.SentClaim.unnumbered;
import static io.subsidyrules.codes.ApplicantCodes.ONE;
import static io.subsidyrules.decision.ListedDecisions.between;
import static io.subsidyrules.decision.ListedDecisions.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.subsidyrules.storage.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code GET /v1/decisions} says of each decision, in which forms, beside the decisions of other tests. */
@QuarkusTest
@Tag("http")
class DecisionListTest {

    private final ListedDecisions listed = new ListedDecisions();

    @BeforeEach
    void theDatabaseIsThere() throws InterruptedException {
        TestDatabase.await();
    }

    @Test
    void aListShowsWhatADecisionAwardsAndHowItStands() {
        Response decided = listed.decide(hosted("c1"), unnumbered("c2"));
        ValidatableResponse list = list(Map.of("reference", listed.reference()));
        list.header("Content-Type", equalTo("application/json"))
                .header("Link", nullValue())
                .body("next", nullValue())
                .body("decisions.size()", equalTo(1))
                .body("decisions[0].id", equalTo(decided.path("id")))
                .body("decisions[0].sequence", equalTo(decided.path("sequence")))
                .body("decisions[0].recordedAt", equalTo(decided.path("recordedAt")))
                .body("decisions[0].caller", equalTo("portal"))
                .body("decisions[0].reference", equalTo(listed.reference()))
                .body("decisions[0].applicant", equalTo(ONE))
                .body("decisions[0].ruleset.version", equalTo(decided.path("ruleset.version")))
                .body("decisions[0].statuses", contains("ELIGIBLE", "UNDETERMINED"))
                .body("decisions[0].revoked", equalTo("NO"));
        String text = list.extract().asString();
        assertThat(text).contains("\"total\":300000.00,");
        assertThat(text).contains("\"atStake\":%s,".formatted(between(decided.asString(), "\"atStake\":", ",")));
    }

    @Test
    void aListShowsHowMuchIsRevoked() {
        String id = listed.decide(hosted("c1"), hosted("c2")).path("id");
        revoked(id, "Withdrawn.", 0);
        list(Map.of("reference", listed.reference())).body("decisions.revoked", contains("PARTLY"));
        revoked(id, "Withdrawn.", 1);
        list(Map.of("reference", listed.reference())).body("decisions.revoked", contains("WHOLLY"));
        revoked(listed.decide(hosted("c1"), hosted("c2")).path("id"), "All.");
        list(Map.of("reference", listed.reference())).body("decisions.revoked", contains("WHOLLY", "WHOLLY"));
    }

    @Test
    void aFormIsTakenByItsQuality() {
        listed.decide(hosted("c1"));
        for (Map.Entry<String, String> form : Map.of(
                        "*/*", "application/json",
                        "text/*", "text/csv;charset=UTF-8",
                        "text/csv;q=0.5, application/x-ndjson", "application/x-ndjson",
                        "application/json;q=0.1, text/csv", "text/csv;charset=UTF-8")
                .entrySet()) {
            listed.export(form.getKey())
                    .then()
                    .statusCode(200)
                    .header("Content-Type", equalTo(form.getValue()))
                    .header("Vary", containsString("Accept"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | This path answers in application/json, application/x-ndjson, text/csv, text/html. Send an Accept that allows one of these, or none.",
                "zh | 该路径的结果为 application/json、application/x-ndjson、text/csv、text/html。请发送与之相符的 Accept，或不发送该请求头。"
            })
    void aFormThatThereIsNotIsToldThoseThatAre(String language, String detail) {
        given().headers("Accept", "text/plain", "Accept-Language", language)
                .get("/v1/decisions")
                .then()
                .statusCode(406)
                .body("detail", equalTo(detail));
    }

    @Test
    void anUnknownParameterIsToldThoseThatAre() {
        given().queryParam("caller", "portal")
                .get("/v1/decisions")
                .then()
                .statusCode(400)
                .body(
                        "detail",
                        endsWith(
                                "Those that are: applicant, item, policy, status, reference, ruleset, from, to, limit, cursor, lang."));
        given().header("Accept", "text/csv")
                .queryParam("caller", "portal")
                .get("/v1/decisions")
                .then()
                .statusCode(400)
                .body(
                        "detail",
                        endsWith("Those that are: applicant, item, policy, status, reference, ruleset, from, to."));
    }
}
