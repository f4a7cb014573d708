package io.subsidyrules.problem;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;

/** Holds queries to the parameters that a resource takes. */
public final class KnownQuery {

    private KnownQuery() {}

    /**
     * Refuses all other parameters.
     *
     * @throws LocalisedProblem where a parameter has another name, or is there more than once
     */
    public static void check(MultivaluedMap<String, String> query, List<String> known) {
        query.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw LocalisedProblem.unknownQuery(name, known);
            }
            if (values.size() > 1) {
                throw LocalisedProblem.repeatedQuery(name);
            }
        });
    }

    /**
     * Refuses all parameters.
     *
     * @throws LocalisedProblem where there is one
     */
    public static void none(MultivaluedMap<String, String> query) {
        check(query, List.of());
    }
}
