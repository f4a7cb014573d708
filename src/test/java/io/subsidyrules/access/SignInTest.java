package io.subsidyrules.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.subsidyrules.storage.TestDatabase;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People sign in with a browser at the provider, and are known by a cookie that other sites cannot use. */
@QuarkusTest
@Tag("http")
@TestProfile(SignInTest.AtAProvider.class)
class SignInTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @TestHTTPResource
    URL service;

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public static final class AtAProvider implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "subsidy.access.oidc",
                    "true",
                    "subsidy.access.sign-in",
                    "true",
                    "quarkus.oidc.auth-server-url",
                    FakeProvider.address(),
                    "quarkus.oidc.web.auth-server-url",
                    FakeProvider.address(),
                    "quarkus.oidc.web.credentials.secret",
                    "a-secret-of-the-client-that-is-only-for-tests");
        }
    }

    @BeforeEach
    void recording() throws InterruptedException {
        TestDatabase.await();
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

    /** Goes where it is sent until it gets a page. */
    private HttpResponse<String> open(String address) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(address);
        for (int i = 0; i < 8 && answer.statusCode() == 302; i++) {
            URI next =
                    answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
            answer = get(next.toString());
        }
        return answer;
    }

    private static void signsIn(String name, Set<String> roles, List<String> divisions) {
        FakeProvider.signsIn(name, roles, divisions);
    }

    @Test
    void whoeverOpensAPageIsSentToTheProviderAndComesBack() throws Exception {
        signsIn("auditor", Set.of(Roles.AUDITOR), List.of());
        HttpResponse<String> first = get(at("/v1/decisions"));
        assertThat(first.statusCode()).isEqualTo(302);
        assertThat(first.headers().firstValue("Location").orElse(""))
                .startsWith(FakeProvider.address() + "/authorize")
                .contains("code_challenge_method=S256", "state=");
        HttpResponse<String> page = open(at("/v1/decisions?limit=5"));
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.uri().getPath()).isEqualTo("/v1/decisions");
        assertThat(page.body()).contains("<html");
        assertThat(cookies.getCookieStore().getCookies())
                .filteredOn(cookie -> cookie.getName().startsWith("q_session"))
                .isNotEmpty()
                .allMatch(HttpCookie::isHttpOnly);
    }

    @Test
    void programsAreNeverSentAnywhere() throws Exception {
        HttpResponse<String> json = browser.send(
                HttpRequest.newBuilder(URI.create(at("/v1/decisions")))
                        .header("Accept", "application/json")
                        .build(),
                BodyHandlers.ofString());
        assertThat(json.statusCode()).isEqualTo(401);
        assertThat(json.body()).contains("/problems/unauthenticated");
    }

    @Test
    void whatIsSentWithASessionMustComeFromAPageOfTheService() throws Exception {
        signsIn("evaluator", Set.of(Roles.EVALUATOR), List.of());
        assertThat(open(at("/sign-in")).uri().getPath()).isEqualTo("/");
        assertThat(posted("Origin", "https://elsewhere.example")).isEqualTo(403);
        assertThat(posted("Origin", "null")).isEqualTo(403);
        assertThat(posted("X-Nothing", "x")).isEqualTo(403);
        assertThat(posted("Sec-Fetch-Site", "cross-site")).isEqualTo(403);
        assertThat(posted("Sec-Fetch-Site", "same-site")).isEqualTo(403);
        assertThat(posted("Sec-Fetch-Site", "same-origin")).isIn(200, 422);
        assertThat(posted("Origin", at(""))).isIn(200, 422);
    }

    private int posted(String header, String value) throws IOException, InterruptedException {
        return browser.send(
                        HttpRequest.newBuilder(URI.create(at("/try")))
                                .header("Accept", BROWSER)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header(header, value)
                                .POST(BodyPublishers.ofString("type=HostedStandard&show=x"))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void rolesAndLimitsAreThoseOfTheToken() throws Exception {
        signsIn("shijiazhuang", Set.of(Roles.READER, "another-role"), List.of("999999"));
        HttpResponse<String> page = open(at("/v1/decisions"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("/v1/decisions/0");
        assertThat(get(at("/v1/rulesets/status")).statusCode()).isEqualTo(403);
    }

    @Test
    void whoeverSignsOutIsNobodyAgain() throws Exception {
        signsIn("leaving", Set.of(Roles.AUDITOR), List.of());
        assertThat(open(at("/v1/decisions")).statusCode()).isEqualTo(200);
        HttpResponse<String> out = get(at("/sign-out"));
        assertThat(out.statusCode()).isEqualTo(302);
        assertThat(out.headers().firstValue("Location").orElse("")).contains("/logout");
        assertThat(cookies.getCookieStore().getCookies())
                .noneMatch(cookie -> cookie.getName().startsWith("q_session"));
        assertThat(get(at("/v1/decisions")).statusCode()).isEqualTo(302);
    }

    @Test
    void aForgedAnswerOfTheProviderSignsNobodyIn() throws Exception {
        HttpResponse<String> forged = get(at("/sign-in?code=abc&state=def"));
        assertThat(forged.statusCode()).isIn(302, 401);
        assertThat(cookies.getCookieStore().getCookies())
                .noneMatch(cookie -> cookie.getName().startsWith("q_session"));
    }
}
