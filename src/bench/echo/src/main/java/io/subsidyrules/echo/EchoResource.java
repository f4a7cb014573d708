package io.subsidyrules.echo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads each request into a tree, and writes a given answer from a tree: the least that a service of JSON does. */
@Path("/answers")
public class EchoResource {

    private final ObjectMapper mapper;
    private final Answers answers;

    EchoResource(ObjectMapper mapper, @ConfigProperty(name = "echo.answers") java.nio.file.Path folder)
            throws IOException {
        this.mapper = mapper;
        this.answers = Answers.in(folder);
    }

    @POST
    @Path("{number}")
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    public Response answer(int number, byte[] body) throws IOException {
        JsonNode request = mapper.readTree(body);
        if (!request.isObject()) {
            return Response.status(Response.Status.BAD_REQUEST).build();
        }
        Answers.Answer answer = answers.get(number);
        return Response.status(answer.status())
                .header(HttpHeaders.CONTENT_TYPE, answer.type())
                .entity(mapper.writeValueAsBytes(answer.tree()))
                .build();
    }
}
