package io.subsidyrules.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.ForwardedInfo;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes the links of answers: paths of the service, as whoever sent the request reaches them. Where a proxy shows the
 * service below a path of its own and says so in {@code X-Forwarded-Prefix}, they begin with that. Quarkus reads the
 * header, and only where the operator has switched that on, for the proxies that are trusted; anything but a
 * plain path is not taken for one.
 */
@ApplicationScoped
public class Links {

    /** Segments of unreserved characters and of escapes that are none of ASCII; not of dots alone. */
    private static final Pattern PREFIX =
            Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))(?:[A-Za-z0-9._~-]|%[89A-Fa-f][0-9A-Fa-f]){1,100}){1,10}");

    private final RootPath root;
    private final CurrentVertxRequest current;

    Links(RootPath root, CurrentVertxRequest current) {
        this.root = root;
        this.current = current;
    }

    /** A path of the service, which begins with a slash, for whoever sent the request. */
    public String to(@Nullable HttpServerRequest request, String path) {
        return (request == null ? "" : prefix(request)) + root.with(path);
    }

    /**
     * The same for the request that a resource answers, on whatever thread the answer is made later. To a request whose
     * amounts are strings, the links stay among the paths where they are.
     */
    public UnaryOperator<String> ofCurrent() {
        RoutingContext exchange = current.getCurrent();
        HttpServerRequest request = exchange == null ? null : exchange.request();
        String before = to(request, "");
        boolean strings = request != null
                && root.below(request.path()).filter(Routes::hasDecimalStrings).isPresent();
        return path -> before + (strings ? Routes.withDecimalStrings(path) : path);
    }

    private static String prefix(HttpServerRequest request) {
        return forwarded(request)
                .map(ForwardedInfo::getPrefix)
                .map(sent -> (sent.startsWith("/") ? sent : "/" + sent).replaceFirst("/$", ""))
                .filter(prefix -> PREFIX.matcher(prefix).matches())
                .orElse("");
    }

    private static Optional<ForwardedInfo> forwarded(HttpServerRequest request) {
        return request instanceof HttpServerRequestInternal internal
                ? Optional.ofNullable(internal.context().getLocal(ForwardedInfo.CONTEXT_KEY))
                : Optional.empty();
    }
}
