package io.subsidyrules.decision;

import static io.restassured.RestAssured.given;
import static io.subsidyrules.api.SentClaim.hosted;
import static io.subsidyrules.api.SentClaim.unnumbered;
import static io.subsidyrules.codes.ApplicantCodes.OTHER;
import static io.subsidyrules.codes.ApplicantCodes.fresh;
import static io.subsidyrules.decision.ListedDecisions.all;
import static io.subsidyrules.decision.ListedDecisions.list;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.subsidyrules.storage.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The decisions that {@code GET /v1/decisions} finds, and what it cannot look for. */
@QuarkusTest
@Tag("http")
class DecisionFilterTest {

    private final ListedDecisions listed = new ListedDecisions();

    @BeforeEach
    void theDatabaseIsThere() throws InterruptedException {
        TestDatabase.await();
    }

    @Test
    void eachFilterAloneFindsTheNewestThatItHoldsFor() {
        String applicant = fresh();
        Response decided = listed.decide(applicant, hosted("c1"));
        String id = decided.path("id");
        String item = decided.path("result.claims[0].items.find { it.status == 'ELIGIBLE' }.item");
        String policy = decided.path("result.claims[0].items.find { it.status == 'ELIGIBLE' }.policy");
        list(Map.of("applicant", applicant)).body("decisions.id", contains(id));
        list(Map.of("reference", listed.reference())).body("decisions.id", contains(id));
        list(Map.of("item", item)).body("decisions[0].id", equalTo(id));
        list(Map.of("policy", policy)).body("decisions[0].id", equalTo(id));
        list(Map.of("status", "ELIGIBLE"))
                .body("decisions[0].id", equalTo(id))
                .body("decisions.statuses", everyItem(hasItem("ELIGIBLE")));
        list(Map.of("ruleset", decided.path("ruleset.version")))
                .body("decisions[0].id", equalTo(id))
                .body("decisions.ruleset.version", everyItem(equalTo(decided.path("ruleset.version"))));
        list(Map.of("from", decided.path("recordedAt"))).body("decisions.id", contains(id));
        list(Map.of("to", decided.path("recordedAt"))).body("decisions[0].id", equalTo(id));
        list(Map.of()).body("decisions[0].id", equalTo(id));
    }

    @Test
    void eachFilterLeavesOutWhatItDoesNotHoldFor() {
        Response decided = listed.decide(hosted("c1"));
        String id = decided.path("id");
        list(Map.of("applicant", fresh())).body("decisions", equalTo(List.of()));
        list(Map.of("reference", listed.reference() + "x")).body("decisions", equalTo(List.of()));
        list(Map.of("item", "no-such-item")).body("decisions", equalTo(List.of()));
        list(Map.of("policy", "no-such-policy")).body("decisions", equalTo(List.of()));
        list(Map.of("ruleset", "0".repeat(64))).body("decisions", equalTo(List.of()));
        list(Map.of("from", "2999-01-01")).body("decisions", equalTo(List.of()));
        list(Map.of("to", "1999-12-31")).body("decisions", equalTo(List.of()));
        list(Map.of("status", "REFERRED")).body("decisions.id", not(hasItem(id)));
    }

    @Test
    void aStatusIsThatOfTheItemOrOfAnyItemOfThePolicy() {
        Response eligible = listed.decide(hosted("c1"));
        String item = eligible.path("result.claims[0].items.find { it.status == 'ELIGIBLE' }.item");
        String policy = eligible.path("result.claims[0].items.find { it.status == 'ELIGIBLE' }.policy");
        Response undetermined = listed.decide(unnumbered("c1"));
        String first = eligible.path("id");
        String second = undetermined.path("id");
        for (String filter : List.of("item=" + item, "policy=" + policy, "policy=" + policy + "&item=" + item)) {
            listed.found(filter).body("decisions.id", contains(second, first));
            listed.found(filter + "&status=ELIGIBLE").body("decisions.id", contains(first));
            listed.found(filter + "&status=UNDETERMINED").body("decisions[0].id", equalTo(second));
            listed.found(filter + "&status=REFERRED").body("decisions", equalTo(List.of()));
        }
        listed.found("item=" + item + "&status=UNDETERMINED").body("decisions.id", contains(second));
        listed.found("policy=no-such-policy&item=" + item).body("decisions", equalTo(List.of()));
        // The same by the tags' own index, as nothing narrower is asked for.
        String since = "from=" + eligible.<String>path("recordedAt");
        for (String filter : List.of("item=" + item, "policy=" + policy)) {
            all(filter + "&" + since).body("decisions.id", contains(second, first));
            all(filter + "&status=ELIGIBLE&" + since).body("decisions.id", contains(first));
            all(filter + "&ruleset=" + eligible.path("ruleset.version") + "&" + since)
                    .body("decisions.id", contains(second, first));
        }
    }

    @Test
    void filtersTogetherMustAllHold() {
        String applicant = fresh();
        Response decided = listed.decide(applicant, hosted("c1"));
        String item = decided.path("result.claims[0].items.find { it.status == 'ELIGIBLE' }.item");
        String policy = decided.path("result.claims[0].items.find { it.status == 'ELIGIBLE' }.policy");
        String at = decided.path("recordedAt");
        Map<String, String> every = Map.of(
                "applicant", applicant,
                "reference", listed.reference(),
                "item", item,
                "policy", policy,
                "status", "ELIGIBLE",
                "ruleset", decided.path("ruleset.version"),
                "from", at,
                "to", at);
        Map<String, String> others = Map.of(
                "applicant", OTHER,
                "reference", "another",
                "item", "another",
                "policy", "another",
                "status", "REFERRED",
                "ruleset", "0".repeat(64),
                "from", "2999-01-01",
                "to", "1999-01-01");
        list(every).body("decisions.id", contains(decided.<String>path("id")));
        for (String one : every.keySet()) {
            for (String two : every.keySet()) {
                list(Map.of(
                                one,
                                every.get(one),
                                two.equals(one) ? "limit" : two,
                                two.equals(one) ? "5" : every.get(two)))
                        .body("decisions[0].id", equalTo(decided.path("id")));
                if (!one.equals(two)
                        && !(one.equals("from") && two.equals("to"))
                        && !(one.equals("to") && two.equals("from"))) {
                    list(Map.of(one, every.get(one), two, others.get(two)))
                            .body("decisions.id", not(hasItem(decided.<String>path("id"))));
                }
            }
        }
    }

    @Test
    void bothBoundsBelongToTheTimeAskedFor() {
        Response decided = listed.decide(hosted("c1"));
        String id = decided.path("id");
        Instant at = Instant.parse(decided.path("recordedAt"));
        listed.found("from=" + at).body("decisions.id", contains(id));
        listed.found("to=" + at).body("decisions.id", contains(id));
        listed.found("from=" + at + "&to=" + at).body("decisions.id", contains(id));
        listed.found("from=" + at.plus(1, ChronoUnit.MICROS)).body("decisions", equalTo(List.of()));
        listed.found("from=" + at.plusNanos(1)).body("decisions", equalTo(List.of()));
        listed.found("to=" + at.minus(1, ChronoUnit.MICROS)).body("decisions", equalTo(List.of()));
        listed.found("to=" + at.minusNanos(1)).body("decisions", equalTo(List.of()));
        String shifted = at.atZone(ZoneId.of("+08:00")).toOffsetDateTime().toString();
        given().urlEncodingEnabled(true)
                .queryParams(Map.of("reference", listed.reference(), "from", shifted, "to", shifted))
                .get("/v1/decisions")
                .then()
                .body("decisions.id", contains(id));
        LocalDate day = at.atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
        listed.found("from=" + day + "&to=" + day).body("decisions.id", contains(id));
        listed.found("from=" + day.plusDays(1)).body("decisions", equalTo(List.of()));
        listed.found("to=" + day.minusDays(1)).body("decisions", equalTo(List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=eligible",
                "status=",
                "ruleset=abc",
                "applicant=",
                "applicant=%00",
                "item=a%0Ab",
                "reference=%ED%A0%80%00",
                "from=yesterday",
                "from=2026-02-30",
                "from=2026-13-01",
                "from=2026-11-26T08:00:00",
                "from=2026-11-26T08:00:00+08:00",
                "from=2026-11-26T25:00:00Z",
                "from=%2B99999-01-01",
                "to=2026-1-1",
                "from=2026-11-27&to=2026-11-26",
                "applicant=a&applicant=a",
                "caller=portal",
                "limit=1&limit=2"
            })
    void whatCannotBeLookedForIsToldSo(String query) {
        String name = query.startsWith("from=2026-11-27") ? "to" : query.substring(0, query.indexOf('='));
        given().urlEncodingEnabled(false)
                .get("/v1/decisions?" + query)
                .then()
                .statusCode(400)
                .body("detail", containsString("parameter " + name));
        given().urlEncodingEnabled(false)
                .header("Accept-Language", "zh")
                .get("/v1/decisions?" + query)
                .then()
                .statusCode(400)
                .body("detail", containsString("查询参数 " + name));
    }

    @Test
    void aTextThatIsNoUtf8IsLookedForInVain() {
        given().urlEncodingEnabled(false)
                .get("/v1/decisions?reference=%FF")
                .then()
                .statusCode(200);
        list(Map.of("reference", "' or 1=1 --%_\\")).body("decisions", equalTo(List.of()));
        list(Map.of("reference", "\uD83D\uDE00")).body("decisions", equalTo(List.of()));
    }
}
