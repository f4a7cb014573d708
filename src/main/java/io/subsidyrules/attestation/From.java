package io.subsidyrules.attestation;

import io.subsidyrules.policy.Text;
import io.subsidyrules.problem.LocalisedProblem;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** The one query parameter of an export: the sequence that it begins with. */
final class From {

    private static final String NAME = "from";

    private From() {}

    /** 1 where none is given. */
    static long of(UriInfo uri) {
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        for (String name : query.keySet()) {
            if (!name.equals(NAME)) {
                throw LocalisedProblem.unknownQuery(name, NAME);
            }
        }
        List<String> values = query.getOrDefault(NAME, List.of("1"));
        if (values.size() != 1 || !values.get(0).matches("[1-9][0-9]{0,14}")) {
            throw LocalisedProblem.badRequest(new Text(
                    "The query parameter from must be the sequence of an entry, a number from 1.",
                    "查询参数 from 须为记录的序号，即从 1 起的整数。"));
        }
        return Long.parseLong(values.get(0));
    }

    static void none(UriInfo uri) {
        uri.getQueryParameters().keySet().stream().findFirst().ifPresent(name -> {
            throw LocalisedProblem.noQuery(name);
        });
    }
}
