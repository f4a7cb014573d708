package io.subsidyrules.decision;

import io.subsidyrules.access.Caller;
import io.subsidyrules.access.CurrentCaller;
import io.subsidyrules.access.Roles;
import io.subsidyrules.access.Visibility;
import io.subsidyrules.admission.Admitted;
import io.subsidyrules.admission.Work;
import io.subsidyrules.http.Downloads;
import io.subsidyrules.http.Links;
import io.subsidyrules.problem.KnownQuery;
import io.subsidyrules.reader.Answered;
import io.subsidyrules.reader.Asked;
import io.subsidyrules.recording.access.Access.Way;
import io.subsidyrules.recording.access.AccessRecord;
import io.subsidyrules.recording.search.DecisionQuery;
import io.subsidyrules.recording.search.DecisionSearch;
import io.subsidyrules.recording.search.ListedDecision;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Lists the decisions that filters hold for: page by page, or all of them as one file. */
@Path("/v1/decisions")
@RolesAllowed({Roles.DECIDER, Roles.READER, Roles.AUDITOR, Roles.ADMIN})
public class DecisionListResource {

    private final DecisionSearch search;
    private final Downloads downloads;
    private final Clock clock;
    private final Links links;
    private final CurrentCaller callers;
    private final AccessRecord accesses;

    DecisionListResource(
            DecisionSearch search,
            Downloads downloads,
            Clock clock,
            Links links,
            CurrentCaller callers,
            AccessRecord accesses) {
        this.accesses = accesses;
        this.callers = callers;
        this.links = links;
        this.search = search;
        this.downloads = downloads;
        this.clock = clock;
    }

    @GET
    @Admitted(Work.READING)
    @Produces({ListForm.PAGE_TYPE, ListForm.NDJSON_TYPE, ListForm.CSV_TYPE, Asked.HTML})
    public Response list(@Context UriInfo uri, @Context HttpHeaders headers, @Context Request request) {
        Visibility visible = callers.get().visible();
        ListForm form = ListForm.preferred(headers.getRequestHeader(HttpHeaders.ACCEPT));
        if (form == ListForm.TABLE) {
            Asked asked = Asked.of(uri, headers, ListForm.OFFERED, PageRequest.PARAMETERS);
            return table(PageRequest.of(uri.getQueryParameters(), visible), asked);
        }
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        Response.ResponseBuilder answer = form.export().isPresent()
                ? file(form.export().get(), query, visible, request)
                : page(PageRequest.of(query, visible));
        return answer.type(form.type())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .build();
    }

    /** Decisions, and the path of the page after them. */
    private record Found(List<ListedDecision> decisions, Optional<String> next) {}

    private Found found(PageRequest page) {
        // One more says whether there is a page after it.
        List<ListedDecision> found = search.newest(page.query(), page.before(), page.limit() + 1);
        List<ListedDecision> shown = found.subList(0, Math.min(found.size(), page.limit()));
        accesses.note(
                callers.get(),
                Way.LISTED,
                shown.stream().map(ListedDecision::sequence).toList());
        if (found.size() <= page.limit()) {
            return new Found(found, Optional.empty());
        }
        return new Found(
                shown,
                Optional.of(page.next(shown.get(shown.size() - 1).sequence())).map(links.ofCurrent()));
    }

    private Response.ResponseBuilder page(PageRequest page) {
        Found found = found(page);
        Response.ResponseBuilder answer = Response.ok(DecisionPage.bytes(found.decisions(), found.next()));
        found.next().ifPresent(next -> answer.header(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next)));
        return answer;
    }

    private Response table(PageRequest page, Asked asked) {
        Found found = found(page);
        return Answered.with(DecisionTable.of(found.decisions(), found.next(), asked), asked)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    private Response.ResponseBuilder file(
            ListForm.Export export, MultivaluedMap<String, String> parameters, Visibility visible, Request request) {
        PageRequest.refuseIn(parameters);
        KnownQuery.check(parameters, DecisionFilters.NAMES);
        DecisionQuery query = DecisionFilters.of(parameters, visible);
        Response.ResponseBuilder answer = Response.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"decisions-%s.%s\"".formatted(LocalDate.now(clock), export.extension()));
        if (request.getMethod().equals(HttpMethod.HEAD)) {
            return answer;
        }
        Caller caller = callers.get();
        Consumer<List<Long>> read = sequences -> accesses.note(caller, Way.EXPORTED, sequences);
        StreamingOutput file = out -> search.export(query, read, decisions -> {
            out.write(export.head().getBytes(StandardCharsets.UTF_8));
            while (decisions.hasNext()) {
                out.write(export.part().apply(decisions.next()));
            }
        });
        return answer.entity(downloads.whole(file));
    }
}
