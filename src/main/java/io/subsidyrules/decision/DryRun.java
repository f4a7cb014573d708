package io.subsidyrules.decision;

import io.subsidyrules.problem.KnownQuery;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.text.TextCatalogue;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** The query parameter {@code dryRun} of a decision. */
final class DryRun {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(DryRun.class);

    private static final String NAME = "dryRun";

    private DryRun() {}

    /** @throws LocalisedProblem if it is neither true nor false, or the query has another parameter */
    static boolean asked(UriInfo uri) {
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        KnownQuery.check(query, List.of(NAME));
        String asked = query.getFirst(NAME);
        if (asked != null && !asked.equals("true") && !asked.equals("false")) {
            throw LocalisedProblem.badQuery(NAME, TEXTS.text("trueOrFalse"));
        }
        return "true".equals(asked);
    }
}
