package io.subsidyrules.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.subsidyrules.api.SentRequest;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as no client library sends them, written to a socket: each gets a problem, with the status that fits. */
@QuarkusTest
@Tag("http")
class OddRequestsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REQUEST = SentRequest.SHORTEST;
    private static final String TYPE = "Content-Type: application/json";

    @TestHTTPResource
    URL service;

    /** One line of the table: the status that is right, and the request. */
    record Odd(int status, String request) {

        @Override
        public String toString() {
            return status + " " + (request.length() > 150 ? request.substring(0, 150) : request).replace("\r\n", " / ");
        }
    }

    /** HTTP/1.0 knows no interim answers (RFC 9110, section 10.1.1). */
    @Test
    void whoSpeaksHttp10IsNotToldToContinue() throws IOException {
        String head = "POST /v1/evaluate HTTP/1.0\r\nExpect: 100-continue\r\n" + TYPE + "\r\nContent-Length: "
                + REQUEST.length() + "\r\n\r\n";
        assertThat(RawAnswer.to(service, head + REQUEST).status()).isGreaterThanOrEqualTo(200);
        assertThat(RawAnswer.to(service, head.replace("1.0", "1.1\r\nHost: localhost") + REQUEST)
                        .status())
                .isEqualTo(100);
    }

    static Stream<Odd> targets() {
        return Stream.of(
                        "400 /v1/decisions?reference=50%",
                        "400 /v1/policies/%zz",
                        "400 /v1/policies/%",
                        "400 /v1/policies/%4",
                        "400 /v1/policies?%zz=1",
                        "400 /v1/policies/%c3%28",
                        "400 /v1/policies/%ff",
                        "400 /v1/policies|x",
                        "400 /v1/policies{x}",
                        "400 /v1/policies#x",
                        "400 /v1/policies\\x",
                        "400 /v1/policies\"x",
                        "400 /v1/policies/中",
                        "400 /v1/decisions?reference=中",
                        "400 v1/policies",
                        "400 ?x",
                        "400 *",
                        "400 ftp://localhost/v1/policies",
                        "400 localhost:80",
                        "400 http://",
                        "400 /q/health?x=%",
                        "400 /q/health?x=1",
                        "400 /q/health/live?live=true",
                        "400 /q/metrics?name[]=jvm",
                        "400 /q/openapi?format=JSON&format=YAML",
                        "400 /q/openapi?forma=JSON",
                        "404 /q/health/group/x",
                        "404 /q/health/group",
                        "404 /q/health/nothing",
                        "404 /q/swagger-ui/nothing.js",
                        "404 /q/openapi.xml",
                        "404 /q/dev-ui",
                        "404 /q",
                        "404 //v1/policies",
                        "404 /v1//policies",
                        "404 /v1/policies/",
                        "404 /v1/policies//",
                        "404 /v1/policies;a=b",
                        "404 /v1;x/policies",
                        "404 /;/v1/policies",
                        "404 /v1/policies/%2e%2e/claim-types",
                        "404 /v1/policies/.%2E/claim-types",
                        "404 /v1/policies/../claim-types",
                        "404 /v1/./policies",
                        "404 /v1/policies/..",
                        "404 /v1/policies/.",
                        "404 /../v1/policies",
                        "404 /v1%2fpolicies",
                        "404 /v1%2Fpolicies",
                        "404 /v1%5cpolicies",
                        "404 /v1/%70olicies",
                        "404 /v1/policies/hebei%2Dquality-2022",
                        "404 /v1/policies/%00",
                        "404 /v1/policies/%0d%0aX",
                        "404 /V1/policies",
                        "404 /v1/Policies",
                        "404 /q/health/",
                        "404 /q//health",
                        "404 /q/nothing",
                        "404 /v1/nothing",
                        "404 http://localhost//v1/policies",
                        "414 /v1/policies?x=" + "x".repeat(5_000))
                .map(line -> new Odd(
                        Integer.parseInt(line.substring(0, 3)),
                        "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(line.substring(4))));
    }

    static Stream<Odd> heads() {
        return Stream.of(
                odd(400, "GET /v1/policies HTTP/1.1"),
                odd(400, "GET /v1/policies HTTP/1.1", "Host:"),
                odd(400, "GET /v1/policies HTTP/1.1", "Host: a", "Host: b"),
                odd(400, "GET /v1/policies HTTP/1.1", "Host: a", "Host: a"),
                odd(400, "GET /v1/policies HTTP/1.1", "Host: a, b"),
                odd(400, "GET /v1/policies HTTP/1.1", "Host: a b"),
                odd(400, "GET /v1/policies HTTP/1.1", "Host: a:x"),
                odd(400, "GET /v1/policies HTTP/1.1", "Host: a:99999"),
                odd(400, "GET /v1/policies HTTP/1.1", "Host: user@a"),
                odd(400, "GET /v1/policies HTTP/1.1", "Host: /"),
                odd(400, "GET /v1/policies HTTP/1.1", "Host : a"),
                odd(400, "GET /v1/policies HTTP/1.0", "Host: a", "Host: b"),
                odd(400, "GET /v1/policies HTTP/1.1", "Host: a", "No colon"),
                odd(400, "GET /v1/policies HTTP/1.1", "Host: a", "Two words: b"),
                odd(400, "GET /v1/policies HTTP/1.1", "Host: a", "X: a\0b"),
                odd(431, "GET /v1/policies HTTP/1.1", "Host: a", "X: " + "x".repeat(30_000)),
                odd(400, "GET /v1/policies", "Host: a"),
                odd(400, "GET", "Host: a"),
                odd(400, "GET /v1/policies HTTP/1.1 x", "Host: a"),
                odd(400, "GET /v1/policies HTTP/3", "Host: a"),
                odd(505, "GET /v1/policies HTTP/1.2", "Host: a"),
                odd(505, "GET /v1/policies HTTP/2.0", "Host: a"),
                odd(505, "PRI * HTTP/2.0"),
                odd(501, "METHOD1 /v1/policies HTTP/1.1", "Host: a"),
                odd(501, "get /v1/policies HTTP/1.1", "Host: a"),
                odd(501, "PROPFIND /v1/policies HTTP/1.1", "Host: a"),
                odd(501, "METHOD1 /q/metrics HTTP/1.1", "Host: a"),
                odd(400, "G@T /v1/policies HTTP/1.1", "Host: a"),
                odd(405, "TRACE /v1/policies HTTP/1.1", "Host: a"),
                odd(405, "CONNECT localhost:80 HTTP/1.1", "Host: localhost:80"),
                odd(405, "CONNECT /v1/policies HTTP/1.1", "Host: a"),
                odd(405, "POST /q/health HTTP/1.1", "Host: a"),
                odd(405, "PUT /q/metrics HTTP/1.1", "Host: a"),
                odd(405, "DELETE /q/openapi HTTP/1.1", "Host: a"),
                odd(405, "POST /q/swagger-ui/ HTTP/1.1", "Host: a"),
                odd(404, "OPTIONS /v1/nothing HTTP/1.1", "Host: a"),
                odd(404, "OPTIONS /q/health/group/x HTTP/1.1", "Host: a"),
                odd(404, "POST /q/health/group/x HTTP/1.1", "Host: a"),
                odd(405, "POST /q/openapi.json HTTP/1.1", "Host: a"),
                odd(406, "GET /v1/policies HTTP/1.1", "Host: a", "Accept-Encoding: identity;q=0, *;q=0"),
                odd(406, "GET /q/metrics HTTP/1.1", "Host: a", "Accept-Encoding: *;q=0"),
                odd(406, "GET /v1/policies HTTP/1.1", "Host: a", "Accept-Encoding: br, identity; q=0.0"),
                odd(406, "GET /v1/policies HTTP/1.1", "Host: a", "Accept: application/json;q=0"),
                odd(417, "GET /v1/policies HTTP/1.1", "Host: a", "Expect: something"));
    }

    static Stream<Odd> bodies() {
        return Stream.of(
                        "/v1/evaluate",
                        "/v1/decisions",
                        "/v1/decisions/01234567-89ab-7def-8123-456789abcdef/revocation")
                .flatMap(path -> Stream.of(
                        post(415, path, REQUEST),
                        post(415, path, REQUEST, "Content-Type:"),
                        post(415, path, REQUEST, "Content-Type:   "),
                        post(415, path, REQUEST, "Content-Type: invalid"),
                        post(415, path, REQUEST, "Content-Type: /"),
                        post(415, path, REQUEST, "Content-Type: ;"),
                        post(415, path, REQUEST, "Content-Type: */*"),
                        post(415, path, REQUEST, "Content-Type: application/*"),
                        post(415, path, REQUEST, "Content-Type: application/json, text/plain"),
                        post(415, path, REQUEST, "Content-Type: application/json/x"),
                        post(415, path, REQUEST, "Content-Type: application/json;charset=gbk"),
                        post(415, path, REQUEST, "Content-Type: application/json;charset=utf-8;charset=gbk"),
                        post(415, path, REQUEST, "Content-Type: text/json"),
                        post(415, path, REQUEST, TYPE, "Content-Type: text/plain"),
                        post(415, path, REQUEST, TYPE, TYPE),
                        post(415, path, REQUEST, TYPE, "Content-Encoding: gzip"),
                        post(415, path, REQUEST, TYPE, "Content-Encoding: identity, br"),
                        post(406, path, REQUEST, TYPE, "Accept: application/json;q=0"),
                        post(406, path, REQUEST, TYPE, "Accept: image/png"),
                        post(417, path, REQUEST, TYPE, "Expect: 100-continue, more"),
                        sent(501, path, chunk(REQUEST), "Transfer-Encoding: gzip, chunked"),
                        sent(501, path, REQUEST, "Transfer-Encoding: gzip"),
                        sent(501, path, chunk(REQUEST), "Transfer-Encoding: xchunked"),
                        sent(501, path, chunk(REQUEST), "Transfer-Encoding: chunked", "Transfer-Encoding: chunked"),
                        post(501, path, REQUEST, TYPE, "Transfer-Encoding: identity"),
                        sent(400, path, chunk(REQUEST), "Transfer-Encoding: chunked, gzip"),
                        sent(400, path, "zz\r\n{}\r\n0\r\n\r\n", "Transfer-Encoding: chunked"),
                        sent(400, path, "-2\r\n{}\r\n0\r\n\r\n", "Transfer-Encoding: chunked"),
                        sent(400, path, "2\r\n{}xx\r\n0\r\n\r\n", "Transfer-Encoding: chunked"),
                        post(400, path, REQUEST, TYPE, "Host: b"),
                        post(400, path, REQUEST, TYPE, "Host:"),
                        hosted(path, ""),
                        hosted(path, "a, b"),
                        hosted(path, "a b"),
                        hosted(path, "a:99999"),
                        hosted(path, "user@a"),
                        sent(400, path, REQUEST, "Content-Length: -1"),
                        sent(400, path, REQUEST, "Content-Length: x"),
                        sent(400, path, REQUEST, "Content-Length:"),
                        sent(400, path, REQUEST, "Content-Length: 1", "Content-Length: 2"),
                        sent(400, path, chunk(REQUEST), "Content-Length: 9", "Transfer-Encoding: chunked")));
    }

    private static Odd odd(int status, String line, String... headers) {
        return new Odd(status, line + "\r\n" + lines(headers) + "\r\n");
    }

    private static Odd post(int status, String path, String body, String... headers) {
        return new Odd(
                status,
                "POST %s HTTP/1.1\r\nHost: a\r\nX-Caller: portal\r\n%sContent-Length: %s\r\n\r\n%s"
                        .formatted(path, lines(headers), body.length(), body));
    }

    private static Odd hosted(String path, String host) {
        Odd sent = post(400, path, REQUEST, TYPE);
        return new Odd(sent.status(), sent.request().replace("Host: a\r\n", "Host: " + host + "\r\n"));
    }

    private static Odd sent(int status, String path, String body, String... headers) {
        return new Odd(
                status,
                "POST %s HTTP/1.1\r\nHost: a\r\nX-Caller: portal\r\n%s\r\n%s\r\n\r\n%s"
                        .formatted(path, TYPE, String.join("\r\n", headers), body));
    }

    private static String lines(String... headers) {
        return String.join(
                "", List.of(headers).stream().map(header -> header + "\r\n").toList());
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n0\r\n\r\n";
    }

    @ParameterizedTest
    @MethodSource({"targets", "heads", "bodies"})
    void anOddRequestGetsAProblemThatIsInTheLog(Odd odd) throws IOException {
        RawAnswer answer;
        List<String> lines;
        List<Map<String, String>> contexts;
        try (ProblemLines log = new ProblemLines()) {
            answer = RawAnswer.to(service, odd.request());
            lines = log.lines();
            contexts = log.contexts();
        }
        assertThat(answer.status()).as(answer.toString()).isEqualTo(odd.status());
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.header("content-language")).isEqualTo("en");
        assertThat(answer.header("date")).endsWith("GMT");
        assertThat(answer.header("x-request-id")).isNotEmpty();
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(odd.status());
        assertThat(problem.path("type").asText()).startsWith("/problems/");
        assertThat(problem.path("detail").asText()).isNotEmpty().doesNotContain("Exception");
        assertThat(lines)
                .hasSize(1)
                .first()
                .asString()
                .contains(problem.path("instance").asText());
        assertThat(contexts.get(0))
                .containsEntry("requestId", answer.header("x-request-id"))
                .containsEntry("status", Integer.toString(odd.status()))
                .containsEntry("instance", problem.path("instance").asText());
    }

    @Test
    void aProblemBeforeTheRoutesIsInTheLanguageAskedFor() throws IOException {
        RawAnswer answer =
                RawAnswer.to(service, "GET /v1/policies/%zz HTTP/1.1\r\nHost: a\r\nAccept-Language: zh-TW\r\n\r\n");
        assertThat(answer.header("content-language")).isEqualTo("zh-CN");
        assertThat(answer.body()).contains("百分号");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET http://localhost/v1/policies HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /v1/policies HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n",
                "GET /v1/policies HTTP/1.0\r\n\r\n",
                "GET /v1/decimal-strings/policies?lang=zh-CN HTTP/1.0\r\n\r\n",
                "GET /q/health/live HTTP/1.0\r\n\r\n",
                "\r\n\r\nGET /v1/policies HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /v1/policies HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n",
                "GET /v1/policies? HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /v1/policies HTTP/1.1\r\nHost: a\r\nAccept: foo\r\nContent-Type: /\r\n\r\n",
                "GET /v1/policies HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: x y z\r\nForwarded: for=;;;\r\n\r\n",
                "GET /v1/policies HTTP/1.1\r\nHost: a\r\nCookie: a=b; c\r\nAuthorization: Basic !!!\r\n\r\n"
            })
    void whatIsOddAndClearIsAnswered(String request) throws IOException {
        assertThat(RawAnswer.to(service, request).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "APPLICATION/JSON",
                "application/json;",
                "application/json ; charset=\"UTF-8\"",
                "application/json; v=1;charset=utf-8"
            })
    void jsonIsSaidInManyWays(String type) throws IOException {
        assertThat(RawAnswer.to(
                                service,
                                post(200, "/v1/evaluate", REQUEST, "Content-Type: " + type)
                                        .request())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aRefusedRequestLeavesTheConnectionToTheNext() throws IOException {
        String refused =
                post(415, "/v1/evaluate", REQUEST, "Content-Type: text/plain").request();
        RawAnswer next = RawAnswer.last(service, refused + "GET /v1/policies HTTP/1.1\r\nHost: a\r\n\r\n", 2);
        assertThat(next.status()).isEqualTo(200);
    }

    /** What answers GET answers HEAD, what is in the Allow of OPTIONS is in that of a 405, and nothing else is answered. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/evaluate GET",
                "/v1/decisions DELETE",
                "/v1/policies POST",
                "/v1/decisions/01234567-89ab-7def-8123-456789abcdef PUT",
                "/v1/decisions/01234567-89ab-7def-8123-456789abcdef/replay GET",
                "/v1/decisions/01234567-89ab-7def-8123-456789abcdef/revocation GET",
                "/v1/policies/hebei-quality-2022/measures/9 POST",
                "/v1/claim-types/x POST",
                "/v1/ledger POST",
                "/v1/rulesets/status POST",
                "/problems/not-found POST",
                "/q/health POST",
                "/q/health/live POST",
                "/q/metrics POST",
                "/q/openapi POST",
                "/q/swagger-ui/ POST"
            })
    void optionsAllowAndHeadSayTheSame(String pathAndMethod) {
        String path = pathAndMethod.substring(0, pathAndMethod.indexOf(' '));
        String method = pathAndMethod.substring(path.length() + 1);
        var options = RestAssured.given().options(path);
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.asString()).isEmpty();
        String allow = options.header("Allow");
        var refused = RestAssured.given().request(method, path);
        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.header("Allow")).isEqualTo(allow);
        List<String> methods = List.of(allow.split(", "));
        assertThat(methods).contains("OPTIONS").doesNotContain(method);
        assertThat(methods.contains("HEAD")).isEqualTo(methods.contains("GET"));
        if (!methods.contains("HEAD")) {
            assertThat(RestAssured.given().head(path).statusCode()).isEqualTo(405);
        } else {
            assertThat(RestAssured.given().head(path).statusCode())
                    .isEqualTo(RestAssured.given().get(path).statusCode());
        }
    }

    @Test
    void optionsOfTheWholeServerNamesItsMethods() throws IOException {
        RawAnswer answer = RawAnswer.to(service, "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
    }
}
