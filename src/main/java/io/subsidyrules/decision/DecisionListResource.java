package io.subsidyrules.decision;

import io.subsidyrules.http.Downloads;
import io.subsidyrules.problem.KnownQuery;
import io.subsidyrules.recording.DecisionQuery;
import io.subsidyrules.recording.DecisionSearch;
import io.subsidyrules.recording.ListedDecision;
import io.subsidyrules.recording.Recorded;
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
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Lists the decisions that filters hold for: page by page, or all of them as one file. */
@Path("/v1/decisions")
public class DecisionListResource {

    private final DecisionSearch search;
    private final Downloads downloads;
    private final Clock clock;

    DecisionListResource(DecisionSearch search, Downloads downloads, Clock clock) {
        this.search = search;
        this.downloads = downloads;
        this.clock = clock;
    }

    @GET
    @Produces({ListForm.PAGE_TYPE, ListForm.NDJSON_TYPE, ListForm.CSV_TYPE})
    public Response list(@Context UriInfo uri, @Context HttpHeaders headers, @Context Request request) {
        ListForm form = ListForm.preferred(headers.getRequestHeader(HttpHeaders.ACCEPT));
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        Response.ResponseBuilder answer =
                form.export().isPresent() ? file(form.export().get(), query, request) : page(PageRequest.of(query));
        return answer.type(form.type())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private Response.ResponseBuilder page(PageRequest page) {
        // One more says whether there is a page after it.
        List<ListedDecision> found = search.newest(page.query(), page.before(), page.limit() + 1);
        if (found.size() <= page.limit()) {
            return Response.ok(DecisionPage.bytes(found, Optional.empty()));
        }
        List<ListedDecision> shown = found.subList(0, page.limit());
        String next = page.next(shown.get(shown.size() - 1).sequence());
        return Response.ok(DecisionPage.bytes(shown, Optional.of(next)))
                .header(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next));
    }

    private Response.ResponseBuilder file(
            ListForm.Export export, MultivaluedMap<String, String> parameters, Request request) {
        PageRequest.refuseIn(parameters);
        KnownQuery.check(parameters, Filters.NAMES);
        DecisionQuery query = Filters.of(parameters);
        Response.ResponseBuilder answer = Response.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"decisions-%s.%s\"".formatted(LocalDate.now(clock), export.extension()));
        if (request.getMethod().equals(HttpMethod.HEAD)) {
            return answer;
        }
        Iterator<Recorded> decisions = search.all(query);
        return answer.entity(downloads.whole(written(export, decisions)));
    }

    private static StreamingOutput written(ListForm.Export export, Iterator<Recorded> decisions) {
        return out -> {
            out.write(export.head().getBytes(StandardCharsets.UTF_8));
            while (decisions.hasNext()) {
                out.write(export.part().apply(decisions.next()));
            }
        };
    }
}
