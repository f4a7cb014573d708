package io.subsidyrules.http.browser;

import io.subsidyrules.http.Accept;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Set;

/** A person who opens a path in a browser, as against a program. */
public final class Browser {

    private static final String KEY = "io.subsidyrules.http.browser";

    /** The methods that open a page; HEAD is answered as GET is. */
    private static final Set<String> OPENING = Set.of("GET", "HEAD");

    private static final String XHTML = "application/xhtml+xml";

    private Browser() {}

    /**
     * Whether it is a browser that opens a path: it names a type that all of them name when an address is opened, and
     * no program has a use for.
     */
    public static boolean opens(HttpServerRequest request) {
        List<String> accept = request.headers().getAll(HttpHeaders.ACCEPT);
        return OPENING.contains(request.method().name())
                && String.join(",", accept).contains(XHTML)
                && Accept.preferred(accept, List.of("application/json", "text/html"))
                        .filter("text/html"::equals)
                        .isPresent();
    }

    /** Keeps it for {@link #opened}, before {@code Accept} is changed. */
    public static void keep(RoutingContext exchange) {
        exchange.put(KEY, opens(exchange.request()));
    }

    /** Whether a browser opened the path that is answered. */
    public static boolean opened(RoutingContext exchange) {
        return Boolean.TRUE.equals(exchange.get(KEY));
    }
}
