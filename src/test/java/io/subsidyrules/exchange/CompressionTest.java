package io.subsidyrules.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.subsidyrules.storage.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers with gzip and without, and the headers of both; those of HEAD are those of GET. */
@QuarkusTest
@Tag("http")
class CompressionTest {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String LONG = "/v1/claim-types/HostedStandard";
    private static final String SHORT = "/v1/policies";

    @TestHTTPResource
    URL service;

    @BeforeEach
    void awaitDatabase() throws InterruptedException {
        TestDatabase.await();
    }

    static Stream<String> pages() {
        return Stream.of(
                "/ text/html",
                "/try text/html",
                "/problems text/plain",
                "/problems/not-found text/plain",
                "/problems/not-found text/html",
                "/v1/policies application/json",
                "/v1/policies text/html",
                "/v1/policies/hebei-quality-2022 application/json",
                "/v1/policies/hebei-quality-2022/measures/9 text/html",
                "/v1/claim-types application/json",
                LONG + " application/schema+json",
                "/v1/applicant-type application/json",
                "/v1/openapi application/json",
                "/v1/openapi?amounts=string application/json",
                "/v1/decimal-strings/policies application/json",
                "/v1/decimal-strings/claim-types/HostedStandard application/json",
                "/v1/decisions application/json",
                "/v1/decisions text/html",
                "/v1/decisions text/csv",
                "/v1/decisions application/x-ndjson",
                "/v1/ledger application/x-ndjson",
                "/v1/ledger/checkpoint */*",
                "/v1/ledger/keys application/json",
                "/v1/progress application/json",
                "/v1/rulesets application/json",
                "/v1/rulesets/status application/json",
                "/v1/rulesets/status text/html",
                "/v1/nothing application/json",
                "/v1/policies/none application/json",
                "/q/health */*",
                "/q/health/ready */*",
                "/q/metrics */*",
                "/q/openapi */*",
                "/q/openapi?format=JSON */*",
                "/q/swagger-ui/ text/html",
                "/q/swagger-ui/swagger-ui-bundle.js */*");
    }

    private HttpResponse<byte[]> answer(String method, String page, String... headers)
            throws IOException, InterruptedException {
        String[] asked = page.split(" ", 2);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(service.toString().replaceFirst("/$", "") + asked[0]))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Accept", asked.length > 1 ? asked[1] : "*/*");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static Map<String, List<String>> lasting(HttpResponse<?> answer, boolean coded) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(List.of("date", "x-request-id", "transfer-encoding"));
        if (coded) {
            headers.remove("content-length");
        }
        return headers;
    }

    /** A list is sent while it is read; its length is told only where all of it is there before any of it is sent. */
    private static boolean isStream(String page) {
        return page.endsWith("text/csv") || page.endsWith("application/x-ndjson");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void headHasTheHeadersOfGet(String page) throws IOException, InterruptedException {
        for (String coding : List.of("identity", "gzip", "br, gzip;q=0.5")) {
            HttpResponse<byte[]> get = answer("GET", page, "Accept-Encoding", coding);
            HttpResponse<byte[]> head = answer("HEAD", page, "Accept-Encoding", coding);
            assertThat(head.statusCode()).isEqualTo(get.statusCode());
            assertThat(head.body()).isEmpty();
            boolean uncounted = coding.contains("gzip") || page.startsWith("/q/") || isStream(page);
            assertThat(lasting(head, uncounted)).as(coding).isEqualTo(lasting(get, uncounted));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whatIsLongIsCompressedAndSaysTheSame(String page) throws IOException, InterruptedException {
        HttpResponse<byte[]> plain = answer("GET", page);
        HttpResponse<byte[]> coded = answer("GET", page, "Accept-Encoding", "gzip");
        assertThat(plain.headers().firstValue("content-encoding")).isEmpty();
        assertThat(plain.headers().firstValue("vary").orElse("")).endsWith("Accept-Encoding");
        assertThat(coded.headers().firstValue("vary")).isEqualTo(plain.headers().firstValue("vary"));
        boolean isLong = plain.body().length >= 1024
                || plain.headers().firstValue("content-length").isEmpty();
        assertThat(coded.headers().firstValue("content-encoding").isPresent())
                .isEqualTo(isLong && !page.startsWith("/q/health"));
        if (coded.headers().firstValue("content-encoding").isPresent() && isSteady(page)) {
            assertThat(new GZIPInputStream(new ByteArrayInputStream(coded.body())).readAllBytes())
                    .isEqualTo(plain.body());
        }
    }

    private static boolean isSteady(String page) {
        return !page.startsWith("/q/metrics")
                && !page.startsWith("/v1/rulesets/status")
                && !page.startsWith("/v1/nothing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip | true",
                "x-gzip | true",
                "gzip;q=0.1 | true",
                "deflate, gzip | true",
                "* | true",
                "gzip;q=0 | false",
                "gzip; q=0.000 | false",
                "*;q=1, gzip;q=0 | false",
                "deflate | false",
                "br | false",
                "identity | false",
                "identity;q=1, gzip;q=0.5 | false",
                "gzip;q=nonsense | false",
                "'' | false"
            })
    void acceptEncodingDecides(String coding, boolean coded) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = answer("GET", LONG, "Accept-Encoding", coding);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-encoding").isPresent()).isEqualTo(coded);
    }

    @Test
    void whatIsShortIsCompressedOnlyWhereNothingElseIsTaken() throws IOException, InterruptedException {
        assertThat(answer("GET", SHORT, "Accept-Encoding", "gzip").headers().firstValue("content-encoding"))
                .isEmpty();
        assertThat(answer("GET", SHORT, "Accept-Encoding", "gzip, identity;q=0")
                        .headers()
                        .firstValue("content-encoding"))
                .contains("gzip");
    }

    @ParameterizedTest
    @ValueSource(strings = {LONG, SHORT, "/v1/openapi", "/v1/policies text/html"})
    void aPageIsKnownByItsTagInEitherForm(String page) throws IOException, InterruptedException {
        String strong = answer("GET", page).headers().firstValue("etag").orElseThrow();
        String weak = answer("GET", page, "Accept-Encoding", "gzip")
                .headers()
                .firstValue("etag")
                .orElseThrow();
        assertThat(strong).startsWith("\"");
        assertThat(weak).isEqualTo("W/" + strong);
        for (String tag : List.of(strong, weak)) {
            for (String coding : List.of("identity", "gzip")) {
                HttpResponse<byte[]> unchanged = answer("GET", page, "If-None-Match", tag, "Accept-Encoding", coding);
                assertThat(unchanged.statusCode()).isEqualTo(304);
                assertThat(unchanged.headers().firstValue("etag")).contains(tag);
                assertThat(unchanged.headers().firstValue("vary").orElse("")).endsWith("Accept-Encoding");
                assertThat(unchanged.headers().firstValue("content-encoding")).isEmpty();
            }
        }
    }

    @Test
    void anAnswerWithoutContentHasNoCoding() throws IOException, InterruptedException {
        HttpResponse<byte[]> options = answer("OPTIONS", LONG, "Accept-Encoding", "gzip");
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.headers().firstValue("content-encoding")).isEmpty();
    }

    @Test
    void anAnswerToHttp10IsSentAsItIs() throws IOException {
        RawAnswer answer = RawAnswer.to(service, "GET " + LONG + " HTTP/1.0\r\nAccept-Encoding: gzip\r\n\r\n");
        assertThat(answer.header("content-encoding")).isEmpty();
        assertThat(answer.body()).startsWith("{");
    }
}
