package io.subsidyrules.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Gives the answer to HEAD the length that GET gives, where that is known beforehand. */
@Provider
@Priority(HeadLength.LAST)
public final class HeadLength implements ContainerResponseFilter {

    /** After all that changes what is answered: of filters of answers, the one of the lowest number comes last. */
    static final int LAST = Integer.MIN_VALUE + 1;

    private final ObjectMapper json;

    HeadLength(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        if (request.getMethod().equals(HttpMethod.HEAD)
                && response.hasEntity()
                && !(response.getEntity() instanceof StreamingOutput)) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LENGTH, length(response.getEntity()));
        }
    }

    /** As the writers of Quarkus write it. */
    private int length(Object entity) throws IOException {
        if (entity instanceof byte[] bytes) {
            return bytes.length;
        }
        return entity instanceof String text
                ? text.getBytes(StandardCharsets.UTF_8).length
                : json.writeValueAsBytes(entity).length;
    }
}
