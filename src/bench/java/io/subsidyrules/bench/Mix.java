package io.subsidyrules.bench;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Requests that are sent in turn.
 *
 * @param status that each of them is answered with
 */
record Mix(String name, int status, List<String> bodies) {

    /** The number of claims in a request with faults. */
    private static final int CLAIMS = 5;

    Mix {
        bodies = List.copyOf(bodies);
    }

    static List<Mix> all() {
        return List.of(claims(1), claims(5), claims(50), faults());
    }

    private static Mix claims(int claims) {
        return new Mix(claims == 1 ? "1 claim" : claims + " claims", 200, List.of(BenchmarkRequest.of(claims)));
    }

    /** Wrong types, unknown constants, unknown members, dates that there are not, and all of them at once. */
    private static Mix faults() {
        List<UnaryOperator<String>> faults = List.of(
                body -> replaced(body, "\"countyCluster\": true", "\"countyCluster\": \"true\""),
                body -> replaced(body, "1234567.89", "\"1234567.89\""),
                body -> replaced(body, "\"kind\": \"ENTERPRISE\"", "\"kind\": \"FIRM\""),
                body -> replaced(body, "\"level\": \"PROVINCIAL\"", "\"level\": \"CITY\""),
                body -> replaced(body, "\"size\":", "\"employees\": 120, \"size\":"),
                body -> replaced(body, "\"year\":", "\"remark\": \"second edition\", \"year\":"),
                body -> replaced(body, "2022-11-18", "2022-11-31"));
        String valid = BenchmarkRequest.of(CLAIMS);
        String all = faults.stream().reduce(UnaryOperator.identity(), Mix::both).apply(valid);
        return new Mix(
                "faults",
                422,
                Stream.concat(faults.stream().map(fault -> fault.apply(valid)), Stream.of(all))
                        .toList());
    }

    private static UnaryOperator<String> both(UnaryOperator<String> first, UnaryOperator<String> second) {
        return body -> second.apply(first.apply(body));
    }

    private static String replaced(String body, String old, String with) {
        if (!body.contains(old)) {
            throw new IllegalArgumentException("The request does not contain %s:%n%s".formatted(old, body));
        }
        return body.replace(old, with);
    }
}
