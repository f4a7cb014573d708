package io.subsidyrules.attestation;

import io.subsidyrules.problem.KnownQuery;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.text.Text;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** The one query parameter of an export: the sequence that it begins with. */
final class ExportStart {

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
            throw LocalisedProblem.badQuery(
                    NAME,
                    new Text(
                            "the sequence of an entry, a whole number from 1 to 999999999999999",
                            "记录的序号，即 1 至 999999999999999 的整数"));
        }
        return Long.parseLong(sequence);
    }
}
