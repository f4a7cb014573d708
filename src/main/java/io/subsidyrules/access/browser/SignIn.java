package io.subsidyrules.access.browser;

import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.subsidyrules.access.AccessSettings;
import io.subsidyrules.http.RootPath;
import io.subsidyrules.http.browser.Browser;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Lets people sign in at the provider of OpenID Connect by the authorization code flow, and knows them afterwards by a
 * cookie, which is encrypted and is not sent with requests that another site begins. What changes something is taken
 * from this site's own pages alone.
 */
@ApplicationScoped
public class SignIn {

    /** The path at which people sign in, and to which the provider sends them back. */
    public static final String PATH = "/sign-in";

    /** The path at which people sign out. */
    public static final String END = "/sign-out";

    /** The second tenant of quarkus-oidc; the first one has the tokens of machines. */
    private static final String TENANT = "web";

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final int FOUND = 302;

    private final AccessSettings settings;
    private final IdentityProviderManager identities;
    private final HttpAuthenticator authenticator;
    private final RootPath root;

    SignIn(
            AccessSettings settings,
            IdentityProviderManager identities,
            HttpAuthenticator authenticator,
            RootPath root) {
        this.settings = settings;
        this.identities = identities;
        this.authenticator = authenticator;
        this.root = root;
    }

    /** Whoever has signed in goes on to the first page, where it asked for no other. */
    void open(@Observes Router router) {
        for (String path : new String[] {PATH, END}) {
            router.route(root.with(path)).handler(exchange -> redirect(exchange, root.with("/")));
        }
    }

    /** Whether a request without another credential is that of somebody who has signed in, or can. */
    public boolean concerns(RoutingContext exchange) {
        return settings.signIn() && (hasSession(exchange.request()) || Browser.opened(exchange) || isOwn(exchange));
    }

    private boolean isOwn(RoutingContext exchange) {
        return root.below(exchange.request().path())
                .filter(path -> path.equals(PATH) || path.equals(END))
                .isPresent();
    }

    private static boolean hasSession(HttpServerRequest request) {
        return request.cookies().stream()
                .map(Cookie::getName)
                .anyMatch(name -> name.startsWith(OidcUtils.SESSION_COOKIE_NAME + "_" + TENANT));
    }

    /**
     * Whether another site has made the browser send it (CSRF): browsers tell where a request that may change something
     * comes from.
     */
    public static boolean isOfAnotherSite(HttpServerRequest request) {
        if (HARMLESS.contains(request.method().name())) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin");
        }
        String origin = request.getHeader("Origin");
        return origin == null
                || request.authority() == null
                || !origin.replaceFirst("^https?://", "").equalsIgnoreCase(host(request));
    }

    private static String host(HttpServerRequest request) {
        return request.authority().port() < 0
                ? request.authority().host()
                : request.authority().host() + ":" + request.authority().port();
    }

    /** Who has signed in; nobody known, if nobody has. */
    public Uni<SecurityIdentity> identity(RoutingContext exchange) {
        exchange.put(OidcUtils.TENANT_ID_ATTRIBUTE, TENANT);
        return QuarkusHttpUser.getSecurityIdentity(exchange, identities);
    }

    /** Whether a person waits for a page, who can be sent to the provider. */
    public boolean canBegin(RoutingContext exchange) {
        return Browser.opened(exchange) || isOwn(exchange);
    }

    /** Sends the browser to the provider. */
    public void begin(RoutingContext exchange, Consumer<Throwable> failed) {
        exchange.request().resume();
        authenticator
                .sendChallenge(exchange)
                .subscribe()
                .with(
                        sent -> {
                            if (!exchange.response().ended()) {
                                exchange.response()
                                        .putHeader("Cache-Control", "no-store")
                                        .end();
                            }
                        },
                        failed);
    }

    /** The address to which a failure sends the browser: that of the page it wanted, say; empty if to none. */
    public static Optional<String> redirection(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthenticationRedirectException redirect) {
                return Optional.of(redirect.getRedirectUri());
            }
        }
        return Optional.empty();
    }

    /** Sends the browser on. */
    public static void redirect(RoutingContext exchange, String address) {
        exchange.request().resume();
        HttpServerResponse response = exchange.response();
        response.setStatusCode(FOUND)
                .putHeader("Location", address)
                .putHeader("Cache-Control", "no-store")
                .end();
    }
}
