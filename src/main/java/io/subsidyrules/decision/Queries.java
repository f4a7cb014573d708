package io.subsidyrules.decision;

import io.subsidyrules.problem.LocalisedProblem;
import jakarta.ws.rs.core.UriInfo;

/** What resources take of a query. */
final class Queries {

    private Queries() {}

    /** @throws LocalisedProblem where there is a parameter, as none is known */
    static void none(UriInfo uri) {
        uri.getQueryParameters().keySet().stream().findFirst().ifPresent(name -> {
            throw LocalisedProblem.noQuery(name);
        });
    }
}
