package io.subsidyrules.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.subsidyrules.page.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /v1/evaluate} asked for a statement. */
@QuarkusTest
@Tag("http")
class StatementTest {

    private static final String JSON = "application/json";
    private static final String TEXT = "text/plain;charset=UTF-8";
    private static final String HTML = "text/html;charset=UTF-8";

    private static final String REQUEST = """
            { "asOf": "2023-05-01", "applicant": { "id": "91130100MA0ABCDE10", "kind": "ENTERPRISE", "divisionCode": "130100" },
              "claims": [ { "type": "HostedStandard", "id": "c1", "role": "HOST", "level": "NATIONAL" } ] }""";

    @ParameterizedTest
    @CsvSource({
        "*/*, " + JSON,
        "application/json, " + JSON,
        "'application/json;charset=utf-8', " + JSON,
        "text/plain, " + TEXT,
        "text/html, " + HTML,
        "'text/html;q=0.3, text/plain;q=0.7, application/json;q=0.1', " + TEXT,
        "'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', " + HTML,
        "'*/*, application/json;q=0', " + TEXT
    })
    void theAnswerIsInTheFormAskedFor(String accept, String type) {
        answer(accept, "en", "")
                .header("Content-Type", type)
                .header("Vary", "Accept, Accept-Language, Accept-Encoding")
                .header("Content-Language", "en");
    }

    @Test
    void withoutAnAcceptHeaderItIsJson() {
        given().contentType(JSON)
                .body(REQUEST)
                .post("/v1/evaluate")
                .then()
                .statusCode(200)
                .header("Content-Type", JSON)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "application/xml;q=0.9", "text/html;q=0"})
    void anythingElseIsNotAcceptableAndSaysWhatIs(String accept) {
        given().contentType(JSON)
                .accept(accept)
                .body(REQUEST)
                .post("/v1/evaluate")
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .header("Vary", "Accept, Accept-Language, Accept-Encoding")
                .body("type", equalTo("/problems/not-acceptable"))
                .body("detail", startsWith("This path answers in application/json, text/plain, text/html."));
    }

    @ParameterizedTest
    @CsvSource({"text/plain, en, '  Amount: 200,000.00 yuan'", "text/plain, zh-CN, '  奖补金额：200,000.00元'"})
    void theTextIsInTheLanguageAskedFor(String accept, String language, String line) {
        assertThat(answer(accept, language, "")
                        .header("Content-Language", language)
                        .header("X-Content-Type-Options", "nosniff")
                        .extract()
                        .asString()
                        .lines())
                .contains(line);
    }

    @ParameterizedTest
    @CsvSource({"en, Statement of entitlements", "zh-CN, 惠企政策评估结果说明"})
    void theHtmlIsInTheLanguageAskedFor(String language, String title) {
        assertThat(answer("text/html", language, "")
                        .header("Content-Language", language)
                        .extract()
                        .asString())
                .startsWith("<!DOCTYPE html>\n<html lang=\"" + language + "\">")
                .contains("<meta charset=\"utf-8\"/>", "<title>" + title + "</title>");
    }

    @Test
    void theHtmlAllowsItsOwnStyleAndNothingElse() throws NoSuchAlgorithmException {
        ValidatableResponse answer = answer("text/html", "en", "").header("X-Content-Type-Options", "nosniff");
        String html = answer.extract().asString();
        Matcher style = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(html);
        assertThat(style.find()).isTrue();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.group(1).getBytes(StandardCharsets.UTF_8));
        assertThat(answer.extract().header("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'sha256-"
                        + Base64.getEncoder().encodeToString(hash) + "';");
        assertThat(style.find()).isFalse();
        assertThat(html).doesNotContain("<script", "style=", "<link", "<img", " href", " src");
    }

    @ParameterizedTest
    @CsvSource({"full, full", "changes, changes", "'', full"})
    void itsDigestIsThatOfTheJsonWhichItNames(String explain, String named) {
        byte[] json = given().contentType(JSON)
                .header("Accept-Language", "zh-CN")
                .body(REQUEST)
                .post("/v1/evaluate?explain=" + named)
                .asByteArray();
        String letter = answer("text/plain", "zh-CN", explain).extract().asString();
        assertThat(letter.replaceAll("\\s", ""))
                .contains("结果摘要：" + HexFormat.of().formatHex(Digest.of(json)), "以explain=" + named + "和本语言取得");
    }

    @Test
    void itShowsTheItemsThatTheJsonOfThatDepthShows() {
        String shown = "* Hosting a national standard";
        String left = "* Hosting an international standard";
        String changes = "What it would take:";
        assertThat(text("")).contains(shown, "This is the short form.").doesNotContain(left);
        assertThat(text("full")).contains(shown, left).doesNotContain(changes, "This is the short form.");
        assertThat(text("changes"))
                .contains(
                        left,
                        changes,
                        "level of the standard: international. It gives 300,000.00 yuan then; an applicant");
    }

    private static String text(String explain) {
        return answer("text/plain", "en", explain).extract().asString().replaceAll("\n {6}", " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/html"})
    void anErrorStaysAProblem(String accept) {
        given().contentType(JSON)
                .accept(accept)
                .body("{ \"applicant\": { \"id\": \"x\" } }")
                .post("/v1/evaluate")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors[0].pointer", startsWith("/applicant"));
        given().contentType(JSON)
                .accept(accept)
                .body("{")
                .post("/v1/evaluate")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("line", notNullValue());
        given().contentType(JSON)
                .accept(accept)
                .body(REQUEST)
                .post("/v1/evaluate?explain=all")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void aStatementIsCountedAndTimedAsAnAnswer() {
        double counted = metric("subsidy_evaluations_total\\{outcome=\"eligible\"\\}");
        double timed = metric("subsidy_evaluation_seconds_count");
        answer("text/plain", "en", "");
        answer("text/html", "en", "");
        assertThat(metric("subsidy_evaluations_total\\{outcome=\"eligible\"\\}"))
                .isEqualTo(counted + 2);
        assertThat(metric("subsidy_evaluation_seconds_count")).isEqualTo(timed + 2);
    }

    private static double metric(String name) {
        String metrics = given().get("/q/metrics").then().extract().asString();
        Matcher matcher = Pattern.compile("(?m)^" + name + " (\\S+)$").matcher(metrics);
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
    }

    private static ValidatableResponse answer(String accept, String language, String explain) {
        var request = given().contentType(JSON)
                .header("Accept", accept)
                .header("Accept-Language", language)
                .body(REQUEST);
        if (!explain.isEmpty()) {
            request.queryParam("explain", explain);
        }
        return request.post("/v1/evaluate").then().statusCode(200);
    }
}
