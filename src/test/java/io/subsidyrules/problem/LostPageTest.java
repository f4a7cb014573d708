package io.subsidyrules.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.subsidyrules.statement.Html;
import io.subsidyrules.storage.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever opens a path at which there is nothing in a browser gets a page; programs get a problem. */
@QuarkusTest
@Tag("http")
class LostPageTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @ParameterizedTest
    @CsvSource({
        "/nowhere, ./",
        "/v1/policy, ../",
        "/v1/policies/, ../../",
        "/v1/policies/hebei-2022, ../../",
        "/v1/claim-types/hostedStandard, ../../",
        "/v1/decisions/018c2f6e-7b1a-7c3d-9e4f-5a6b7c8d9e0f, ../../",
        "/problems/none, ../"
    })
    void aBrowserGetsAPageThatLeadsOn(String path, String root) throws InterruptedException {
        TestDatabase.await();
        Response page = sent(BROWSER, path);
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.contentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(page.header("Vary")).startsWith("Accept, Accept-Language");
        Html html = Html.of(page.asString());
        assertThat(html.attribute("lang")).isEqualTo("en");
        assertThat(html.texts("h1")).containsExactly("Nothing here");
        assertThat(html.texts("code").get(0)).startsWith("urn:uuid:");
        assertThat(html.parts("a")).anyMatch(link -> link.attribute("href").equals(root));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere?lang=zh-CN", "/v1/policies/hebei-2022?lang=zh-CN"})
    void thePageIsInTheLanguageThatALinkChose(String path) {
        Html html = Html.of(sent(BROWSER, path).asString());
        assertThat(html.attribute("lang")).isEqualTo("zh-CN");
        assertThat(html.texts("h1")).containsExactly("页面不存在");
        assertThat(html.parts("a").stream().map(link -> link.attribute("href")))
                .anyMatch(href -> href.endsWith("/?lang=zh-CN"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/json",
                "text/html",
                "text/html, application/xhtml+xml;q=0.9, application/json"
            })
    void aProgramGetsAProblem(String accept) {
        assertThat(sent(accept, "/nowhere").contentType()).isEqualTo("application/problem+json");
        assertThat(sent(accept, "/v1/policies/hebei-2022").contentType()).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/v1/decisions/018c2f6e-7b1a-7c3d-9e4f-5a6b7c8d9e0f/replay"})
    void whatIsSentGetsAProblem(String path) {
        Response problem = given().header("Accept", BROWSER)
                .contentType("application/json")
                .body("{}")
                .post(path);
        assertThat(problem.contentType()).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/v1/policies/hebei-2022"})
    void headIsAnsweredAsGetIs(String path) {
        Response page = sent(BROWSER, path);
        Response head = given().header("Accept", BROWSER)
                .header("Accept-Language", "en")
                .head(path);
        assertThat(head.statusCode()).isEqualTo(404);
        assertThat(head.contentType()).isEqualTo(page.contentType()).startsWith("text/html");
        assertThat(head.header("Content-Security-Policy")).isEqualTo(page.header("Content-Security-Policy"));
    }

    private static Response sent(String accept, String path) {
        return given().header("Accept", accept).header("Accept-Language", "en").get(path);
    }
}
