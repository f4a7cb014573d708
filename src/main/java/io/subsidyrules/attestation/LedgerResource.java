package io.subsidyrules.attestation;

import io.subsidyrules.access.CurrentCaller;
import io.subsidyrules.access.Roles;
import io.subsidyrules.admission.Admitted;
import io.subsidyrules.admission.Work;
import io.subsidyrules.http.Downloads;
import io.subsidyrules.ledger.Head;
import io.subsidyrules.problem.KnownQuery;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.recording.access.Access.Range;
import io.subsidyrules.recording.access.Access.Way;
import io.subsidyrules.recording.access.AccessRecord;
import io.subsidyrules.recording.search.LedgerView;
import io.subsidyrules.text.TextCatalogue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;

/** Gives the ledger out, and signs where it ends. */
@Path("/v1/ledger")
@RolesAllowed(Roles.AUDITOR)
@Admitted(Work.READING)
public class LedgerResource {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(LedgerResource.class);

    private static final String NDJSON = "application/x-ndjson";

    private final LedgerView ledger;
    private final Downloads downloads;
    private final CurrentCaller callers;
    private final AccessRecord accesses;

    LedgerResource(LedgerView ledger, Downloads downloads, CurrentCaller callers, AccessRecord accesses) {
        this.callers = callers;
        this.accesses = accesses;
        this.ledger = ledger;
        this.downloads = downloads;
    }

    @GET
    @Produces(NDJSON)
    @Admitted(Work.EXPORT)
    public Response export(@Context UriInfo uri) {
        long from = ExportStart.of(uri);
        long to = ledger.head().map(Head::sequence).orElse(0L);
        if (from > to + 1) {
            throw LocalisedProblem.badRequest(TEXTS.text("beyondTheEnd", to, to + 1));
        }
        if (from <= to) {
            accesses.note(callers.get(), Way.LEDGER, new Range(from, to));
        }
        StreamingOutput lines = downloads.whole(out -> ledger.export(from, to, out));
        return uncached(Response.ok(lines, NDJSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(file(from, to))));
    }

    @GET
    @Path("/head")
    @Produces(MediaType.APPLICATION_JSON)
    public Response head(@Context UriInfo uri) {
        KnownQuery.none(uri.getQueryParameters());
        return uncached(Response.ok(ledger.head().map(HeadView::of).orElseThrow(LedgerResource::empty)));
    }

    @GET
    @Path("/checkpoint")
    @RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
    @Produces(MediaType.APPLICATION_JSON)
    public Response checkpoint(@Context UriInfo uri) {
        KnownQuery.none(uri.getQueryParameters());
        return uncached(Response.ok(ledger.checkpoint()
                .orElseThrow(() -> LocalisedProblem.unavailable(TEXTS.text("notSigned"), 10))
                .json()));
    }

    @GET
    @Path("/keys")
    @RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
    @Produces(MediaType.APPLICATION_JSON)
    public Response keys(@Context UriInfo uri) {
        KnownQuery.none(uri.getQueryParameters());
        return uncached(Response.ok(ledger.keys().json()));
    }

    /** If there is no entry, the name has only the sequence that the next one will have. */
    private static String file(long from, long to) {
        return from > to ? "ledger-%s.ndjson".formatted(from) : "ledger-%s-%s.ndjson".formatted(from, to);
    }

    private static Response uncached(Response.ResponseBuilder response) {
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static LocalisedProblem empty() {
        return LocalisedProblem.unavailable(TEXTS.text("noEntry"), 2);
    }
}
