package io.subsidyrules.problem;

import io.vertx.core.MultiMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;

/** Holds queries to the parameters that a resource takes. */
public final class KnownQuery {

    private KnownQuery() {}

    /**
     * Refuses all other parameters.
     *
     * @throws LocalisedProblem if a parameter has another name, or is there more than once
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

    /** The refusal of a query that has other parameters, or one more than once. */
    public static Optional<LocalisedProblem> fault(MultiMap query, List<String> known) {
        for (String name : query.names()) {
            if (!known.contains(name)) {
                return Optional.of(LocalisedProblem.unknownQuery(name, known));
            }
            if (query.getAll(name).size() > 1) {
                return Optional.of(LocalisedProblem.repeatedQuery(name));
            }
        }
        return Optional.empty();
    }

    /**
     * Refuses all parameters.
     *
     * @throws LocalisedProblem if there is one
     */
    public static void none(MultivaluedMap<String, String> query) {
        check(query, List.of());
    }
}
