package io.subsidyrules.exchange;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.subsidyrules.access.AccessSettings;
import io.subsidyrules.http.Accept;
import io.subsidyrules.http.ContentCoding;
import io.subsidyrules.http.Correlation;
import io.subsidyrules.http.HttpDate;
import io.subsidyrules.http.JsonType;
import io.subsidyrules.http.RootPath;
import io.subsidyrules.http.Route;
import io.subsidyrules.http.Route.Operation;
import io.subsidyrules.http.Routes;
import io.subsidyrules.http.browser.Browser;
import io.subsidyrules.http.browser.SecurityHeaders;
import io.subsidyrules.management.ManagementPort;
import io.subsidyrules.memory.OutOfMemory;
import io.subsidyrules.problem.KnownQuery;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.problem.ProblemAnswers;
import io.subsidyrules.problem.ProblemType;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import io.subsidyrules.trace.RequestLog;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sees every request before its resource does, and gives every answer its date and its correlation. It refuses what no
 * resource takes, by one rule for all of them, before anything is done; and it answers where none of them could.
 */
@ApplicationScoped
class Entrance {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Entrance.class);

    private static final String CALLER = "X-Caller";
    private static final String ACCEPT = "Accept";
    private static final String CONTENT_TYPE = "Content-Type";
    /** The access log, where it is switched on, is to see refusals too. */
    private static final int AFTER_ACCESS_LOG = RouteConstants.ROUTE_ORDER_ACCESS_LOG_HANDLER + 1;

    /**
     * The path of the operators' pages. All that there is in a service that runs is in the table of routes; a service
     * under development has more.
     */
    private static final String OPERATORS = "/q";

    /** JSON has no parameters (RFC 8259, section 11), and HEAD and GET have one type. */
    private static final Pattern JSON_WITH_MORE = Pattern.compile("(application/(?:.+\\+)?json)\\s*;.*");

    private static final String ALL_METHODS = "GET, HEAD, OPTIONS, POST";

    private final RootPath root;
    private final Routes routes;
    private final ProblemAnswers answers;
    private final Stop stop;
    private final RequestLog log;
    private final AccessSettings access;
    private final ManagementPort management;

    Entrance(
            RootPath root,
            Routes routes,
            ProblemAnswers answers,
            Stop stop,
            RequestLog log,
            AccessSettings access,
            ManagementPort management) {
        this.management = management;
        this.access = access;
        this.log = log;
        this.root = root;
        this.routes = routes;
        this.answers = answers;
        this.stop = stop;
    }

    void open(@Observes Router router) {
        router.route().order(AFTER_ACCESS_LOG).handler(this::enter).failureHandler(this::failed);
    }

    private void enter(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        HttpServerResponse response = exchange.response();
        Correlation correlation = Correlation.take(request.headers());
        correlation.log();
        correlation.giveBack(response.headers());
        if (!access.isOpen()) {
            // Nobody's name is known yet, and what is sent there is none.
            request.headers().remove(CALLER);
        }
        log.follow(exchange, correlation);
        exchange.addHeadersEndHandler(begun -> head(request, response));
        exchange.addEndHandler(ended -> closeAtTheEnd(request));
        Browser.keep(exchange);
        stop.accepted(request.connection());
        Optional<Route> route = routes.of(request.path());
        Optional<LocalisedProblem> refusal = RequestRules.broken(request, root)
                .or(() -> stop.refusal(root.below(request.path())))
                .or(() -> misplaced(request))
                .or(() -> route.isPresent() ? refusal(route.get(), request) : unknown(request));
        if (refusal.isPresent()) {
            refuse(request, refusal.get());
        } else if (isOptions(request)) {
            options(exchange, route);
        } else {
            // The caller is asked for next; then the gate lets it through.
            route.flatMap(known -> known.operation(request)).ifPresent(asked -> CallerCheck.asks(exchange, asked));
            exchange.next();
        }
    }

    private void head(HttpServerRequest request, HttpServerResponse response) {
        response.putHeader("Date", HttpDate.now());
        String type = String.valueOf(response.headers().get(CONTENT_TYPE));
        Matcher json = JSON_WITH_MORE.matcher(type);
        if (json.matches()) {
            response.putHeader(CONTENT_TYPE, json.group(1));
        }
        ContentCoding.settle(request, response, !isProbe(request));
        SecurityHeaders.put(
                response.headers(),
                isEncrypted(request),
                root.below(request.path()).orElse(""));
        if (stop.hasBegun()) {
            response.putHeader("Connection", "close");
        }
    }

    private static boolean isEncrypted(HttpServerRequest request) {
        return "https".equals(request.scheme());
    }

    /** HEAD does not know its length beforehand, as all else of this size does. */
    private boolean isProbe(HttpServerRequest request) {
        return root.below(request.path())
                .filter(path -> path.startsWith("/q/health"))
                .isPresent();
    }

    /** While the service stops, whoever keeps the connection would lose the next request on it. */
    private void closeAtTheEnd(HttpServerRequest request) {
        if (stop.hasBegun()) {
            request.connection().close();
        }
    }

    private void options(RoutingContext exchange, Optional<Route> route) {
        if (route.isPresent()) {
            exchange.response()
                    .setStatusCode(204)
                    .putHeader("Allow", route.get().allowed())
                    .end();
            exchange.request().resume();
        } else {
            refuse(exchange.request(), LocalisedProblem.of(ProblemType.NOT_FOUND));
        }
    }

    private static boolean isOptions(HttpServerRequest request) {
        return request.method().name().equals("OPTIONS");
    }

    private void refuse(HttpServerRequest request, LocalisedProblem problem) {
        if (RequestRules.isLast(request) || stop.hasBegun()) {
            ConnectionWatch.end(request.connection());
            answers.sendLast(request, problem);
        } else {
            answers.send(request, problem);
        }
    }

    /** Answers a failure outside of resources: in the router itself, or in what Quarkus answers. */
    private void failed(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        Optional.ofNullable(exchange.failure()).ifPresent(OutOfMemory::endIfCauseOf);
        if (exchange.response().headWritten()) {
            if (!exchange.response().ended()) {
                request.connection().close();
            }
            return;
        }
        Optional<LocalisedProblem> broken = RequestRules.broken(request, root);
        if (broken.isPresent()) {
            refuse(request, broken.get());
        } else if (request.uri().equals("*")) {
            exchange.response()
                    .setStatusCode(204)
                    .putHeader("Allow", ALL_METHODS)
                    .end();
        } else if (request.method().name().equals("CONNECT")) {
            refuse(request, LocalisedProblem.notAllowed(ALL_METHODS));
        } else {
            int status = exchange.statusCode() < 400 ? 500 : exchange.statusCode();
            answers.send(request, LocalisedProblem.of(ProblemType.of(status)), exchange.failure());
        }
    }

    /** Those who run the service have a port of their own, where there is nothing for others. */
    private Optional<LocalisedProblem> misplaced(HttpServerRequest request) {
        return root.below(request.path())
                .filter(path -> management.isMisplaced(request, path))
                .map(path -> LocalisedProblem.of(ProblemType.NOT_FOUND));
    }

    private Optional<LocalisedProblem> unknown(HttpServerRequest request) {
        return root.below(request.path())
                .filter(path -> path.equals(OPERATORS) || path.startsWith(OPERATORS + "/"))
                .filter(path -> !LaunchMode.current().isDev())
                .map(path -> LocalisedProblem.of(ProblemType.NOT_FOUND));
    }

    /**
     * Refuses a request that the path does not take: another method, an answer in no form that it has, a body that is
     * not JSON.
     */
    private static Optional<LocalisedProblem> refusal(Route route, HttpServerRequest request) {
        if (isOptions(request)) {
            return Optional.empty();
        }
        Optional<Operation> operation = route.operation(request);
        if (operation.isEmpty()) {
            return Optional.of(LocalisedProblem.notAllowed(route.allowed()));
        }
        List<String> offered = operation.get().offered();
        if (!offered.isEmpty()) {
            Optional<String> preferred = Accept.preferred(request.headers().getAll(ACCEPT), offered);
            if (preferred.isEmpty()) {
                return Optional.of(LocalisedProblem.of(
                        ProblemType.NOT_ACCEPTABLE,
                        TEXTS.text("offered", new Text(String.join(", ", offered), String.join("、", offered)))));
            }
            // What resources and Quarkus see is decided: they read the header by other rules, or throw over it.
            request.headers().set(ACCEPT, preferred.get());
        }
        if (operation.get().takesJson()) {
            if (!JsonType.isSaidBy(request.headers().getAll(CONTENT_TYPE))) {
                return Optional.of(LocalisedProblem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE));
            }
            request.headers().set(CONTENT_TYPE, JsonType.NAME);
        }
        return operation.get().query().flatMap(known -> KnownQuery.fault(request.params(), known));
    }
}
