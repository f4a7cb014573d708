package io.subsidyrules.guide;

import io.subsidyrules.page.Markup;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.reader.Answered;
import io.subsidyrules.reader.Asked;
import io.subsidyrules.text.TextCatalogue;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The documentation: a document as it is written, and for a browser within a page. */
@Path("/docs")
@PermitAll
@Produces({MediaType.TEXT_PLAIN, MediaType.TEXT_HTML})
public class ManualResource {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(ManualResource.class);

    private static final List<String> OFFERED = List.of(MediaType.TEXT_PLAIN, MediaType.TEXT_HTML);

    /** There are as many as there are documents and queries of links. */
    private static final Map<Version, String> RENDERED = new ConcurrentHashMap<>();

    /** A document with the query that its links have. */
    private record Version(Manual manual, String suffix) {}

    @GET
    @Path("/{name}")
    public Response read(@PathParam("name") String name, @Context UriInfo uri, @Context HttpHeaders headers) {
        Asked asked = Asked.of(uri, headers, OFFERED, List.of());
        Manual manual = Manual.of(name).orElseThrow(() -> LocalisedProblem.notFound(TEXTS.text("unknownDocument")));
        byte[] page = asked.isForPage() ? page(manual, asked) : manual.text().getBytes(StandardCharsets.UTF_8);
        return Answered.tagged(page, asked, headers);
    }

    private static byte[] page(Manual manual, Asked asked) {
        String suffix = asked.layout(manual.title()).suffix();
        String document = RENDERED.computeIfAbsent(
                new Version(manual, suffix), version -> Markdown.html(manual.text(), slug -> slug + suffix));
        return GuidePages.DOCUMENT.html(asked, manual.title(), Map.of("document", Markup.of(document)));
    }
}
