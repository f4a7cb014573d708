package io.subsidyrules.guide;

import io.subsidyrules.http.Links;
import io.subsidyrules.reader.Answered;
import io.subsidyrules.reader.Asked;
import io.subsidyrules.text.Language;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The first page: what this is, and the ways on. */
@Path("/")
@PermitAll
public class HomeResource {

    /** A host as it can be in an address, with or without a port. */
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+(?::[0-9]+)?|\\[[0-9A-Fa-f:.]+](?::[0-9]+)?");

    private static final String DEFAULT = "http://localhost:8080";

    private final Links links;

    HomeResource(Links links) {
        this.links = links;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response home(@Context UriInfo uri, @Context HttpHeaders headers) {
        Asked asked = Asked.of(uri, headers, List.of(Asked.HTML), List.of());
        String evaluate = host(uri.getRequestUri()) + links.ofCurrent().apply("/v1/evaluate");
        return Answered.tagged(
                GuidePages.HOME.html(asked, Map.of("evaluate", evaluate, "documents", documents(asked.language()))),
                asked,
                headers);
    }

    private static List<Listed> documents(Language language) {
        return Stream.of(Manual.values())
                .map(manual ->
                        new Listed(manual.slug(), GuidePages.words(language).say("doc." + manual.slug())))
                .toList();
    }

    /** A document with what it is about. */
    record Listed(String slug, String about) {}

    /** The address at which the page was requested, so that its example can be sent as it is. */
    private static String host(URI asked) {
        String host = asked.getRawAuthority();
        return host != null && HOST.matcher(host).matches() ? asked.getScheme() + "://" + host : DEFAULT;
    }
}
