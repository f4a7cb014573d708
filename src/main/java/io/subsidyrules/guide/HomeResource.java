package io.subsidyrules.guide;

import io.subsidyrules.reader.Answered;
import io.subsidyrules.reader.Asked;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;

/** The first page: what this is, and the ways on. */
@Path("/")
public class HomeResource {

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response home(@Context UriInfo uri, @Context HttpHeaders headers) {
        Asked asked = Asked.of(uri, headers, List.of(Asked.HTML), List.of());
        return Answered.tagged(GuidePages.HOME.html(asked, Map.of()), asked, headers);
    }
}
