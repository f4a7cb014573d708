package io.subsidyrules.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.subsidyrules.storage.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service built for a root path, behind a proxy that shows it below one more: what it answers leads to where it is. */
@QuarkusTest
@Tag("http")
@TestProfile(BehindProxyTest.Proxied.class)
class BehindProxyTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BELOW = "/subsidy/grants";
    private static final Pattern HREF = Pattern.compile("(?:href|action)=\"([^\"#]+)\"");

    @TestHTTPResource
    URL service;

    public static final class Proxied implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.root-path", "/grants",
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.enable-forwarded-prefix", "true",
                    "quarkus.http.proxy.enable-forwarded-host", "true");
        }
    }

    @BeforeEach
    void awaitDatabase() throws InterruptedException {
        TestDatabase.await();
    }

    /** Sends a request as the proxy does that shows the service below {@code /subsidy}. */
    private RawAnswer proxied(String line, String more) throws IOException {
        return RawAnswer.to(service, line + " HTTP/1.1\r\nHost: a\r\nX-Forwarded-Prefix: /subsidy\r\n" + more);
    }

    private RawAnswer page(String path, String accept) throws IOException {
        return proxied("GET " + path, "Accept: " + accept + "\r\n\r\n");
    }

    @Test
    void everyLinkOfAPageLeadsToAPage() throws IOException {
        Deque<String> waiting = new ArrayDeque<>(Set.of(BELOW + "/"));
        Set<String> seen = new HashSet<>(waiting);
        while (!waiting.isEmpty() && seen.size() < 120) {
            String at = waiting.remove();
            assertThat(at).startsWith(BELOW + "/");
            RawAnswer page = page(at.substring("/subsidy".length()), "text/html, */*;q=0.1");
            assertThat(page.status()).as(at).isEqualTo(200);
            if (page.header("content-type").startsWith("text/html")) {
                Matcher link = HREF.matcher(page.body());
                while (link.find()) {
                    String to = URI.create(at)
                            .resolve(link.group(1).replace("&amp;", "&"))
                            .toString();
                    if (!to.contains("://") && seen.add(to)) {
                        waiting.add(to);
                    }
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/nothing", "/v1/policies?x=1", "/v1/policies/%zz", "/v1/policies/none"})
    void theTypeOfAProblemLeadsToItsPage(String path) throws IOException {
        String type =
                json(page("/grants" + path, "application/json")).path("type").asText();
        assertThat(type).startsWith(BELOW + "/problems/");
        assertThat(page(type.substring("/subsidy".length()), "*/*").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/", "/v1/decimal-strings/"})
    void aDecisionAndTheNextPageAreWhereTheyAreSaidToBe(String beginning) throws IOException {
        String location = "";
        for (String reference : new String[] {"below-1", "below-2"}) {
            String body = "{\"reference\":\"%s\",\"applicant\":{\"id\":\"91130100MA0ABCDE10\",\"kind\":\"ENTERPRISE\"}}"
                    .formatted(reference);
            RawAnswer decided = proxied(
                    "POST /grants" + beginning + "decisions",
                    "X-Caller: portal\r\nContent-Type: application/json\r\nContent-Length: %s\r\n\r\n%s"
                            .formatted(body.length(), body));
            assertThat(decided.status()).as(decided.body()).isEqualTo(201);
            location = decided.header("location");
        }
        assertThat(location).startsWith(BELOW + beginning + "decisions/");
        assertThat(page(location.substring("/subsidy".length()), "*/*").status())
                .isEqualTo(200);
        RawAnswer list = page("/grants" + beginning + "decisions?limit=1", "application/json");
        String next = json(list).path("next").asText();
        assertThat(next).startsWith(BELOW + beginning + "decisions?");
        assertThat(list.header("link")).isEqualTo("<%s>; rel=\"next\"".formatted(next));
        assertThat(page(next.substring("/subsidy".length()), "application/json").status())
                .isEqualTo(200);
    }

    @Test
    void schemasAreServedAtTheirIds() throws IOException {
        String schema = json(page("/grants/v1/claim-types", "application/json"))
                .at("/claimTypes/0/schema")
                .asText();
        assertThat(schema).startsWith(BELOW + "/v1/claim-types/");
        assertThat(json(page(schema.substring("/subsidy".length()), "application/json"))
                        .path("$id")
                        .asText())
                .isEqualTo(schema);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/openapi", "/v1/openapi?amounts=string", "/q/openapi?format=JSON"})
    void contractsHaveTheServerAndTheLinksOfTheirAnswers(String path) throws IOException {
        JsonNode contract = json(page("/grants" + path, "application/json"));
        assertThat(contract.at("/servers/0/url").asText()).isEqualTo(BELOW);
        assertThat(contract.at("/components/schemas/Problem/properties/type/enum/0")
                        .asText())
                .startsWith(BELOW + "/problems/");
        assertThat(contract.at("/components/headers/location/schema/pattern").asText())
                .startsWith("^" + BELOW + "/v1/");
        assertThat(contract.path("paths").has("/problems/{slug}")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/subsidy", "/other", "/subsidy"})
    void theFileIsThatOfThePathAndTheTypeAskedFor(String prefix) throws IOException {
        String request = "GET /grants/q/openapi HTTP/1.1\r\nHost: a\r\nX-Forwarded-Prefix: %s\r\nAccept: %s\r\n\r\n";
        for (int i = 0; i < 2; i++) {
            RawAnswer inJson = RawAnswer.to(service, request.formatted(prefix, "application/json"));
            assertThat(json(inJson).at("/servers/0/url").asText()).isEqualTo(prefix + "/grants");
            RawAnswer inYaml = RawAnswer.to(service, request.formatted(prefix, "*/*"));
            assertThat(inYaml.header("content-type")).startsWith("application/yaml");
            assertThat(inYaml.body()).contains("url: \"" + prefix + "/grants\"");
            assertThat(inYaml.header("vary")).isEqualTo("Accept, Accept-Encoding");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "/a/../b",
                "/a b",
                "/a?b",
                "/%2e%2e",
                "/a\tb",
                "",
                "/",
                "/a//b"
            })
    void whatIsNoPathIsNoPrefix(String prefix) throws IOException {
        RawAnswer answer = RawAnswer.to(
                service,
                "GET /grants/v1/nothing HTTP/1.1\r\nHost: a\r\nX-Forwarded-Prefix: %s\r\n\r\n".formatted(prefix));
        assertThat(json(answer).path("type").asText()).isEqualTo("/grants/problems/not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Host:\r\n", "Host: a\r\nHost: b\r\n", "Host: a b\r\n", "Host: user@a\r\n"})
    void hostIsLookedAtAsItWasSent(String hosts) throws IOException {
        RawAnswer answer = RawAnswer.to(
                service, "GET /grants/v1/policies HTTP/1.1\r\n" + hosts + "X-Forwarded-Host: a.example\r\n\r\n");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(json(answer).path("instance").asText()).startsWith("urn:uuid:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-Host: a b",
                "X-Forwarded-Host: /",
                "X-Forwarded-Host:",
                "X-Forwarded-Proto: ht tp",
                "X-Forwarded-Port: x",
                "X-Forwarded-For: x y"
            })
    void whatAProxySaysOddlyHarmsNothing(String header) throws IOException {
        for (String path : new String[] {"/grants/v1/policies", "/grants/v1/decimal-strings/policies"}) {
            assertThat(RawAnswer.to(service, "GET %s HTTP/1.1\r\nHost: a\r\n%s\r\n\r\n".formatted(path, header))
                            .status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/policies", "/", "/grantsx/v1/policies", "/q/health", "/grants"})
    void thereIsNothingOutsideOfTheRootPath(String path) throws IOException {
        for (String accept : new String[] {"*/*", "text/html,application/xhtml+xml,*/*;q=0.8"}) {
            RawAnswer answer = page(path, accept);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(json(answer).path("type").asText()).isEqualTo(BELOW + "/problems/not-found");
        }
    }

    private static JsonNode json(RawAnswer answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}
