package io.subsidyrules.guide;

import io.subsidyrules.http.Links;
import io.subsidyrules.page.Phrases;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.problem.ProblemType;
import io.subsidyrules.reader.Answered;
import io.subsidyrules.reader.Asked;
import io.subsidyrules.text.Language;
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
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The documentation that the {@code type} of a problem leads to, and a list of all of it. */
@Path("/problems")
@PermitAll
@Produces({MediaType.TEXT_PLAIN, MediaType.TEXT_HTML})
public class ProblemResource {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(ProblemResource.class);

    private static final List<String> OFFERED = List.of(MediaType.TEXT_PLAIN, MediaType.TEXT_HTML);

    /** A problem in one language. */
    record Told(int status, String slug, String title, String remedy) {

        static Told of(ProblemType type, Language language) {
            return new Told(
                    type.status(),
                    type.slug(),
                    type.title().in(language),
                    type.remedy().in(language));
        }

        String text() {
            return "%s %s\n\n%s\n".formatted(status, title, remedy);
        }
    }

    private final Links links;

    ProblemResource(Links links) {
        this.links = links;
    }

    @GET
    public Response list(@Context UriInfo uri, @Context HttpHeaders headers) {
        Asked asked = Asked.of(uri, headers, OFFERED, List.of());
        UnaryOperator<String> way = links.ofCurrent();
        List<Told> problems = Stream.of(ProblemType.values())
                .map(type -> Told.of(type, asked.language()))
                .toList();
        byte[] page = asked.isForPage()
                ? GuidePages.PROBLEMS.html(asked, Map.of("problems", problems))
                : text(problems.stream()
                        .map(told -> "%s\n%s".formatted(way.apply("/problems/" + told.slug()), told.text()))
                        .collect(Collectors.joining("\n")));
        return Answered.with(page, asked).build();
    }

    @GET
    @Path("/{slug}")
    public Response explain(@PathParam("slug") String slug, @Context UriInfo uri, @Context HttpHeaders headers) {
        Asked asked = Asked.of(uri, headers, OFFERED, List.of());
        Told told = ProblemType.ofSlug(slug)
                .map(type -> Told.of(type, asked.language()))
                .orElseThrow(() -> LocalisedProblem.notFound(TEXTS.text("unknownProblem")));
        byte[] page = asked.isForPage()
                ? GuidePages.PROBLEM.html(asked, Phrases.heading(told.title()), Map.of("problem", told))
                : text(told.text());
        return Answered.with(page, asked).build();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
