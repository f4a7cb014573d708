package io.subsidyrules.openapi;

import io.subsidyrules.problem.KnownQuery;
import io.subsidyrules.problem.LocalisedProblem;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;

/**
 * The form in which a contract is asked for.
 *
 * @param typedClaims whether there is a schema for each type of claims; else a claim can have any members
 * @param decimalStrings whether it is of the paths where amounts are strings
 */
record ContractForm(boolean typedClaims, boolean decimalStrings) {

    private static final String CLAIMS = "claims";
    private static final String AMOUNTS = "amounts";

    /**
     * The form that a query asks for.
     *
     * @throws LocalisedProblem if the query has other parameters or values
     */
    static ContractForm of(MultivaluedMap<String, String> query) {
        KnownQuery.check(query, List.of(CLAIMS, AMOUNTS));
        return new ContractForm(
                chosen(query, CLAIMS, "typed", "open").equals("typed"),
                chosen(query, AMOUNTS, "number", "string").equals("string"));
    }

    private static String chosen(MultivaluedMap<String, String> query, String name, String usual, String other) {
        String value = query.getFirst(name);
        if (value == null || value.equals(usual)) {
            return usual;
        }
        if (value.equals(other)) {
            return other;
        }
        throw LocalisedProblem.badQuery(name, usual + ", " + other);
    }
}
