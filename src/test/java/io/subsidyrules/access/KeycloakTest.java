package io.subsidyrules.access;

import static io.subsidyrules.api.SentRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.subsidyrules.storage.TestDatabase;
import java.io.IOException;
import java.net.CookieHandler;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tokens and sign-in of a real Keycloak: {@code mvn -B -ntp -Pkeycloak verify -Dtest=KeycloakTest}. */
@QuarkusTest
@Tag("http")
@Tag("keycloak")
@TestProfile(KeycloakTest.AtKeycloak.class)
class KeycloakTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

    @TestHTTPResource
    URL service;

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new Cookies())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private Calls calls;

    /** Keeps cookies as browsers do, which take this machine for secure: Keycloak's are given back without TLS. */
    private static final class Cookies extends CookieHandler {

        private final Map<String, Map<String, String>> byHost = new ConcurrentHashMap<>();

        @Override
        public Map<String, List<String>> get(URI address, Map<String, List<String>> headers) {
            Map<String, String> kept = byHost.getOrDefault(address.getAuthority(), Map.of());
            return kept.isEmpty()
                    ? Map.of()
                    : Map.of(
                            "Cookie",
                            List.of(kept.entrySet().stream()
                                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                    .collect(Collectors.joining("; "))));
        }

        @Override
        public void put(URI address, Map<String, List<String>> headers) {
            Map<String, String> kept =
                    byHost.computeIfAbsent(address.getAuthority(), first -> new ConcurrentHashMap<>());
            headers.forEach((name, values) -> {
                if ("Set-Cookie".equalsIgnoreCase(name)) {
                    values.forEach(value -> keep(value, kept));
                }
            });
        }

        private static void keep(String cookie, Map<String, String> kept) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            if (cookie.contains("Max-Age=0")) {
                kept.remove(pair[0]);
            } else {
                kept.put(pair[0], pair[1]);
            }
        }
    }

    public static final class AtKeycloak implements QuarkusTestProfile {

        /** Quarkus asks for them also where the test is left out. */
        @Override
        public Map<String, String> getConfigOverrides() {
            if (!Keycloak.isThere()) {
                return Map.of();
            }
            return Map.of(
                    "subsidy.access.oidc",
                    "true",
                    "subsidy.access.sign-in",
                    "true",
                    "quarkus.oidc.auth-server-url",
                    Keycloak.realm(),
                    "quarkus.oidc.web.auth-server-url",
                    Keycloak.realm(),
                    "quarkus.oidc.web.credentials.secret",
                    Keycloak.SECRET);
        }
    }

    @BeforeEach
    void recording() throws InterruptedException {
        calls = new Calls(service);
        TestDatabase.await();
    }

    private String token(String client, String secret) throws IOException, InterruptedException {
        HttpResponse<String> answer = browser.send(
                HttpRequest.newBuilder(URI.create(Keycloak.realm() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id=%s&client_secret=%s"
                                .formatted(client, secret)))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("access_token").textValue();
    }

    @Test
    void aSystemRecordsWithItsTokenAndDoesNoMoreThanItsRole() throws Exception {
        Map<String, String> headers = Map.of(
                "Authorization",
                "Bearer " + token("portal", "a-secret-of-the-portal-that-is-only-for-tests"),
                "Content-Type",
                "application/json");
        HttpResponse<String> decided =
                calls.send("POST", "/v1/decisions", headers, request().json());
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(201);
        assertThat(JSON.readTree(decided.body()).path("caller").textValue()).isEqualTo("oidc:service-account-portal");
        assertThat(calls.status("GET", "/v1/ledger/head", headers)).isEqualTo(403);
    }

    @Test
    void aTokenForAnotherServiceIsNotTaken() throws Exception {
        String token = token("elsewhere", "a-secret-of-another-system-that-is-only-for-tests");
        assertThat(calls.status("GET", "/v1/decisions", Map.of("Authorization", "Bearer " + token)))
                .isEqualTo(401);
    }

    @Test
    void peopleSignInWithTheirPasswordAndComeBackToTheirPage() throws Exception {
        HttpResponse<String> page = signedIn("auditor", "/v1/decisions?limit=3");
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.uri().getPath()).isEqualTo("/v1/decisions");
        assertThat(get(at("/v1/rulesets/status")).statusCode()).isEqualTo(403);
    }

    @Test
    void aReaderIsLimitedByTheClaimsOfTheToken() throws Exception {
        HttpResponse<String> page = signedIn("reader", "/v1/decisions");
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("/v1/decisions/0");
    }

    private HttpResponse<String> signedIn(String user, String path) throws IOException, InterruptedException {
        HttpResponse<String> form = followed(get(at(path)));
        Matcher action = FORM.matcher(form.body());
        assertThat(action.find()).as(form.body()).isTrue();
        return followed(browser.send(
                HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                        .header("Accept", BROWSER)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=" + user + "&password=only-for-tests"))
                        .build(),
                BodyHandlers.ofString()));
    }

    private HttpResponse<String> followed(HttpResponse<String> first) throws IOException, InterruptedException {
        HttpResponse<String> answer = first;
        for (int i = 0; i < 8 && answer.statusCode() == 302; i++) {
            answer = get(answer.uri()
                    .resolve(answer.headers().firstValue("Location").orElseThrow())
                    .toString());
        }
        return answer;
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Accept", BROWSER)
                        .build(),
                BodyHandlers.ofString());
    }

    private String at(String path) {
        return "http://%s:%s%s".formatted(service.getHost(), service.getPort(), path);
    }
}
