package io.subsidyrules.decision;

import io.subsidyrules.policy.Text;
import io.subsidyrules.problem.KnownQuery;
import io.subsidyrules.problem.LocalisedProblem;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** The one query parameter of a decision: whether it is only to be known what it would be. */
final class DryRun {

    private static final String NAME = "dryRun";

    private DryRun() {}

    /** @throws LocalisedProblem where the query is neither true nor false, or is another one */
    static boolean asked(UriInfo uri) {
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        KnownQuery.check(query, List.of(NAME));
        String asked = query.getFirst(NAME);
        if (asked != null && !asked.equals("true") && !asked.equals("false")) {
            throw LocalisedProblem.badQuery(NAME, new Text("true or false", " true 或 false"));
        }
        return "true".equals(asked);
    }
}
