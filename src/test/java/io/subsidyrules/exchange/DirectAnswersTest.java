package io.subsidyrules.exchange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.subsidyrules.api.SentClaim;
import io.subsidyrules.api.SentRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An evaluation has the same answer whether it is answered in the connection or by the resource. */
@QuarkusTest
@Tag("http")
class DirectAnswersTest {

    private static final Pattern DIRECT = Pattern.compile("(?m)^subsidy_evaluations_direct_total (\\S+)$");

    /** What a request has an answer by the resource for; it changes nothing else where no proxy is trusted. */
    private static final String BY_THE_RESOURCE = "X-Forwarded-Prefix";

    /** What differs from each answer to the next. */
    private static final Pattern INSTANCE = Pattern.compile("urn:uuid:[0-9a-f-]{36}");

    private static final String MADE_ID = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private static final String FIVE_CLAIMS = SentRequest.request(IntStream.range(0, 5)
                    .mapToObj(claim -> SentClaim.hosted("c" + claim, "ISO " + claim))
                    .toList())
            .json();

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource
    URL service;

    /** A request, and whether it is answered in the connection. */
    private record Sent(boolean direct, String method, String query, String body, List<String> headers) {

        Sent by(String changed) {
            return new Sent(direct, changed, query, body, headers);
        }

        Sent asking(String changed) {
            return new Sent(direct, method, changed, body, headers);
        }

        Sent with(String... more) {
            return new Sent(
                    direct,
                    method,
                    query,
                    body,
                    Stream.concat(headers.stream(), Stream.of(more)).toList());
        }

        @Override
        public String toString() {
            return "%s %s %s %s".formatted(method, query, headers, body.substring(0, Math.min(60, body.length())));
        }
    }

    /** An answer as far as it is the same for the same request. */
    private record Got(int status, Map<String, List<String>> headers, String body) {}

    private static Sent direct(String body) {
        return new Sent(true, "POST", "", body, List.of("Content-Type", "application/json"));
    }

    private static Sent byTheResource(String body) {
        return new Sent(false, "POST", "", body, List.of());
    }

    static Stream<Sent> requests() {
        return Stream.of(bodies(), queries(), headers(), wrongHeaders()).flatMap(kind -> kind);
    }

    private static Stream<Sent> bodies() {
        return Stream.of(
                direct(FIVE_CLAIMS),
                direct(SentRequest.SHORTEST),
                direct(FIVE_CLAIMS.replace("\"type\"", "\"typo\"")),
                direct(FIVE_CLAIMS.replace("130100", "999999")),
                direct("{}"),
                direct("[]"),
                direct("{\"applicant\":{\"id\":\"91"),
                direct("{\"applicant\":{},\"applicant\":{}}"),
                direct("[".repeat(2_000)),
                direct("{\"applicant\":\"河北\",\"claims\":7}").with("Accept-Language", "zh"),
                byTheResource("{" + " ".repeat(17_000) + "}").with("Content-Type", "application/json"),
                byTheResource("").with("Content-Type", "application/json"));
    }

    private static Stream<Sent> queries() {
        Sent plain = byTheResource(FIVE_CLAIMS).with("Content-Type", "application/json");
        return Stream.concat(
                Stream.of(
                        direct(FIVE_CLAIMS).asking("?explain=summary"),
                        direct(FIVE_CLAIMS).asking("?explain=full"),
                        direct("{}").asking("?explain=full")),
                Stream.of(
                                "?explain=changes",
                                "?explain=all",
                                "?explain=full&explain=full",
                                "?%65xplain=full",
                                "?&",
                                "?explained=full",
                                "?earlier=recorded&explain=changes")
                        .map(plain::asking));
    }

    private static Stream<Sent> headers() {
        Sent plain = direct(FIVE_CLAIMS);
        Sent faulty = direct("{\"claims\":[" + "{},".repeat(30) + "{}]}");
        return Stream.concat(
                Stream.of("*/*", "application/json", "text/html;q=0.5, application/*", "application/problem+json")
                        .map(accept -> plain.with("Accept", accept)),
                Stream.of(
                        plain.with("Accept-Language", "zh-TW, en;q=0.3"),
                        plain.with("Accept-Language", "fr"),
                        plain.with("Accept-Encoding", "gzip, deflate"),
                        plain.with("Accept-Encoding", "gzip;q=0"),
                        plain.with("Accept-Encoding", "br"),
                        faulty.with("Accept-Encoding", "gzip"),
                        direct("{}").with("Accept-Encoding", "gzip"),
                        direct("{}").with("Accept-Encoding", "identity;q=0, gzip"),
                        plain.with("X-Request-Id", "of-this-test", "traceparent", TRACE, "X-Caller", "portal"),
                        faulty.with("X-Request-Id", "of-this-test", "traceparent", TRACE, "X-Caller", "portal"),
                        plain.with("X-Request-Id", "one two", "traceparent", "00-0"),
                        plain.with("Cookie", "a=b", "Authorization", "Basic YTpi", "User-Agent", "test")));
    }

    private static Stream<Sent> wrongHeaders() {
        Sent untyped = byTheResource(FIVE_CLAIMS);
        Sent other = untyped.with("Content-Type", "application/json");
        return Stream.of(
                new Sent(true, "POST", "", FIVE_CLAIMS, List.of("Content-Type", "application/json; charset=utf-8")),
                untyped,
                untyped.with("Content-Type", "text/plain"),
                untyped.with("Content-Type", "application/json; charset=gbk"),
                other.with("Accept", "text/plain"),
                other.with("Accept", "image/png"),
                other.with("Accept", "application/json;q=0"),
                other.with("Accept-Encoding", "*;q=0"),
                other.with("Content-Encoding", "gzip"),
                other.with("Content-Encoding", "identity"),
                other.with("Origin", "https://example.org"),
                other.by("PUT"),
                other.by("HEAD"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void anAnswerDoesNotDependOnWhoGivesIt(Sent sent) throws IOException, InterruptedException {
        double before = answeredDirectly();
        Got inTheConnection = got(sent);
        assertThat(answeredDirectly() - before).isEqualTo(sent.direct() ? 1 : 0);
        assertThat(got(sent.with(BY_THE_RESOURCE, "/elsewhere"))).isEqualTo(inTheConnection);
        assertThat(answeredDirectly() - before).isEqualTo(sent.direct() ? 1 : 0);
    }

    private static double answeredDirectly() {
        Matcher counted = DIRECT.matcher(given().get("/q/metrics").asString());
        assertThat(counted.find()).isTrue();
        return Double.parseDouble(counted.group(1));
    }

    private Got got(Sent sent) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                        "http://%s:%s/v1/evaluate%s".formatted(service.getHost(), service.getPort(), sent.query())))
                .method(sent.method(), BodyPublishers.ofString(sent.body()));
        for (int i = 0; i < sent.headers().size(); i += 2) {
            request.header(sent.headers().get(i), sent.headers().get(i + 1));
        }
        HttpResponse<byte[]> answer = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        Predicate<String> made = Pattern.compile(MADE_ID).asMatchPredicate();
        headers.computeIfPresent("x-request-id", (name, ids) -> made.test(ids.get(0)) ? List.of("made") : ids);
        headers.computeIfPresent("date", (name, dates) -> List.of("now"));
        boolean gzip = headers.getOrDefault("content-encoding", List.of()).contains("gzip");
        if (gzip) {
            // It depends on the instance.
            headers.put("content-length", List.of("some"));
        }
        String body = new String(gzip ? unzipped(answer.body()) : answer.body(), StandardCharsets.UTF_8);
        return new Got(answer.statusCode(), headers, INSTANCE.matcher(body).replaceAll("urn:uuid:"));
    }

    private static byte[] unzipped(byte[] bytes) {
        try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return gzip.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
