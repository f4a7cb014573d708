package io.subsidyrules.problem;

import io.subsidyrules.http.AcceptLanguage;
import io.subsidyrules.policy.Language;
import io.subsidyrules.policy.Text;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** The documentation that the {@code type} of a problem leads to. */
@Path("/problems/{slug}")
public class ProblemResource {

    @GET
    @Produces("text/plain; charset=UTF-8")
    public Response explain(
            @PathParam("slug") String slug,
            @Context UriInfo uri,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String header) {
        KnownQuery.none(uri.getQueryParameters());
        Language language = AcceptLanguage.of(header);
        ProblemType type = ProblemType.ofSlug(slug)
                .orElseThrow(
                        () -> LocalisedProblem.notFound(new Text("There is no problem of this name.", "没有这种问题类型。")));
        String text = type.status() + " " + type.title().in(language) + "\n\n"
                + type.remedy().in(language) + "\n";
        return Response.ok(text)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
