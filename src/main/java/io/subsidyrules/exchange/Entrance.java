package io.subsidyrules.exchange;

import io.subsidyrules.http.Accept;
import io.subsidyrules.http.Correlation;
import io.subsidyrules.http.HttpDate;
import io.subsidyrules.http.JsonType;
import io.subsidyrules.http.RootPath;
import io.subsidyrules.http.Route;
import io.subsidyrules.http.Route.Operation;
import io.subsidyrules.http.Routes;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.problem.ProblemAnswers;
import io.subsidyrules.problem.ProblemType;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;

/**
 * Sees every request before its resource does, and gives every answer its date and its correlation. It refuses what no
 * resource takes, by one rule for all of them, before anything is done; and it answers where none of them could.
 */
@ApplicationScoped
class Entrance {

    private static final String ACCEPT = "Accept";
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String ALL_METHODS = "GET, HEAD, OPTIONS, POST";

    private final RootPath root;
    private final Routes routes;
    private final ProblemAnswers answers;
    private final Stop stop;

    Entrance(RootPath root, Routes routes, ProblemAnswers answers, Stop stop) {
        this.root = root;
        this.routes = routes;
        this.answers = answers;
        this.stop = stop;
    }

    void open(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::enter).failureHandler(this::failed);
    }

    private void enter(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        HttpServerResponse response = exchange.response();
        Correlation correlation = Correlation.take(request.headers());
        correlation.log();
        correlation.giveBack(response.headers());
        exchange.addHeadersEndHandler(begun -> head(response));
        exchange.addEndHandler(ended -> closeAtTheEnd(request));
        stop.accepted(request.connection());
        Optional<Route> route = routes.of(request.path());
        Optional<LocalisedProblem> refusal = RequestRules.broken(request, root)
                .or(() -> stop.refusal(root.below(request.path())))
                .or(() -> route.flatMap(to -> refusal(to, request)));
        if (refusal.isPresent()) {
            refuse(request, refusal.get());
        } else if (isOptions(request)) {
            options(exchange, route);
        } else {
            exchange.next();
        }
    }

    private void head(HttpServerResponse response) {
        response.putHeader("Date", HttpDate.now());
        if (stop.hasBegun()) {
            response.putHeader("Connection", "close");
        }
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

    /** Refuses a request that the path does not take: another method, an answer in no form that it has, a body that is not JSON. */
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
                return Optional.of(LocalisedProblem.of(ProblemType.NOT_ACCEPTABLE));
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
        return Optional.empty();
    }
}
