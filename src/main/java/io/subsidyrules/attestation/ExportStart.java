package io.subsidyrules.attestation;

import io.subsidyrules.problem.KnownQuery;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.text.TextCatalogue;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** The one query parameter of an export: the sequence that it begins with. */
final class ExportStart {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(ExportStart.class);

    private static final String NAME = "from";

    private ExportStart() {}

    /** 1 where none is given. */
    static long of(UriInfo uri) {
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        KnownQuery.check(query, List.of(NAME));
        String sequence = query.getFirst(NAME);
        if (sequence == null) {
            return 1;
        }
        if (!sequence.matches("[1-9][0-9]{0,14}")) {
            throw LocalisedProblem.badQuery(NAME, TEXTS.text("entrySequence"));
        }
        return Long.parseLong(sequence);
    }
}
