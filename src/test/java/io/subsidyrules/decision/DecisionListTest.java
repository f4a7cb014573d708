package io.subsidyrules.decision;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.subsidyrules.storage.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /v1/decisions}, against a real PostgreSQL that has the decisions of other tests too. */
@QuarkusTest
@Tag("http")
class DecisionListTest {

    private static final String ONE = "91130100MA0ABCDE10";
    private static final String OTHER = "91130100MA0ABCDF0X";
    private static final String UNKNOWN_PROJECT =
            "{ \"type\": \"HostedStandard\", \"id\": \"c1\", \"role\": \"HOST\", \"level\": \"INTERNATIONAL\" }";

    /** Belongs to the decisions of one test alone. */
    private String reference = "list " + UUID.randomUUID();

    @BeforeEach
    void theDatabaseIsThere() throws InterruptedException {
        TestDatabase.await();
    }

    @Test
    void aListShowsWhatADecisionAwardsAndHowItStands() {
        Response decided = decide(ONE, hosted("c1"), UNKNOWN_PROJECT.replace("c1", "c2"));
        ValidatableResponse list = list(Map.of("reference", reference));
        list.header("Content-Type", equalTo("application/json"))
                .header("Link", nullValue())
                .body("next", nullValue())
                .body("decisions.size()", equalTo(1))
                .body("decisions[0].id", equalTo(decided.path("id")))
                .body("decisions[0].sequence", equalTo(decided.path("sequence")))
                .body("decisions[0].recordedAt", equalTo(decided.path("recordedAt")))
                .body("decisions[0].caller", equalTo("portal"))
                .body("decisions[0].reference", equalTo(reference))
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
        String id = decide(ONE, hosted("c1"), hosted("c2")).path("id");
        revoke(id, "{ \"reason\": \"Withdrawn.\", \"claim\": 0 }");
        list(Map.of("reference", reference)).body("decisions.revoked", contains("PARTLY"));
        revoke(id, "{ \"reason\": \"Withdrawn.\", \"claim\": 1 }");
        list(Map.of("reference", reference)).body("decisions.revoked", contains("WHOLLY"));
        revoke(decide(ONE, hosted("c1"), hosted("c2")).path("id"), "{ \"reason\": \"All.\" }");
        list(Map.of("reference", reference)).body("decisions.revoked", contains("WHOLLY", "WHOLLY"));
    }

    @Test
    void eachFilterAloneFindsTheNewestThatItHoldsFor() {
        String applicant = newApplicant();
        Response decided = decide(applicant, hosted("c1"));
        String id = decided.path("id");
        String item = decided.path("result.claims[0].items.find { it.status == 'ELIGIBLE' }.item");
        String policy = decided.path("result.claims[0].items.find { it.status == 'ELIGIBLE' }.policy");
        list(Map.of("applicant", applicant)).body("decisions.id", contains(id));
        list(Map.of("reference", reference)).body("decisions.id", contains(id));
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
        Response decided = decide(ONE, hosted("c1"));
        String id = decided.path("id");
        list(Map.of("applicant", newApplicant())).body("decisions", equalTo(List.of()));
        list(Map.of("reference", reference + "x")).body("decisions", equalTo(List.of()));
        list(Map.of("item", "no-such-item")).body("decisions", equalTo(List.of()));
        list(Map.of("policy", "no-such-policy")).body("decisions", equalTo(List.of()));
        list(Map.of("ruleset", "0".repeat(64))).body("decisions", equalTo(List.of()));
        list(Map.of("from", "2999-01-01")).body("decisions", equalTo(List.of()));
        list(Map.of("to", "1999-12-31")).body("decisions", equalTo(List.of()));
        list(Map.of("status", "REFERRED")).body("decisions.id", not(hasItem(id)));
    }

    @Test
    void aStatusIsThatOfTheItemOrOfAnyItemOfThePolicy() {
        Response eligible = decide(ONE, hosted("c1"));
        String item = eligible.path("result.claims[0].items.find { it.status == 'ELIGIBLE' }.item");
        String policy = eligible.path("result.claims[0].items.find { it.status == 'ELIGIBLE' }.policy");
        Response undetermined = decide(ONE, UNKNOWN_PROJECT);
        String first = eligible.path("id");
        String second = undetermined.path("id");
        for (String filter : List.of("item=" + item, "policy=" + policy, "policy=" + policy + "&item=" + item)) {
            ids(filter).body("decisions.id", contains(second, first));
            ids(filter + "&status=ELIGIBLE").body("decisions.id", contains(first));
            ids(filter + "&status=UNDETERMINED").body("decisions[0].id", equalTo(second));
            ids(filter + "&status=REFERRED").body("decisions", equalTo(List.of()));
        }
        ids("item=" + item + "&status=UNDETERMINED").body("decisions.id", contains(second));
        ids("policy=no-such-policy&item=" + item).body("decisions", equalTo(List.of()));
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
        String applicant = newApplicant();
        Response decided = decide(applicant, hosted("c1"));
        String item = decided.path("result.claims[0].items.find { it.status == 'ELIGIBLE' }.item");
        String policy = decided.path("result.claims[0].items.find { it.status == 'ELIGIBLE' }.policy");
        String at = decided.path("recordedAt");
        Map<String, String> every = Map.of(
                "applicant", applicant,
                "reference", reference,
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
        Response decided = decide(ONE, hosted("c1"));
        String id = decided.path("id");
        Instant at = Instant.parse(decided.path("recordedAt"));
        ids("from=" + at).body("decisions.id", contains(id));
        ids("to=" + at).body("decisions.id", contains(id));
        ids("from=" + at + "&to=" + at).body("decisions.id", contains(id));
        ids("from=" + at.plus(1, ChronoUnit.MICROS)).body("decisions", equalTo(List.of()));
        ids("from=" + at.plusNanos(1)).body("decisions", equalTo(List.of()));
        ids("to=" + at.minus(1, ChronoUnit.MICROS)).body("decisions", equalTo(List.of()));
        ids("to=" + at.minusNanos(1)).body("decisions", equalTo(List.of()));
        String shifted = at.atZone(ZoneId.of("+08:00")).toOffsetDateTime().toString();
        given().urlEncodingEnabled(true)
                .queryParams(Map.of("reference", reference, "from", shifted, "to", shifted))
                .get("/v1/decisions")
                .then()
                .body("decisions.id", contains(id));
        LocalDate day = at.atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
        ids("from=" + day + "&to=" + day).body("decisions.id", contains(id));
        ids("from=" + day.plusDays(1)).body("decisions", equalTo(List.of()));
        ids("to=" + day.minusDays(1)).body("decisions", equalTo(List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-26, 2026-11-25T16:00:00Z, 2026-11-26T16:00:00Z",
        "2026-11-26T08:00:00Z, 2026-11-26T08:00:00Z, 2026-11-26T08:00:00.000001Z",
        "2026-11-26T08:00+08:00, 2026-11-26T00:00:00Z, 2026-11-26T00:00:00.000001Z",
        "2026-11-26T08:00:00.1234567Z, 2026-11-26T08:00:00.1234567Z, 2026-11-26T08:00:00.123457Z"
    })
    void aDayIsOneInShanghai(String text, Instant from, Instant before) {
        assertThat(RecordedTime.of("from", text)).isEqualTo(new RecordedTime(from, before));
    }

    @Test
    void pagesHaveEachDecisionOnceWhileOthersAreRecorded() {
        List<String> recorded = new ArrayList<>();
        Set<String> eligible = new HashSet<>();
        String policy = "hebei-quality-2022";
        Response one = decide(ONE, UNKNOWN_PROJECT);
        recorded.add(one.path("id"));
        String since = one.path("recordedAt");
        for (int i = 0; i < 7; i++) {
            recorded.add(
                    0, decide(ONE, i % 2 == 0 ? hosted("c1") : UNKNOWN_PROJECT).path("id"));
            if (i % 2 == 0) {
                eligible.add(recorded.get(0));
            }
        }
        for (String filters : List.of(
                "applicant=" + ONE + "&reference=" + encoded(reference),
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
        String newer = decide(ONE, hosted("c1")).path("id");
        assertThat(first.<List<String>>path("decisions.id")).containsExactlyElementsOf(recorded.subList(0, 3));
        List<String> second = given().urlEncodingEnabled(false)
                .get(first.<String>path("next"))
                .path("decisions.id");
        assertThat(second).containsExactlyElementsOf(recorded.subList(3, 6)).doesNotContain(newer);
    }

    @Test
    void theNextPageIsLinkedWithItsFilters() {
        decide(ONE, hosted("c1"));
        decide(ONE, hosted("c1"));
        Response page = ids("limit=1").extract().response();
        assertThat(page.header("Link")).isEqualTo("<%s>; rel=\"next\"".formatted(page.<String>path("next")));
        assertThat(page.<String>path("next"))
                .matches("/v1/decisions\\?reference=list%20[0-9a-f-]+&limit=1&cursor=[A-Za-z0-9_-]{22}");
    }

    @Test
    void aCursorOfOtherFiltersIsRefused() {
        decide(ONE, hosted("c1"));
        decide(ONE, hosted("c1"));
        String next = ids("limit=1").extract().path("next");
        String cursor = next.substring(next.indexOf("cursor=") + "cursor=".length());
        ids("cursor=" + cursor).body("decisions.size()", equalTo(1));
        String last = cursor.substring(cursor.length() - 1).equals("A") ? "Q" : "A";
        for (String faulty : List.of(
                "applicant=" + ONE + "&cursor=" + cursor,
                "cursor=" + cursor + "A",
                "cursor=" + cursor.substring(1),
                "cursor=" + cursor.substring(0, cursor.length() - 1) + last,
                "cursor=",
                "cursor=*")) {
            given().urlEncodingEnabled(false)
                    .get("/v1/decisions?reference=" + encoded(reference) + "&" + faulty)
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
            decide(ONE, UNKNOWN_PROJECT);
        }
        ids("").body("decisions.size()", equalTo(50)).body("next", matchesPattern(".*cursor=.{22}"));
        ids("limit=51").body("decisions.size()", equalTo(51)).body("next", nullValue());
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

    @ParameterizedTest
    @CsvSource({"limit, text/csv", "cursor, application/x-ndjson"})
    void anExportHasNoPages(String name, String accept) {
        given().header("Accept", accept)
                .queryParam(name, "1")
                .get("/v1/decisions")
                .then()
                .statusCode(400)
                .body("detail", containsString("parameter %s is for pages alone".formatted(name)));
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

    @Test
    void theLinesOfAnExportAreTheDecisionsOldestFirst() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(decide(ONE, hosted("c1"), hosted("c2")).path("id"));
        }
        revoke(ids.get(1), "{ \"reason\": \"One.\", \"claim\": 0 }");
        revoke(ids.get(1), "{ \"reason\": \"The other.\", \"claim\": 1 }");
        revoke(ids.get(3), "{ \"reason\": \"All.\" }");
        Response export = export("application/x-ndjson");
        export.then()
                .statusCode(200)
                .header("Content-Type", equalTo("application/x-ndjson"))
                .header(
                        "Content-Disposition",
                        matchesPattern("attachment; filename=\"decisions-[0-9]{4}-[0-9]{2}-[0-9]{2}\\.ndjson\""));
        String text = new String(export.asByteArray(), StandardCharsets.UTF_8);
        assertThat(text).endsWith("}\n");
        assertThat(text.lines())
                .containsExactlyElementsOf(ids.stream()
                        .map(id -> new String(given().get("/v1/decisions/" + id).asByteArray(), StandardCharsets.UTF_8))
                        .toList());
    }

    @Test
    void anExportHasOneLineForARequestOfSeveral() {
        String id = decide(ONE, hosted("c1").replace(",", ",\r\n")).path("id");
        String text = new String(export("application/x-ndjson").asByteArray(), StandardCharsets.UTF_8);
        assertThat(text.lines()).hasSize(1);
        assertThat(JsonPath.from(text).getString("id")).isEqualTo(id);
    }

    @Test
    void anExportOfNothingIsEmpty() {
        assertThat(export("application/x-ndjson").asByteArray()).isEmpty();
        assertThat(csv().lines()).hasSize(1);
    }

    @Test
    void anExportReadsOnWhereAPartOfItEnds() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 201; i++) {
            ids.add(decide(ONE, UNKNOWN_PROJECT).path("id"));
        }
        assertThat(csv().lines().skip(1).map(row -> row.substring(0, row.indexOf(','))))
                .containsExactlyElementsOf(ids);
    }

    @Test
    void aTableHasARowForEachClaim() {
        Response decided = decide(ONE, hosted("a,\\\"b\\\""), UNKNOWN_PROJECT.replace("c1", "=1+1"));
        String item = decided.path("result.claims[0].items.find { it.status == 'ELIGIBLE' }.item");
        revoke(decided.path("id"), "{ \"reason\": \"One.\", \"claim\": 0 }");
        Response table = export("text/csv");
        table.then()
                .header("Content-Type", equalTo("text/csv;charset=UTF-8"))
                .header(
                        "Content-Disposition",
                        matchesPattern("attachment; filename=\"decisions-[0-9]{4}-[0-9]{2}-[0-9]{2}\\.csv\""))
                .header("X-Content-Type-Options", "nosniff");
        String decision = String.join(
                ",",
                decided.path("id"),
                decided.path("sequence").toString(),
                decided.path("recordedAt"),
                "portal",
                reference,
                ONE,
                decided.path("ruleset.version"),
                "300000.00",
                between(decided.asString(), "\"atStake\":", ","));
        String atStake = between(decided.asString(), "\"status\":\"UNDETERMINED\",\"amount\":0.00,\"atStake\":", ",");
        assertThat(csv())
                .isEqualTo(
                        "\uFEFFid,sequence,recordedAt,caller,reference,applicant,ruleset,total,atStake,claim,claimId,"
                                + "claimType,claimStatus,claimAmount,claimAtStake,claimItems,claimRevoked\r\n"
                                + decision
                                + ",0,\"a,\"\"b\"\"\",HostedStandard,ELIGIBLE,300000.00,0.00,hebei-quality-2022/" + item
                                + ",YES\r\n"
                                + decision + ",1,'=1+1,HostedStandard,UNDETERMINED,0.00," + atStake + ",,NO\r\n");
    }

    @Test
    void aTableKeepsWhatASpreadsheetWouldTakeForANumber() {
        reference = "00%s".formatted(System.nanoTime());
        decide("911301007886000010", UNKNOWN_PROJECT.replace("c1", "1E5"), UNKNOWN_PROJECT.replace("c1", "3-4"));
        assertThat(csv().lines().skip(1))
                .hasSize(2)
                .allMatch(row -> row.contains(",portal,'" + reference + ",'911301007886000010,"))
                .anyMatch(row -> row.contains(",0,'1E5,"))
                .anyMatch(row -> row.contains(",1,'3-4,"));
    }

    @Test
    void aFormIsTakenByItsQuality() {
        decide(ONE, hosted("c1"));
        for (Map.Entry<String, String> form : Map.of(
                        "*/*", "application/json",
                        "text/*", "text/csv;charset=UTF-8",
                        "text/csv;q=0.5, application/x-ndjson", "application/x-ndjson",
                        "application/json;q=0.1, text/csv", "text/csv;charset=UTF-8")
                .entrySet()) {
            export(form.getKey())
                    .then()
                    .statusCode(200)
                    .header("Content-Type", equalTo(form.getValue()))
                    .header("Vary", containsString("Accept"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en, GET /v1/decisions in application/x-ndjson and text/csv too",
        "zh, GET /v1/decisions 还可提供 application/x-ndjson 和 text/csv"
    })
    void aFormThatThereIsNotIsToldThoseThatAre(String language, String detail) {
        given().headers("Accept", "text/plain", "Accept-Language", language)
                .get("/v1/decisions")
                .then()
                .statusCode(406)
                .body("detail", containsString(detail));
    }

    @Test
    void theHeadOfAnExportReadsNothing() {
        given().header("Accept", "text/csv")
                .head("/v1/decisions")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString(".csv"));
        given().head("/v1/decisions").then().statusCode(200);
    }

    private Response decide(String applicant, String... claims) {
        Response decided = given().header("X-Caller", "portal")
                .contentType("application/json")
                .body(
                        "{ \"reference\": \"%s\", \"applicant\": { \"id\": \"%s\", \"kind\": \"ENTERPRISE\", \"divisionCode\": \"130100\" }, \"claims\": [ %s ] }"
                                .formatted(reference, applicant, String.join(", ", claims)))
                .post("/v1/decisions");
        decided.then().statusCode(201);
        return decided;
    }

    private static void revoke(String id, String body) {
        given().header("X-Caller", "portal")
                .contentType("application/json")
                .body(body)
                .post("/v1/decisions/" + id + "/revocation")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse list(Map<String, String> query) {
        return given().queryParams(query).get("/v1/decisions").then().statusCode(200);
    }

    /** The decisions of this test that a query holds for. */
    private ValidatableResponse ids(String query) {
        return all("reference=" + encoded(reference) + "&" + query);
    }

    private static ValidatableResponse all(String query) {
        return given().urlEncodingEnabled(false)
                .get("/v1/decisions?" + query)
                .then()
                .statusCode(200);
    }

    /** What all pages of a query have; before each one but the first another decision is recorded that it holds for. */
    private List<String> paged(String query, List<String> newest) {
        List<String> ids = new ArrayList<>();
        Response page = all(query).extract().response();
        ids.addAll(page.<List<String>>path("decisions.id"));
        while (page.path("next") != null) {
            newest.add(0, decide(ONE, hosted("c1")).path("id"));
            page = given().urlEncodingEnabled(false).get(page.<String>path("next"));
            page.then().statusCode(200);
            ids.addAll(page.<List<String>>path("decisions.id"));
        }
        return ids;
    }

    private Response export(String accept) {
        return given().header("Accept", accept)
                .queryParam("reference", reference)
                .get("/v1/decisions");
    }

    private String csv() {
        return new String(export("text/csv").asByteArray(), StandardCharsets.UTF_8);
    }

    private static String encoded(String value) {
        return value.replace(" ", "%20");
    }

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static String hosted(String id) {
        return "{ \"type\": \"HostedStandard\", \"id\": \"%s\", \"standardNumber\": \"ISO %s\", \"role\": \"HOST\", \"level\": \"INTERNATIONAL\" }"
                .formatted(id, UUID.randomUUID());
    }

    /** An applicant of this test alone, whose code has its check character. */
    private static String newApplicant() {
        String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        String code = "91130100"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 9).toUpperCase(Locale.ROOT);
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += alphabet.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return code + alphabet.charAt((31 - sum % 31) % 31);
    }
}
