package io.subsidyrules.decision;

import static io.restassured.RestAssured.given;
import static io.subsidyrules.api.Api.decide;
import static io.subsidyrules.api.Api.portal;
import static io.subsidyrules.api.Api.revoked;
import static io.subsidyrules.api.SentClaim.hosted;
import static io.subsidyrules.api.SentClaim.unnumbered;
import static io.subsidyrules.api.SentRequest.request;
import static io.subsidyrules.codes.ApplicantCodes.ONE;
import static io.subsidyrules.decision.ListedDecisions.between;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.subsidyrules.storage.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code GET /v1/decisions} as a file: a decision a line, or a table with a row for each claim. */
@QuarkusTest
@Tag("http")
class DecisionExportTest {

    private final ListedDecisions listed = new ListedDecisions();

    @BeforeEach
    void theDatabaseIsThere() throws InterruptedException {
        TestDatabase.await();
    }

    @Test
    void theLinesOfAnExportAreTheDecisionsOldestFirst() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(listed.decide(hosted("c1"), hosted("c2")).path("id"));
        }
        revoked(ids.get(1), "One.", 0);
        revoked(ids.get(1), "The other.", 1);
        revoked(ids.get(3), "All.");
        Response export = listed.export("application/x-ndjson");
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
        String lines =
                request(hosted("c1")).reference(listed.reference()).json().replace(",", ",\r\n");
        String id = decide(portal(), lines).path("id");
        String text = new String(listed.export("application/x-ndjson").asByteArray(), StandardCharsets.UTF_8);
        assertThat(text.lines()).hasSize(1);
        assertThat(JsonPath.from(text).getString("id")).isEqualTo(id);
    }

    @Test
    void anExportOfNothingIsEmpty() {
        assertThat(listed.export("application/x-ndjson").asByteArray()).isEmpty();
        assertThat(listed.csv().lines()).hasSize(1);
    }

    @Test
    void anExportReadsOnWhereAPartOfItEnds() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 201; i++) {
            ids.add(listed.decide(unnumbered("c1")).path("id"));
        }
        assertThat(listed.csv().lines().skip(1).map(row -> row.substring(0, row.indexOf(','))))
                .containsExactlyElementsOf(ids);
    }

    @Test
    void aTableHasARowForEachClaim() {
        Response decided = listed.decide(hosted("a,\"b\""), unnumbered("=1+1"));
        String item = decided.path("result.claims[0].items.find { it.status == 'ELIGIBLE' }.item");
        revoked(decided.path("id"), "One.", 0);
        Response table = listed.export("text/csv");
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
                listed.reference(),
                ONE,
                decided.path("ruleset.version"),
                "300000.00",
                between(decided.asString(), "\"atStake\":", ","));
        String atStake = between(decided.asString(), "\"status\":\"UNDETERMINED\",\"amount\":0.00,\"atStake\":", ",");
        assertThat(listed.csv())
                .isEqualTo(
                        "\uFEFFid,sequence,recordedAt,caller,reference,applicant,ruleset,total,atStake,claim,claimId,"
                                + "claimType,claimStatus,claimAmount,claimAtStake,claimItems,claimRevoked,"
                                + "currency,claimCurrency\r\n"
                                + decision
                                + ",0,\"a,\"\"b\"\"\",HostedStandard,ELIGIBLE,300000.00,0.00,hebei-quality-2022/" + item
                                + ",YES,CNY,CNY\r\n"
                                + decision + ",1,'=1+1,HostedStandard,UNDETERMINED,0.00," + atStake
                                + ",,NO,CNY,CNY\r\n");
    }

    @Test
    void aTableKeepsWhatASpreadsheetWouldTakeForANumber() {
        ListedDecisions numbers = new ListedDecisions("00%s".formatted(System.nanoTime()));
        numbers.decide("911301007886000010", unnumbered("1E5"), unnumbered("3-4"));
        assertThat(numbers.csv().lines().skip(1))
                .hasSize(2)
                .allMatch(row -> row.contains(",portal,'" + numbers.reference() + ",'911301007886000010,"))
                .anyMatch(row -> row.contains(",0,'1E5,"))
                .anyMatch(row -> row.contains(",1,'3-4,"));
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
    void theHeadOfAnExportReadsNothing() {
        given().header("Accept", "text/csv")
                .head("/v1/decisions")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString(".csv"));
        given().head("/v1/decisions").then().statusCode(200);
    }
}
