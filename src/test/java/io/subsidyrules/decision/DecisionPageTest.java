package io.subsidyrules.decision;

import static io.restassured.RestAssured.given;
import static io.subsidyrules.api.SentClaim.hosted;
import static io.subsidyrules.api.SentClaim.unnumbered;
import static io.subsidyrules.codes.ApplicantCodes.ONE;
import static io.subsidyrules.decision.ListedDecisions.all;
import static io.subsidyrules.decision.ListedDecisions.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.subsidyrules.storage.TestDatabase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of {@code GET /v1/decisions}, which lead from one to the next. */
@QuarkusTest
@Tag("http")
class DecisionPageTest {

    private final ListedDecisions listed = new ListedDecisions();

    @BeforeEach
    void theDatabaseIsThere() throws InterruptedException {
        TestDatabase.await();
    }

    @Test
    void pagesHaveEachDecisionOnceWhileOthersAreRecorded() {
        List<String> recorded = new ArrayList<>();
        Set<String> eligible = new HashSet<>();
        String policy = "hebei-quality-2022";
        Response one = listed.decide(unnumbered("c1"));
        recorded.add(one.path("id"));
        String since = one.path("recordedAt");
        for (int i = 0; i < 7; i++) {
            recorded.add(
                    0,
                    listed.decide(i % 2 == 0 ? hosted("c1") : unnumbered("c1")).path("id"));
            if (i % 2 == 0) {
                eligible.add(recorded.get(0));
            }
        }
        for (String filters : List.of(
                "applicant=" + ONE + "&reference=" + encoded(listed.reference()),
                "applicant=" + ONE + "&from=" + since,
                "policy=" + policy + "&applicant=" + ONE + "&from=" + since,
                "policy=" + policy + "&status=ELIGIBLE&from=" + since,
                "policy=" + policy + "&from=" + since)) {
            List<String> expected = filters.contains("status")
                    ? recorded.stream().filter(eligible::contains).toList()
                    : List.copyOf(recorded);
            List<String> newer = new ArrayList<>();
            assertThat(paged(filters + "&limit=2", newer)).containsExactlyElementsOf(expected);
            assertThat(newer).hasSizeGreaterThan(2);
            recorded.addAll(0, newer);
            eligible.addAll(newer);
        }
        // Behind the first page of all decisions come those that were recorded then, whatever is recorded since.
        Response first = all("policy=" + policy + "&limit=3").extract().response();
        String newer = listed.decide(hosted("c1")).path("id");
        assertThat(first.<List<String>>path("decisions.id")).containsExactlyElementsOf(recorded.subList(0, 3));
        List<String> second = given().urlEncodingEnabled(false)
                .get(first.<String>path("next"))
                .path("decisions.id");
        assertThat(second).containsExactlyElementsOf(recorded.subList(3, 6)).doesNotContain(newer);
    }

    @Test
    void theNextPageIsLinkedWithItsFilters() {
        listed.decide(hosted("c1"));
        listed.decide(hosted("c1"));
        Response page = listed.found("limit=1").extract().response();
        assertThat(page.header("Link")).isEqualTo("<%s>; rel=\"next\"".formatted(page.<String>path("next")));
        assertThat(page.<String>path("next"))
                .matches("/v1/decisions\\?reference=list%20[0-9a-f-]+&limit=1&cursor=[A-Za-z0-9_-]{22}");
    }

    @Test
    void aCursorOfOtherFiltersIsRefused() {
        listed.decide(hosted("c1"));
        listed.decide(hosted("c1"));
        String next = listed.found("limit=1").extract().path("next");
        String cursor = next.substring(next.indexOf("cursor=") + "cursor=".length());
        listed.found("cursor=" + cursor).body("decisions.size()", equalTo(1));
        String last = cursor.substring(cursor.length() - 1).equals("A") ? "Q" : "A";
        for (String faulty : List.of(
                "applicant=" + ONE + "&cursor=" + cursor,
                "cursor=" + cursor + "A",
                "cursor=" + cursor.substring(1),
                "cursor=" + cursor.substring(0, cursor.length() - 1) + last,
                "cursor=",
                "cursor=*")) {
            given().urlEncodingEnabled(false)
                    .get("/v1/decisions?reference=" + encoded(listed.reference()) + "&" + faulty)
                    .then()
                    .statusCode(400)
                    .body("detail", containsString("cursor"));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 200", "200, 200", "0, 400", "201, 400", "-1, 400", "01, 400", "x, 400", "'', 400", "1.0, 400"})
    void aPageHasOneToTwoHundredDecisions(String limit, int status) {
        given().queryParam("limit", limit).get("/v1/decisions").then().statusCode(status);
    }

    @Test
    void aPageHasFiftyDecisionsWhereNothingIsSaid() {
        for (int i = 0; i < 51; i++) {
            listed.decide(unnumbered("c1"));
        }
        listed.found("").body("decisions.size()", equalTo(50)).body("next", matchesPattern(".*cursor=.{22}"));
        listed.found("limit=51").body("decisions.size()", equalTo(51)).body("next", nullValue());
    }

    /** What all pages of a query have; before each one but the first another decision is recorded that it holds for. */
    private List<String> paged(String query, List<String> newest) {
        List<String> ids = new ArrayList<>();
        Response page = all(query).extract().response();
        ids.addAll(page.<List<String>>path("decisions.id"));
        while (page.path("next") != null) {
            newest.add(0, listed.decide(hosted("c1")).path("id"));
            page = given().urlEncodingEnabled(false).get(page.<String>path("next"));
            page.then().statusCode(200);
            ids.addAll(page.<List<String>>path("decisions.id"));
        }
        return ids;
    }
}
