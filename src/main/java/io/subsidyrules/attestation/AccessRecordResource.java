package io.subsidyrules.attestation;

import io.subsidyrules.access.Roles;
import io.subsidyrules.admission.Admitted;
import io.subsidyrules.admission.Work;
import io.subsidyrules.http.Downloads;
import io.subsidyrules.problem.KnownQuery;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.reader.RecordedTime;
import io.subsidyrules.recording.access.AccessRecord;
import io.subsidyrules.text.TextCatalogue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Gives out who read which decisions. */
@Path("/v1/ledger/accesses")
@RolesAllowed(Roles.AUDITOR)
public class AccessRecordResource {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(AccessRecordResource.class);

    private static final String NDJSON = "application/x-ndjson";
    private static final String ID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private final AccessRecord accesses;
    private final Downloads downloads;

    AccessRecordResource(AccessRecord accesses, Downloads downloads) {
        this.accesses = accesses;
        this.downloads = downloads;
    }

    @GET
    @Produces(NDJSON)
    @Admitted(Work.EXPORT)
    public Response export(@Context UriInfo uri) {
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        KnownQuery.check(query, List.of("from", "to", "decision"));
        AccessRecord.Query asked = new AccessRecord.Query(
                value(query, "from", text -> RecordedTime.of("from", text).from()),
                value(query, "to", text -> RecordedTime.of("to", text).before()),
                value(query, "decision", AccessRecordResource::id));
        StreamingOutput lines =
                downloads.whole(out -> accesses.export(asked, access -> out.write(AccessView.line(access))));
        return Response.ok(lines, NDJSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"accesses.ndjson\"")
                .build();
    }

    private static <T> Optional<T> value(
            MultivaluedMap<String, String> query, String name, Function<String, T> reading) {
        return Optional.ofNullable(query.getFirst(name)).map(reading);
    }

    private static UUID id(String text) {
        if (!text.matches(ID)) {
            throw LocalisedProblem.badQuery("decision", TEXTS.text("decisionId"));
        }
        return UUID.fromString(text);
    }
}
