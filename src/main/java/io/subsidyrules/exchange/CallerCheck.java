package io.subsidyrules.exchange;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.subsidyrules.access.AccessSettings;
import io.subsidyrules.access.Caller;
import io.subsidyrules.access.CertificateLogin;
import io.subsidyrules.access.CurrentCaller;
import io.subsidyrules.access.TokenLogin;
import io.subsidyrules.access.browser.SignIn;
import io.subsidyrules.access.key.HeadCallers;
import io.subsidyrules.access.key.KeysUnknownException;
import io.subsidyrules.access.key.KnownKeys;
import io.subsidyrules.access.rate.Allowance;
import io.subsidyrules.access.rate.RateLimits;
import io.subsidyrules.http.Route.Operation;
import io.subsidyrules.management.ManagementPort;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.problem.ProblemAnswers;
import io.subsidyrules.problem.ProblemType;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Asks who calls before anything of a request is read but its head, and lets it on to the {@link Gate} if the caller
 * has a role that the operation needs. What the caller is recorded and counted under is then in the header
 * {@code X-Caller}, whatever was sent there.
 */
@ApplicationScoped
class CallerCheck {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(CallerCheck.class);

    /** Behind what Quarkus sees to before it looks for who calls, which is at -200. */
    private static final int ORDER = -150;

    private static final String ASKED = CallerCheck.class.getName();
    private static final String COUNTED = RateLimits.class.getName();

    private static final String CALLER = "X-Caller";
    private static final String AUTHORIZATION = "Authorization";
    private static final int SOON = 2;

    private final AccessSettings settings;
    private final KnownKeys keys;
    private final TokenLogin tokens;
    private final CertificateLogin certificates;
    private final SignIn signIn;
    private final IdentityProviderManager identities;
    private final ProblemAnswers answers;
    private final RateLimits limits;
    private final ManagementPort management;
    private final Gate gate;

    CallerCheck(
            AccessSettings settings,
            KnownKeys keys,
            TokenLogin tokens,
            CertificateLogin certificates,
            SignIn signIn,
            IdentityProviderManager identities,
            ProblemAnswers answers,
            RateLimits limits,
            ManagementPort management,
            Gate gate) {
        this.management = management;
        this.limits = limits;
        this.settings = settings;
        this.keys = keys;
        this.tokens = tokens;
        this.certificates = certificates;
        this.signIn = signIn;
        this.identities = identities;
        this.answers = answers;
        this.gate = gate;
    }

    /** Notes which operation a request asks for. */
    static void asks(RoutingContext exchange, Operation operation) {
        exchange.put(ASKED, operation);
    }

    void open(@Observes Router router) {
        router.route().order(ORDER).handler(this::check);
    }

    private void check(RoutingContext exchange) {
        Operation operation = exchange.get(ASKED);
        if (operation == null) {
            exchange.next();
        } else if (settings.isOpen()) {
            pass(exchange, operation, Caller.ANYBODY);
        } else if (operation.roles().isEmpty() || management.received(exchange.request())) {
            pass(exchange, operation, Caller.NOBODY);
        } else {
            ask(exchange, operation);
        }
    }

    private void ask(RoutingContext exchange, Operation operation) {
        HttpServerRequest request = exchange.request();
        MultiMap headers = request.headers();
        List<String> sent = headers.getAll(HeadCallers.KEY);
        boolean token = headers.contains(AUTHORIZATION);
        if (sent.size() > 1 || (!sent.isEmpty() && token)) {
            refuse(exchange, unauthenticated("severalCredentials"));
        } else if (!sent.isEmpty() && settings.keys()) {
            askKey(exchange, operation, sent.get(0));
        } else if (token && settings.oidc()) {
            askToken(exchange, operation);
        } else if (!sent.isEmpty() || token) {
            refuse(exchange, unauthenticated("credentialNotTaken"));
        } else if (signIn.concerns(exchange)) {
            askBrowser(exchange, operation);
        } else {
            certificates
                    .caller(request)
                    .ifPresentOrElse(
                            caller -> decide(exchange, operation, caller),
                            () -> refuse(exchange, unauthenticated(ProblemType.UNAUTHENTICATED.remedy())));
        }
    }

    private void askKey(RoutingContext exchange, Operation operation, String key) {
        try {
            Optional<Caller> caller = keys.caller(key);
            if (caller.isPresent()) {
                decide(exchange, operation, caller.get());
            } else {
                refuse(exchange, unauthenticated("wrongKey"));
            }
        } catch (KeysUnknownException unknown) {
            refuse(exchange, LocalisedProblem.unavailable(TEXTS.text("keysUnknown"), SOON));
        }
    }

    private void askToken(RoutingContext exchange, Operation operation) {
        // Quarkus would answer a wrong token itself, and it tells the subscription of it as well.
        BiConsumer<RoutingContext, Throwable> refusal = this::refuse;
        exchange.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, refusal);
        QuarkusHttpUser.getSecurityIdentity(exchange, identities)
                .subscribe()
                .with(identity -> decide(exchange, operation, identity), failure -> refuse(exchange, failure));
    }

    private void askBrowser(RoutingContext exchange, Operation operation) {
        if (SignIn.isOfAnotherSite(exchange.request())) {
            refuse(exchange, LocalisedProblem.of(ProblemType.FORBIDDEN, TEXTS.text("anotherSite")));
            return;
        }
        BiConsumer<RoutingContext, Throwable> refusal = this::refuse;
        exchange.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, refusal);
        signIn.identity(exchange)
                .subscribe()
                .with(person -> decideOf(exchange, operation, person), failure -> refuse(exchange, failure));
    }

    private void decideOf(RoutingContext exchange, Operation operation, SecurityIdentity person) {
        if (!person.isAnonymous()) {
            decide(exchange, operation, person);
        } else if (signIn.canBegin(exchange)) {
            signIn.begin(exchange, failure -> refuse(exchange, failure));
        } else {
            refuse(exchange, unauthenticated(ProblemType.UNAUTHENTICATED.remedy()));
        }
    }

    private void decide(RoutingContext exchange, Operation operation, SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            refuse(exchange, unauthenticated("wrongToken"));
            return;
        }
        tokens.caller(identity)
                .ifPresentOrElse(
                        caller -> decide(exchange, operation, caller),
                        () -> refuse(exchange, LocalisedProblem.of(ProblemType.FORBIDDEN, TEXTS.text("nameless"))));
    }

    private void decide(RoutingContext exchange, Operation operation, Caller caller) {
        exchange.request().headers().set(CALLER, caller.name());
        if (caller.hasAny(operation.roles())) {
            pass(exchange, operation, caller);
        } else {
            refuse(exchange, LocalisedProblem.of(ProblemType.FORBIDDEN, forbidden(operation, caller)));
        }
    }

    private static Text forbidden(Operation operation, Caller caller) {
        String needed = listed(operation.roles());
        return caller.roles().isEmpty()
                ? TEXTS.text("noRoles", caller.name(), needed)
                : TEXTS.text("otherRoles", caller.name(), listed(caller.roles()), needed);
    }

    private static String listed(Set<String> roles) {
        return roles.stream().sorted().collect(Collectors.joining(", "));
    }

    private void pass(RoutingContext exchange, Operation operation, Caller caller) {
        if (isBeyond(exchange, AskedWork.caller(exchange.request()))) {
            return;
        }
        if (!caller.name().isEmpty()) {
            limits.count(caller.name());
        }
        CurrentCaller.note(exchange, caller);
        QuarkusHttpUser.setIdentity(
                QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal(caller.name()))
                        .addRoles(caller.roles())
                        .setAnonymous(caller.roles().isEmpty())
                        .build(),
                exchange);
        gate.pass(exchange, operation);
    }

    /** Whether it was refused since whoever sent it sends too many; else the answer says how many more it may send. */
    private boolean isBeyond(RoutingContext exchange, String who) {
        if (!limits.isOn() || exchange.data().put(COUNTED, true) != null) {
            return false;
        }
        Allowance allowance = limits.spend(who);
        exchange.response().putHeader("RateLimit-Policy", limits.policy());
        exchange.response().putHeader("RateLimit", RateLimits.header(allowance));
        if (!allowance.allowed()) {
            answers.send(exchange.request(), LocalisedProblem.tooMany(TEXTS.text("tooManyOfOne"), (int)
                    Math.max(1, allowance.seconds())));
        }
        return !allowance.allowed();
    }

    private LocalisedProblem problem(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthenticationFailedException) {
                return unauthenticated("wrongToken");
            }
            if (cause instanceof OIDCException) {
                return LocalisedProblem.unavailable(TEXTS.text("providerAway"), SOON);
            }
        }
        return LocalisedProblem.of(ProblemType.INTERNAL_ERROR);
    }

    private LocalisedProblem unauthenticated(String text) {
        return unauthenticated(TEXTS.text(text));
    }

    private LocalisedProblem unauthenticated(Text detail) {
        return LocalisedProblem.unauthenticated(detail, settings.oidc() ? "Bearer" : "ApiKey");
    }

    private void refuse(RoutingContext exchange, Throwable failure) {
        Optional<String> onwards = SignIn.redirection(failure);
        if (onwards.isPresent() && !exchange.response().ended()) {
            SignIn.redirect(exchange, onwards.get());
            return;
        }
        if (!exchange.response().ended() && !isBeyond(exchange, AskedWork.caller(exchange.request()))) {
            answers.send(exchange.request(), problem(failure), failure);
        }
    }

    private void refuse(RoutingContext exchange, LocalisedProblem problem) {
        if (!isBeyond(exchange, AskedWork.caller(exchange.request()))) {
            answers.send(exchange.request(), problem);
        }
    }
}
