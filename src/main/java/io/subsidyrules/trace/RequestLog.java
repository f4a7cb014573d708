package io.subsidyrules.trace;

import io.subsidyrules.access.AccessSettings;
import io.subsidyrules.access.Caller;
import io.subsidyrules.http.Correlation;
import io.subsidyrules.http.Methods;
import io.subsidyrules.http.Route;
import io.subsidyrules.http.Routes;
import io.subsidyrules.rulesets.LiveRuleset;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes a line of JSON for each request that is answered: time, caller, method, template of the path, status,
 * milliseconds, decision, ruleset, and the ids by which the request is found again. There is no part of a body, a query
 * or a credential in it, and nothing that a client can fill as it likes: what has not the form that it should have is a
 * question mark.
 */
@ApplicationScoped
public class RequestLog {

    private static final Logger LOG = Logger.getLogger("io.subsidyrules.requests");

    private static final String UNKNOWN = "?";
    private static final String NONE = "-";

    private static final Pattern DECISION = Pattern.compile(
            "/v1/(?:decimal-strings/)?decisions/([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})");

    private final boolean on;
    private final Routes routes;
    private final LiveRuleset live;
    private final Clock clock;

    RequestLog(
            AccessSettings access,
            Routes routes,
            LiveRuleset live,
            Clock clock,
            @ConfigProperty(name = "subsidy.request-log") Optional<Boolean> on) {
        this.on = on.orElse(!access.isOpen());
        this.routes = routes;
        this.live = live;
        this.clock = clock;
    }

    /**
     * A request as it is told of.
     *
     * @param template the path with its parameters in braces
     * @param caller the name of the caller, as far as it has one
     * @param nanos the time from its head to its answer
     */
    public record Answered(
            String method,
            String template,
            @Nullable String caller,
            int status,
            long nanos,
            Optional<String> decision,
            Correlation correlation) {}

    /** Has a line written when a request is answered, if lines are written at all. */
    public void follow(RoutingContext exchange, Correlation correlation) {
        if (on) {
            long began = System.nanoTime();
            exchange.addEndHandler(ended -> write(answered(exchange, began, correlation)));
        }
    }

    /** Writes the line of a request that was answered, if lines are written at all. */
    public void write(Answered answered) {
        if (on) {
            String line = line(answered);
            answered.correlation().log(Map.of(), () -> LOG.info(line));
        }
    }

    private Answered answered(RoutingContext exchange, long began, Correlation correlation) {
        HttpServerRequest request = exchange.request();
        String path = String.valueOf(request.path());
        String location = exchange.response().headers().get("Location");
        return new Answered(
                Methods.isKnown(request.method().name()) ? request.method().name() : UNKNOWN,
                routes.of(path).map(Route::template).orElse(UNKNOWN),
                request.getHeader("X-Caller"),
                exchange.response().getStatusCode(),
                System.nanoTime() - began,
                decision(location == null ? path : location),
                correlation);
    }

    private static Optional<String> decision(String path) {
        Matcher named = DECISION.matcher(path);
        return named.find() ? Optional.of(named.group(1)) : Optional.empty();
    }

    private String line(Answered answered) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put(
                "time", quoted(clock.instant().truncatedTo(ChronoUnit.MILLIS).toString()));
        members.put("caller", quoted(caller(answered.caller())));
        members.put("method", quoted(answered.method()));
        members.put("path", quoted(answered.template()));
        members.put("status", Integer.toString(answered.status()));
        members.put("millis", millis(answered.nanos()));
        answered.decision().ifPresent(id -> members.put("decision", quoted(id)));
        live.state()
                .live()
                .ifPresent(
                        ruling -> members.put("ruleset", quoted(ruling.ruleset().version())));
        members.put("requestId", quoted(answered.correlation().requestId()));
        answered.correlation().traceId().ifPresent(id -> members.put("traceId", quoted(id)));
        return members.entrySet().stream()
                .map(member -> quoted(member.getKey()) + ":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String caller(@Nullable String name) {
        return name == null ? NONE : Caller.NAME.matcher(name).matches() ? name : UNKNOWN;
    }

    /** None of these texts has a character that JSON would write otherwise. */
    private static String quoted(String plain) {
        return '"' + plain + '"';
    }

    /** With three decimals. */
    private static String millis(long nanos) {
        long micros = TimeUnit.NANOSECONDS.toMicros(nanos);
        long rest = micros % 1_000;
        return micros / 1_000 + "." + (rest < 100 ? "0" : "") + (rest < 10 ? "0" : "") + rest;
    }
}
