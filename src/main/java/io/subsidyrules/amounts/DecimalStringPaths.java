package io.subsidyrules.amounts;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.subsidyrules.http.RequestedPath;
import io.subsidyrules.http.RootPath;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/** Leads the paths where amounts are strings to the resources that answer with numbers, and marks their requests. */
@Provider
@PreMatching
public final class DecimalStringPaths implements ContainerRequestFilter {

    /**
     * The start from which paths are resolved, without a host: a request of HTTP/1.0 may name none, and a proxy any.
     */
    private static final URI HERE = URI.create("/");

    private final RootPath root;
    private final CurrentVertxRequest current;

    DecimalStringPaths(RootPath root, CurrentVertxRequest current) {
        this.root = root;
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        HttpServerRequest sent = current.getCurrent().request();
        String path = root.below(sent.path()).orElse("");
        if (path.startsWith(DecimalStrings.PATHS)) {
            RequestedPath.keep(request);
            String numbers = root.with(DecimalStrings.NUMBERS + path.substring(DecimalStrings.PATHS.length()));
            request.setRequestUri(HERE, URI.create(sent.query() == null ? numbers : numbers + "?" + sent.query()));
            request.setProperty(DecimalStrings.PROPERTY, true);
        }
    }
}
