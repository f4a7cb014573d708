package io.subsidyrules.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** The path that a request was sent to, which a filter may have exchanged for that of the resource that answers. */
public final class RequestedPath {

    private static final String PROPERTY = "io.subsidyrules.http.requested-path";

    private RequestedPath() {}

    /** Keeps the path of a request that is about to be led to another. */
    public static void keep(ContainerRequestContext request) {
        request.setProperty(PROPERTY, request.getUriInfo().getPath());
    }

    /** The path that the current request was sent to. */
    public static String of(UriInfo current) {
        return CurrentRequestManager.get().getProperty(PROPERTY) instanceof String kept ? kept : current.getPath();
    }
}
