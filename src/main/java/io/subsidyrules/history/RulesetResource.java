package io.subsidyrules.history;

import io.subsidyrules.access.Roles;
import io.subsidyrules.admission.Admitted;
import io.subsidyrules.admission.Work;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.http.Accept;
import io.subsidyrules.http.EntityTags;
import io.subsidyrules.problem.KnownQuery;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.recording.archive.RulesetHistory;
import io.subsidyrules.rulesets.kept.SourceArchive;
import io.subsidyrules.text.TextCatalogue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Supplier;

/** Gives the files that a ruleset was made of as a zip file, and the list of their paths, sizes and hashes. */
@Path("/v1/rulesets/{version}")
@RolesAllowed({Roles.AUDITOR, Roles.RULES_EDITOR, Roles.RULES_APPROVER, Roles.ADMIN})
@Admitted(Work.READING)
public class RulesetResource {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(RulesetResource.class);

    private static final String ZIP = "application/zip";

    private final RulesetHistory history;

    RulesetResource(RulesetHistory history) {
        this.history = history;
    }

    @GET
    @Produces(ZIP)
    public Response sources(@PathParam("version") String version, @Context UriInfo uri, @Context HttpHeaders headers) {
        RuleSources sources = read(version, uri, headers, ZIP);
        return kept(headers, version, () -> zip(sources));
    }

    @GET
    @Path("/files")
    @Produces(MediaType.APPLICATION_JSON)
    public Response files(@PathParam("version") String version, @Context UriInfo uri, @Context HttpHeaders headers) {
        RuleSources sources = read(version, uri, headers, MediaType.APPLICATION_JSON);
        return kept(headers, version + "-files", () -> Response.ok(RulesetFiles.bytes(sources))
                .type(MediaType.APPLICATION_JSON));
    }

    private RuleSources read(String version, UriInfo uri, HttpHeaders headers, String type) {
        KnownQuery.none(uri.getQueryParameters());
        if (Accept.preferred(headers.getRequestHeader(HttpHeaders.ACCEPT), List.of(type))
                .isEmpty()) {
            throw new NotAcceptableException();
        }
        return history.sources(version).orElseThrow(RulesetResource::unknown);
    }

    /** An answer that never changes, or that the client has it already. */
    private static Response kept(HttpHeaders headers, String name, Supplier<Response.ResponseBuilder> answer) {
        String tag = '"' + name + '"';
        boolean known = EntityTags.isKnown(tag, headers.getHeaderString(HttpHeaders.IF_NONE_MATCH));
        return (known ? Response.notModified() : answer.get())
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "max-age=31536000, immutable")
                .build();
    }

    private static Response.ResponseBuilder zip(RuleSources sources) {
        return Response.ok(SourceArchive.bytes(sources))
                .type(ZIP)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"ruleset-%s.zip\""
                                .formatted(sources.version().substring(0, 12)));
    }

    private static LocalisedProblem unknown() {
        return LocalisedProblem.notFound(TEXTS.text("unknownRuleset"));
    }
}
