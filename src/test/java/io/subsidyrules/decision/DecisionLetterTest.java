package io.subsidyrules.decision;

import static io.restassured.RestAssured.given;
import static io.subsidyrules.api.Api.caller;
import static io.subsidyrules.api.Api.decided;
import static io.subsidyrules.api.Api.revoked;
import static io.subsidyrules.api.SentClaim.design;
import static io.subsidyrules.api.SentRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.subsidyrules.storage.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code GET /v1/decisions/{id}} asked for a letter. */
@QuarkusTest
@Tag("http")
class DecisionLetterTest {

    @BeforeEach
    void decisionsCanBeRecorded() throws InterruptedException {
        TestDatabase.await();
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', zh-CN, 惠企政策判定决定书",
        "'', en, en, Decision on entitlements",
        "?lang=en, zh-CN, en, Decision on entitlements",
        "?lang=zh-CN, en, zh-CN, 惠企政策判定决定书"
    })
    void itIsInTheLanguageAskedForElseInThatOfTheDecision(String query, String header, String language, String title) {
        String path = "/v1/decisions/" + recorded().path("id") + query;
        for (String type : new String[] {"text/plain", "text/html"}) {
            var request = given().header("Accept", type);
            Response letter = (header.isEmpty() ? request : request.header("Accept-Language", header)).get(path);
            assertThat(letter.statusCode()).isEqualTo(200);
            assertThat(letter.header("Content-Type")).isEqualTo(type + ";charset=UTF-8");
            assertThat(letter.header("Content-Language")).isEqualTo(language);
            assertThat(letter.asString()).contains(title);
            given().header("Accept", type)
                    .header("Accept-Language", language)
                    .header("If-None-Match", letter.header("ETag"))
                    .get(path)
                    .then()
                    .statusCode(304);
        }
    }

    @Test
    void itSaysByWhatItIsCheckedAndNamesTheReference() {
        Response decision = recorded();
        String letter = letter(decision.path("id"));
        assertThat(letter)
                .contains(
                        "Reference: 2026-0017",
                        "Amount: 150,000.00 yuan",
                        "Decision: " + decision.path("id"),
                        "Entry of the ledger: " + decision.path("sequence"),
                        decision.<String>path("hash"),
                        decision.<String>path("ruleset.version"),
                        "For the authority")
                .doesNotContain("Revoked", "revoked on", "an evaluation");
    }

    @Test
    void aRevokedOneSaysSoFirst() {
        String id = recorded().path("id");
        revoked(id, "Entered <b>twice</b>");
        assertThat(letter(id).replaceAll("\\s+", " "))
                .startsWith("Decision on entitlements ======================== *** This decision was revoked on ")
                .contains("Reason given: Entered <b>twice</b>");
        assertThat(given().header("Accept", "text/html")
                        .get("/v1/decisions/" + id)
                        .asString())
                .contains("Entered &lt;b&gt;twice&lt;/b&gt;");
    }

    @Test
    void withoutAWishItIsTheRecord() {
        Response record = given().header("Accept", "*/*")
                .get("/v1/decisions/" + recorded().path("id"));
        assertThat(record.contentType()).startsWith("application/json");
        assertThat(record.header("Vary")).isEqualTo("Accept, Accept-Language, Accept-Encoding");
    }

    private static String letter(String id) {
        return given().header("Accept", "text/plain")
                .header("Accept-Language", "en")
                .get("/v1/decisions/" + id)
                .asString();
    }

    private static Response recorded() {
        return decided(
                caller("letters").header("Accept-Language", "zh-CN"),
                request(design("c1", 300_000))
                        .reference("2026-0017")
                        .asOf("2023-05-01")
                        .stating("industry", "MANUFACTURING"));
    }
}
