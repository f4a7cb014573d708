package io.subsidyrules.decision;

import io.subsidyrules.access.Visibility;
import io.subsidyrules.problem.KnownQuery;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.reader.Asked;
import io.subsidyrules.recording.search.DecisionQuery;
import io.subsidyrules.text.TextCatalogue;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which page of the list of decisions a query asks for.
 *
 * @param before the sequence of the last decision of the page before
 * @param limit how many decisions at most
 * @param given the query's parameters but for the cursor, as a query again
 */
record PageRequest(DecisionQuery query, OptionalLong before, int limit, String given) {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(PageRequest.class);

    private static final String LIMIT = "limit";
    private static final String CURSOR = "cursor";

    /** The parameters that say what is on the page. */
    static final List<String> PARAMETERS = Stream.concat(DecisionFilters.NAMES.stream(), Stream.of(LIMIT, CURSOR))
            .toList();

    private static final List<String> KNOWN =
            Stream.concat(PARAMETERS.stream(), Stream.of(Asked.LANG)).toList();

    private static final int DEFAULT = 50;
    private static final int MOST = 200;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");

    /**
     * The page that a query asks for.
     *
     * @param visible the decisions that may be seen at all
     * @throws LocalisedProblem if the query is not one for a page
     */
    static PageRequest of(MultivaluedMap<String, String> query, Visibility visible) {
        KnownQuery.check(query, KNOWN);
        DecisionQuery filters = DecisionFilters.of(query, visible);
        String cursor = query.getFirst(CURSOR);
        return new PageRequest(
                filters,
                cursor == null ? OptionalLong.empty() : OptionalLong.of(PageCursor.read(cursor, filters)),
                limit(query),
                KNOWN.stream()
                        .filter(name -> !name.equals(CURSOR) && query.containsKey(name))
                        .map(name -> name + "=" + encoded(query.getFirst(name)) + "&")
                        .collect(Collectors.joining()));
    }

    /** @throws LocalisedProblem if the query of an export says which page */
    static void refuseIn(MultivaluedMap<String, String> query) {
        Stream.of(LIMIT, CURSOR).filter(query::containsKey).findFirst().ifPresent(name -> {
            throw LocalisedProblem.badRequest(TEXTS.text("pagesOnly", name));
        });
    }

    /** The path of the page after this one, which ends with that decision. */
    String next(long last) {
        return "/v1/decisions?" + given + CURSOR + "=" + PageCursor.write(last, query);
    }

    private static int limit(MultivaluedMap<String, String> query) {
        String limit = query.getFirst(LIMIT);
        if (limit == null) {
            return DEFAULT;
        }
        if (!NUMBER.matcher(limit).matches() || Integer.parseInt(limit) > MOST) {
            throw LocalisedProblem.badQuery(LIMIT, TEXTS.text("pageSize"));
        }
        return Integer.parseInt(limit);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
