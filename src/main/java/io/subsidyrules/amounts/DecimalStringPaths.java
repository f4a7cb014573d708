package io.subsidyrules.amounts;

import io.subsidyrules.http.RequestedPath;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/** Leads the paths where amounts are strings to the resources that answer with numbers, and marks their requests. */
@Provider
@PreMatching
public final class DecimalStringPaths implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        // Without the header Host, which HTTP/1.0 does not need, there is no URI of the request.
        if (request.getUriInfo().getPath().startsWith(DecimalStrings.PATHS)) {
            URI uri = request.getUriInfo().getRequestUri();
            RequestedPath.keep(request);
            request.setRequestUri(
                    URI.create(uri.toString().replaceFirst(DecimalStrings.PATHS, DecimalStrings.NUMBERS)));
            request.setProperty(DecimalStrings.PROPERTY, true);
        }
    }
}
