package io.subsidyrules.progress;

import static io.restassured.RestAssured.given;
import static io.subsidyrules.api.Api.decided;
import static io.subsidyrules.api.Api.revoked;
import static io.subsidyrules.api.SentClaim.claim;
import static io.subsidyrules.api.SentClaim.hosted;
import static io.subsidyrules.api.SentRequest.request;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.subsidyrules.storage.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /v1/policies/{policy}/progress}: the database is kept, so what one test adds is what counts. */
@QuarkusTest
@Tag("http")
class ProgressTest {

    private static final String PATH = "/v1/policies/hebei-quality-2022/progress";
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @BeforeEach
    void theDatabaseIsThere() throws InterruptedException {
        TestDatabase.await();
    }

    @Test
    void anAwardCountsInItsCityAndMonthUntilItIsRevoked() {
        int month = LocalDate.now(SHANGHAI).getMonthValue();
        Map<String, Object> before = item("host-international-standard");
        String id = hostedIn("130125");
        Map<String, Object> after = item("host-international-standard");
        assertThat(count(after)).isEqualTo(count(before) + 1);
        assertThat(amount(after).subtract(amount(before))).isEqualByComparingTo("300000");
        assertThat(count(part(after, "cities", "divisionCode", "130100")))
                .isEqualTo(count(part(before, "cities", "divisionCode", "130100")) + 1);
        assertThat(amount(part(after, "months", "month", month))
                        .subtract(amount(part(before, "months", "month", month))))
                .isEqualByComparingTo("300000");
        revoked(id, "Awarded by mistake.");
        assertThat(item("host-international-standard")).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"139001, 130600", "139002, 130100", "132121, 130400", "133100, 133100", "130000,"})
    void aDivisionCountsToTheCityThatItBelongsToOrToNone(String division, @Nullable String city) {
        Map<String, Object> before = item("host-international-standard");
        hostedIn(division);
        Map<String, Object> after = item("host-international-standard");
        assertThat(count(part(after, "cities", "divisionCode", String.valueOf(city))))
                .isEqualTo(count(part(before, "cities", "divisionCode", String.valueOf(city))) + 1);
        assertThat(given().get(PATH).<List<List<String>>>path("items.cities.divisionCode").stream()
                        .flatMap(List::stream)
                        .filter(Objects::nonNull)
                        .filter(code -> !code.endsWith("00") || code.matches("139[0-9]00|130000")))
                .isEmpty();
    }

    @Test
    void itSaysUpToWhereItCountsAndWithWhichRules() {
        decided();
        JsonPath head = given().get("/v1/ledger/head").jsonPath();
        given().get(PATH)
                .then()
                .body("ledger.sequence", equalTo(head.get("sequence")))
                .body("ledger.hash", equalTo(head.get("hash")))
                .body("ledger.recordedAt", equalTo(head.get("recordedAt")))
                .body(
                        "ruleset.version",
                        equalTo(given().get("/v1/rulesets/status").jsonPath().get("live.version")));
    }

    @Test
    void aYearWithoutDecisionsHasEveryItemWithNothing() {
        given().get(PATH + "?year=1999")
                .then()
                .statusCode(200)
                .body("year", equalTo(1999), "currency", equalTo("CNY"), "items.size()", equalTo(26))
                .body("items.count.sum()", equalTo(0), "items.cities.flatten().size()", equalTo(0));
    }

    @Test
    void aTargetSaysWhatIsReachedWhereDecisionsTell() {
        String aim = "targets.find { it.id == '%s' }.";
        given().get(PATH + "?year=1999")
                .then()
                .body(aim.formatted("standard-leaders-each-year") + "reached", equalTo(0))
                .body(aim.formatted("standard-leaders-each-year") + "met", equalTo(false))
                .body(aim.formatted("standard-leaders-each-year") + "value", equalTo(30))
                .body(aim.formatted("standard-leaders-each-year") + "measure", equalTo(1))
                .body(aim.formatted("chief-quality-officer-coverage") + "containsKey('reached')", equalTo(false));
    }

    @Test
    void whatIsDecidedAfterTheDayOfATargetDoesNotHelpToReachIt() {
        LocalDate today = LocalDate.now(SHANGHAI);
        Map<String, Object> before = target("national-measurement-centres");
        LocalDate day = LocalDate.parse((String) requireNonNull(before.get("by")));
        decided(request(claim("MeasurementCentre", "c1")
                .with("name", UUID.randomUUID().toString())
                .with("level", "NATIONAL")
                .with("approvedOn", "2023-03-01")));
        Map<String, Object> after = target("national-measurement-centres");
        assertThat(reached(after) - reached(before)).isEqualTo(today.isAfter(day) ? 0 : 1);
    }

    @Test
    void itIsInTheLanguageAskedFor() {
        given().header("Accept-Language", "zh")
                .get(PATH)
                .then()
                .header("Content-Language", "zh-CN")
                .body("targets.find { it.id == 'standard-leaders-each-year' }.unit", equalTo("项"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?year=22", "?year=x", "?year=2022&year=2023", "?month=1"})
    void aQueryThatIsNoneIsRefused(String query) {
        given().get(PATH + query).then().statusCode(400).body("detail", containsString("year"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0999", "3000", "9999", "abcd"})
    void aYearOutOfRangeIsToldTheRange(String year) {
        given().get(PATH + "?year=" + year)
                .then()
                .statusCode(400)
                .body("detail", containsString("a year from 1000 to 2999"));
    }

    @Test
    void anUnknownPolicyIsToldSo() {
        given().get("/v1/policies/none/progress").then().statusCode(404);
    }

    private static Map<String, Object> item(String id) {
        JsonPath page = given().get(PATH)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(new JsonPathConfig(JsonPathConfig.NumberReturnType.BIG_DECIMAL));
        return page.getMap("items.find { it.item == '%s' }".formatted(id));
    }

    private static Map<String, Object> target(String id) {
        return given().get(PATH)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("targets.find { it.id == '%s' }".formatted(id));
    }

    private static int reached(Map<String, Object> target) {
        return ((Number) requireNonNull(target.get("reached"))).intValue();
    }

    private static Map<String, Object> part(Map<String, Object> item, String parts, String name, Object value) {
        for (Object part : (List<?>) requireNonNull(item.get(parts))) {
            @SuppressWarnings("unchecked")
            Map<String, Object> one = (Map<String, Object>) part;
            if (String.valueOf(one.get(name)).equals(value.toString())) {
                return one;
            }
        }
        return Map.of("count", 0, "amount", BigDecimal.ZERO);
    }

    private static int count(Map<String, Object> part) {
        return ((Number) requireNonNull(part.get("count"))).intValue();
    }

    private static BigDecimal amount(Map<String, Object> part) {
        return new BigDecimal(String.valueOf(part.get("amount")));
    }

    /** Awards the hosting of a standard to an enterprise of a division; the id of the decision. */
    private static String hostedIn(String division) {
        return decided(request(hosted("c1")).stating("divisionCode", division)).path("id");
    }
}
