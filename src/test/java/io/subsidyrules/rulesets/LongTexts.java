package io.subsidyrules.rulesets;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Scenarios whose every expectation fails, with a name that takes most of a file of the largest size. */
public final class LongTexts {

    /** The files, in which more expectations fail than are told. */
    public static final int FILES = 6;

    private static final int EXPECTATIONS = 120;
    private static final int NAME = 60_000;

    private LongTexts() {}

    /** Saves them in a policy's folder. */
    public static void save(RulesCopy rules, String character) {
        String claims = IntStream.range(0, EXPECTATIONS)
                .mapToObj(claim -> "        none-" + claim + ": { status: ELIGIBLE }\n")
                .collect(Collectors.joining());
        String text = """
                asOf: 2023-05-01
                scenarios:
                  - name: '%s'
                    applicant: { kind: ENTERPRISE, divisionCode: "130100", industry: MANUFACTURING }
                    claims: [ { type: DesignPurchase, approvedExpenses: 100.00 } ]
                    expect:
                      claims:
                """.formatted(character.repeat(NAME)) + claims;
        for (int file = 0; file < FILES; file++) {
            rules.save("hebei-quality-2022/long-" + file + ".scenarios.yaml", text);
        }
    }
}
