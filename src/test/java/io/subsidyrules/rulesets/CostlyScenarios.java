package io.subsidyrules.rulesets;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Scenario files that are sound, small, and take long: many scenarios refer to one long list of claims. */
final class CostlyScenarios {

    /** As many as a request may have. */
    static final int CLAIMS = 1_000;

    private static final String CLAIM = "{ type: DesignPurchase }";

    private CostlyScenarios() {}

    /** A file with that many scenarios, each of which makes a thousand claims. */
    static String file(int scenarios) {
        return file(scenarios, IntStream.range(0, CLAIMS).mapToObj(i -> CLAIM));
    }

    /** The same, with names of that many characters. */
    static String fileWithNames(int scenarios, int characters) {
        return file(scenarios, IntStream.range(0, CLAIMS).mapToObj(i -> "{ type: DesignPurchase, id: \"%s%s\" }"
                .formatted("n".repeat(characters - 4), 1_000 + i)));
    }

    private static String file(int scenarios, Stream<String> written) {
        String claims = written.collect(Collectors.joining(", "));
        String others =
                IntStream.range(1, scenarios).mapToObj(i -> scenario(i, "*all")).collect(Collectors.joining());
        return "asOf: 2023-05-01\nscenarios:\n" + scenario(0, "&all [ %s ]".formatted(claims)) + others;
    }

    private static String scenario(int number, String claims) {
        return """
                - name: A list of claims that say nothing (%s)
                  applicant: { kind: ENTERPRISE, divisionCode: "130100" }
                  claims: %s
                  expect: { total: 0.00 }
                """.formatted(number, claims);
    }
}
