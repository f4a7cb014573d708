package io.subsidyrules.guide;

import static io.restassured.RestAssured.given;
import static io.subsidyrules.api.Api.decided;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.subsidyrules.statement.Html;
import io.subsidyrules.storage.TestDatabase;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages as a browser asks for them: all that can be reached from the first one. */
@QuarkusTest
@Tag("http")
class PagesTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final int PAGES = 60;

    /** Other tests record hundreds of them; the letter of one is asked for by itself. */
    private static final Pattern OTHER_DECISIONS = Pattern.compile("^/v1/decisions(/|\\?.*cursor=)");

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void everyLinkOfEveryPageLeadsToAPageOfTheSameLanguageAndFormedAlike(String language) throws InterruptedException {
        TestDatabase.await();
        String decision = decided().path("id");
        Map<String, Response> met = new TreeMap<>();
        Deque<String> waiting = new ArrayDeque<>(List.of("/", "/v1/decisions/" + decision));
        while (!waiting.isEmpty()) {
            String path = waiting.pop();
            Response page = browsed(path, language);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            met.put(path, page);
            if (page.contentType().startsWith("text/html") && !path.startsWith("/q/")) {
                hrefs(page, path, language)
                        .filter(next -> !met.containsKey(next) && !waiting.contains(next))
                        .forEach(waiting::add);
            }
        }
        assertThat(met).hasSizeGreaterThan(PAGES).containsKeys("/try", "/problems/not-found", "/v1/applicant-type");
    }

    /** The links within the service, after a look at the page that has them; those to its other language are not followed. */
    private static Stream<String> hrefs(Response page, String path, String language) {
        String document = page.asString();
        Html html = Html.of(document);
        assertThat(html.attribute("lang")).as(path).isEqualTo(language);
        assertThat(html.texts("h1")).as(path).hasSize(1);
        assertThat(html.texts("main")).as(path).hasSize(1);
        assertThat(html.texts("title").get(0)).as(path).isNotBlank();
        assertThat(document.replace("<a href=\"https://", ""))
                .as(path)
                .doesNotContain("<script", "style=", "=\"http://", "=\"https://");
        if (!path.startsWith("/docs/")) {
            assertThat(document).as(path).doesNotContain("NOT_FOUND");
        }
        assertThat(page.header("Content-Security-Policy"))
                .as(path)
                .startsWith("default-src 'none'; style-src 'sha256-");
        assertThat(page.header("Vary")).as(path).isEqualTo("Accept, Accept-Language, Accept-Encoding");
        assertThat(page.header("Content-Language")).as(path).isEqualTo(language);
        return html.parts("a").stream()
                .filter(link -> link.attribute("lang").isEmpty()
                        || link.attribute("lang").equals(language))
                .map(link -> link.attribute("href"))
                .filter(href -> !href.isEmpty() && !href.startsWith("#") && !href.startsWith("https://"))
                .map(href -> resolved(path, href))
                .filter(next -> !OTHER_DECISIONS.matcher(next).find());
    }

    /** As RFC 3986 says, which java.net.URI does not follow where a reference is a query alone. */
    private static String resolved(String path, String href) {
        return href.startsWith("?")
                ? path.replaceFirst("\\?.*", "") + href
                : URI.create(path).resolve(href).toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/decimal-strings/policies",
                "/v1/decimal-strings/policies/hebei-quality-2022",
                "/v1/decimal-strings/policies/hebei-quality-2022/measures/9",
                "/v1/decimal-strings/claim-types",
                "/v1/decimal-strings/rulesets/status",
                "/v1/decimal-strings/decisions"
            })
    void theLinksOfPagesBesideAmountsThatAreStringsLeadToPages(String path) throws InterruptedException {
        TestDatabase.await();
        assertThat(browsed(path, "en").statusCode()).isEqualTo(200);
        assertThat(hrefs(browsed(path, "en"), path, "en"))
                .contains("/", "/try", "/v1/policies", "/problems")
                .allSatisfy(next -> assertThat(browsed(next, "en").statusCode()).isEqualTo(200));
    }

    @ParameterizedTest
    @CsvSource({"/, en, zh-CN, 中文", "/v1/policies, zh-CN, en, English", "/v1/rulesets/status, en, zh-CN, 中文"})
    void theSwitchOfLanguagesStaysOnThePageAndInItsLinks(String path, String from, String to, String text) {
        Html page = Html.of(browsed(path, from).asString());
        Html other = page.parts("a").stream()
                .filter(link -> link.attribute("hreflang").equals(to))
                .findFirst()
                .orElseThrow();
        assertThat(other.root().getTextContent()).isEqualTo(text);
        String switched = path + other.attribute("href");
        Html in = Html.of(browsed(switched, from).asString());
        assertThat(in.attribute("lang")).isEqualTo(to);
        assertThat(in.parts("nav").get(0).parts("a"))
                .filteredOn(link -> !link.attribute("href").contains("/q/")
                        && !link.attribute("href").startsWith("./q/"))
                .allSatisfy(link -> assertThat(link.attribute("href")).endsWith("?lang=" + to));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/policies",
                "/v1/policies/hebei-quality-2022",
                "/v1/policies/hebei-quality-2022/measures/9",
                "/v1/claim-types",
                "/v1/rulesets/status",
                "/v1/decisions"
            })
    void whoDoesNotAskForAPageGetsJsonWithATagOfItsOwn(String path) throws InterruptedException {
        TestDatabase.await();
        for (String accept : List.of("*/*", "application/json")) {
            Response json = given().header("Accept", accept).get(path);
            assertThat(json.contentType()).startsWith("application/json");
            assertThat(json.header("Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
        }
        String tag = given().get(path).header("ETag");
        Response page = browsed(path, "en");
        assertThat(page.contentType()).isEqualTo("text/html;charset=UTF-8");
        if (tag != null) {
            assertThat(page.header("ETag")).isNotEqualTo(tag);
            given().header("Accept", BROWSER)
                    .header("If-None-Match", page.header("ETag"))
                    .get(path)
                    .then()
                    .statusCode(304);
        }
    }

    @Test
    void theExampleOfTheFirstPageGoesWhereThePageWasAskedFor() {
        String example = Html.of(browsed("/", "en").asString()).texts("pre").get(0);
        assertThat(example).startsWith("curl -s http://localhost:" + RestAssured.port + "/v1/evaluate ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/try?type=Nothing",
                "/try?claim%5Blevel%5D=NATIONAL",
                "/try?applicant%5Bid%5D=91130100MA0ABCDE10",
                "/?lang=fr",
                "/v1/policies?lang=fr",
                "/?x=1"
            })
    void aQueryThatAPageDoesNotKnowIsRefused(String path) {
        assertThat(browsed(path, "en").statusCode()).isEqualTo(400);
    }

    private static Response browsed(String path, String language) {
        return given().urlEncodingEnabled(false)
                .header("Accept", BROWSER)
                .header("Accept-Language", language)
                .get(path);
    }
}
