package io.subsidyrules.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.subsidyrules.api.SentRequest;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Browsers do nothing with an answer but show it, whatever was asked and however it was refused. */
@QuarkusTest
@Tag("http")
class SecurityHeadersTest {

    private static final String END = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    @TestHTTPResource
    URL service;

    private RawAnswer answer(String request) throws IOException {
        return RawAnswer.to(service, request);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/policies",
                "GET /",
                "GET /try",
                "GET /docs/contract",
                "GET /problems/not-found",
                "GET /v1/nothing",
                "GET /v1/%zz",
                "GET /v1//policies",
                "GET /q/health/live",
                "GET /q/metrics",
                "GET /q/openapi",
                "GET /q/swagger-ui/",
                "GET /q/none",
                "OPTIONS /v1/policies",
                "DELETE /v1/policies",
                "TRACE /v1/policies",
                "FROB /v1/policies"
            })
    void everyAnswerHasThem(String line) throws IOException {
        guarded(answer(line + END));
    }

    @Test
    void answersBesideAllRoutesHaveThem() throws IOException {
        String body = SentRequest.SHORTEST;
        guarded(answer(
                "POST /v1/evaluate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body));
        guarded(answer("GET /" + "a".repeat(5_000) + END));
        guarded(answer("GET / HTTP/1.1\r\n\r\n"));
        guarded(answer("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(30_000) + "\r\n\r\n"));
        guarded(answer("nonsense\r\n\r\n"));
    }

    private static void guarded(RawAnswer answer) {
        assertThat(answer.status()).isPositive();
        assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(answer.header("x-frame-options")).isEqualTo("DENY");
        assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
        assertThat(answer.header("cross-origin-resource-policy")).isEqualTo("same-origin");
        assertThat(answer.header("content-security-policy"))
                .startsWith("default-src 'none'")
                .contains("frame-ancestors 'none'");
        assertThat(answer.headers()).doesNotContainKeys("strict-transport-security", "server", "x-powered-by");
    }

    @Test
    void noOtherSiteIsAllowedIn() throws IOException {
        String origin = "\r\nOrigin: https://elsewhere.example\r\nAccess-Control-Request-Method: POST";
        for (String line : List.of("GET /v1/policies", "OPTIONS /v1/evaluate", "POST /v1/evaluate")) {
            RawAnswer answer = answer(line + " HTTP/1.1\r\nHost: localhost" + origin + "\r\n\r\n");
            assertThat(answer.headers().keySet()).noneMatch(name -> name.startsWith("access-control"));
        }
    }

    @Test
    void traceGivesNothingBack() throws IOException {
        RawAnswer answer = answer("TRACE /v1/policies HTTP/1.1\r\nHost: localhost\r\nX-Secret: abracadabra\r\n\r\n");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.body()).doesNotContain("abracadabra");
    }

    @Test
    void nothingOfARequestIsMarkupInAPage() throws IOException {
        int pages = 0;
        String markup = "%3Cscript%3Ealert(1)%3C/script%3E";
        for (String path : List.of(
                "/v1/policies/" + markup,
                "/docs/" + markup,
                "/problems/" + markup,
                "/try?type=" + markup,
                "/v1/decisions?applicant=" + markup,
                "/v1/decisions?" + markup + "=1",
                "/nothing?" + markup)) {
            RawAnswer answer = answer("GET " + path
                    + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html,application/xhtml+xml\r\n"
                    + "X-Caller: <script>\r\nX-Request-Id: <script>\r\nAccept-Language: <script>\r\n\r\n");
            // In JSON, which no browser takes for a page, it is as it was sent.
            if (answer.header("content-type").startsWith("text/html")) {
                pages++;
                assertThat(answer.body()).as(path).doesNotContain("<script");
            }
            assertThat(String.join("\n", answer.headers().values())).doesNotContain("<script");
        }
        assertThat(pages).isGreaterThanOrEqualTo(4);
        String form =
                "type=HostedStandard&letter=x&applicant%5Bid%5D=" + markup + "&claim%5BstandardNumber%5D=" + markup;
        RawAnswer entered =
                answer("POST /try HTTP/1.1\r\nHost: localhost\r\nAccept: text/html,application/xhtml+xml\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                        + "\r\n\r\n" + form);
        assertThat(entered.body()).contains("alert(1)").doesNotContain("<script");
    }
}
