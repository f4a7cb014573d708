package io.subsidyrules.decision;

import io.smallrye.common.annotation.Blocking;
import io.subsidyrules.access.CurrentCaller;
import io.subsidyrules.access.Roles;
import io.subsidyrules.admission.Admitted;
import io.subsidyrules.admission.Work;
import io.subsidyrules.http.AcceptLanguage;
import io.subsidyrules.http.Body;
import io.subsidyrules.http.Links;
import io.subsidyrules.problem.KnownQuery;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.reader.Asked;
import io.subsidyrules.recording.access.Access.Way;
import io.subsidyrules.recording.access.AccessRecord;
import io.subsidyrules.recording.replay.Replays;
import io.subsidyrules.recording.search.DecisionSearch;
import io.subsidyrules.recording.store.RecordedDecision;
import io.subsidyrules.recording.write.Decisions;
import io.subsidyrules.text.TextCatalogue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.context.ManagedExecutor;

/** Records decisions, revokes them, and gives them back as they were recorded. */
@Path("/v1/decisions")
@RolesAllowed(Roles.DECIDER)
@Produces(MediaType.APPLICATION_JSON)
public class DecisionResource {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(DecisionResource.class);

    private static final String ID =
            "{id: [0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}}";

    private final Decisions decisions;
    private final Replays replays;
    private final DecisionSearch search;
    private final Links links;
    private final CurrentCaller callers;
    private final AccessRecord accesses;

    /** Answers are not written by the thread that writes the ledger. */
    private final ManagedExecutor workers;

    DecisionResource(
            Decisions decisions,
            Replays replays,
            DecisionSearch search,
            Links links,
            CurrentCaller callers,
            AccessRecord accesses,
            ManagedExecutor workers) {
        this.accesses = accesses;
        this.search = search;
        this.callers = callers;
        this.links = links;
        this.replays = replays;
        this.decisions = decisions;
        this.workers = workers;
    }

    @POST
    @Blocking
    @Admitted(value = Work.DECISION, letter = Work.DECISION)
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> decide(InputStream in, @Context UriInfo uri, @Context HttpHeaders headers) {
        if (DryRun.asked(uri)) {
            return CompletableFuture.completedFuture(foreseen(in, headers));
        }
        CallerHeaders caller = CallerHeaders.of(headers);
        var language = AcceptLanguage.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        byte[] body = Body.read(in, headers);
        UnaryOperator<String> way = links.ofCurrent();
        return decisions
                .decide(caller.caller(), caller.key(body), language, body)
                .thenApplyAsync(recorded -> decided(recorded, way), workers);
    }

    /** The dry run by a path of its own, for clients that know one answer of each operation. */
    @POST
    @Path("/dry-run")
    @Admitted(Work.REPLAY)
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    public Response dryRun(InputStream in, @Context UriInfo uri, @Context HttpHeaders headers) {
        KnownQuery.none(uri.getQueryParameters());
        return foreseen(in, headers);
    }

    @GET
    @Path(ID)
    @RolesAllowed({Roles.DECIDER, Roles.READER, Roles.AUDITOR, Roles.ADMIN})
    @Admitted(value = Work.READING, letter = Work.REPLAY)
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, MediaType.TEXT_HTML})
    public Response decision(@PathParam("id") UUID id, @Context UriInfo uri, @Context HttpHeaders headers) {
        Asked asked = Asked.of(uri, headers, DecisionLetter.OFFERED, List.of());
        refuseUnseen(id);
        accesses.note(callers.get(), Way.SHOWN, id);
        return asked.type().equals(MediaType.APPLICATION_JSON)
                ? decisions.find(id).map(DecisionResource::ok).orElseThrow(DecisionResource::unknown)
                : replays.reproduce(id)
                        .map(reproduced -> DecisionLetter.of(reproduced, asked, headers))
                        .orElseThrow(DecisionResource::unknown);
    }

    @POST
    @Path(ID + "/revocation")
    @RolesAllowed({Roles.DECIDER, Roles.ADMIN})
    @Blocking
    @Admitted(value = Work.DECISION, letter = Work.DECISION)
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> revoke(
            InputStream in, @PathParam("id") UUID id, @Context UriInfo uri, @Context HttpHeaders headers) {
        KnownQuery.none(uri.getQueryParameters());
        CallerHeaders caller = CallerHeaders.of(headers);
        UnaryOperator<String> way = links.ofCurrent();
        RevocationRequest revocation = RevocationRequest.read(Body.read(in, headers));
        refuseUnseen(id);
        return decisions
                .revoke(id, revocation.claim(), revocation.reason(), caller.caller())
                .thenApplyAsync(recorded -> created(recorded, way).build(), workers);
    }

    @POST
    @Path(ID + "/replay")
    @RolesAllowed({Roles.DECIDER, Roles.READER, Roles.AUDITOR, Roles.ADMIN})
    @Admitted(Work.REPLAY)
    public Response replay(@PathParam("id") UUID id, @Context UriInfo uri) {
        Replays.Under ruleset = ReplayRuleset.of(uri);
        refuseUnseen(id);
        accesses.note(callers.get(), Way.REPLAYED, id);
        return replays.replay(id, ruleset)
                .map(replay -> Response.ok(ReplayView.bytes(replay))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build())
                .orElseThrow(DecisionResource::unknown);
    }

    /** Refuses a decision that the caller may not see, as if it were not there. */
    private void refuseUnseen(UUID id) {
        if (!search.sees(callers.get().visible(), id)) {
            throw unknown();
        }
    }

    /** Its language is chosen by the request; afterwards it stays what it is. */
    private static Response decided(RecordedDecision recorded, UnaryOperator<String> way) {
        return created(recorded, way)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    private Response foreseen(InputStream in, HttpHeaders headers) {
        CallerHeaders caller = CallerHeaders.of(headers);
        var language = AcceptLanguage.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        byte[] body = Body.read(in, headers);
        Map<String, Object> members = decisions.dryRun(caller.caller(), caller.key(body), language, body);
        return Response.ok(DecisionView.dryRun(members))
                .header(HttpHeaders.CONTENT_LANGUAGE, members.get("language"))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Response.ResponseBuilder created(RecordedDecision recorded, UnaryOperator<String> way) {
        return Response.status(Response.Status.CREATED)
                .entity(DecisionView.bytes(recorded))
                .header(HttpHeaders.LOCATION, way.apply(path(recorded)))
                .header(
                        HttpHeaders.CONTENT_LANGUAGE,
                        recorded.decision().members().get("language"));
    }

    private static Response ok(RecordedDecision recorded) {
        return Response.ok(DecisionView.bytes(recorded), MediaType.APPLICATION_JSON)
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .header(
                        HttpHeaders.CONTENT_LANGUAGE,
                        recorded.decision().members().get("language"))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    private static String path(RecordedDecision recorded) {
        return "/v1/decisions/" + recorded.decision().members().get("id");
    }

    private static LocalisedProblem unknown() {
        return LocalisedProblem.notFound(TEXTS.text("unknownDecision"));
    }
}
