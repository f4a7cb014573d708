package io.subsidyrules.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes an {@code Accept} that allows problems alone for one that allows anything. Nobody asks for a problem; generated
 * clients send it where the answer itself is not JSON.
 */
@Provider
@PreMatching
public final class ProblemsAlone implements ContainerRequestFilter {

    private static final String PROBLEM = "application/problem+json";

    @Override
    public void filter(ContainerRequestContext request) {
        List<String> headers = request.getHeaders().get(HttpHeaders.ACCEPT);
        if (headers != null && headers.stream().allMatch(ProblemsAlone::isOfProblems)) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.WILDCARD);
        }
    }

    /** Parameters do not matter, nor does a quality. */
    private static boolean isOfProblems(String header) {
        return Stream.of(header.split(",", -1))
                .allMatch(range -> range.replaceFirst(";.*", "").strip().equalsIgnoreCase(PROBLEM));
    }
}
