package io.subsidyrules.hostile;

import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Policy files and scenario files that grow when they are read, or that say far too much. */
final class AdversarialYaml {

    private AdversarialYaml() {}

    static Stream<Adversary> all() {
        return Stream.of(
                policy("different members", "", number -> "m" + number + ": 1\n", ""),
                policy("members that are numbers", "", number -> number + ": 1E+200000000\n", ""),
                policy("clauses without number", "measures:\n - number: 1\n   clauses:\n", number -> "    - {}\n", ""),
                policy(
                        "items in thousands",
                        "measures:\n - number: 1\n   clauses:\n    - number: \"1.1\"\n      items:\n",
                        number -> "       - { id: alternativ" + number + ", title: { en: a, zh: a } }\n",
                        ""),
                policy("aliases of a large list", "a: &a [" + "x,".repeat(1000) + "x]\nb: [", number -> "*a,", "x]"),
                policy("aliases as keys", "a: &a [" + "x,".repeat(100) + "x]\nb: {", number -> "*a : *a,", "x: y}"),
                policy(
                        "aliases of aliases",
                        "a0: &a0 [x, x]\n",
                        number -> "a%d: &a%d [*a%d, *a%d]\n".formatted(number + 1, number + 1, number, number),
                        ""),
                policy("anchors", "", number -> "a%d: &a%d x\n".formatted(number, number), ""),
                policy("one large number", "largestAmount: ", number -> "9", "\n"),
                policy("one large floating point number", "largestAmount: 1.", number -> "0", "e9\n"),
                scenarios("sexagesimal numbers", " - { applicant: { staff: 1", number -> ":59", " } }\n"),
                scenarios(
                        "thousands of scenarios",
                        "",
                        number -> " - {name: s%d, expect: {total: 0}}\n".formatted(number),
                        ""),
                scenarios("scenarios without name", "", number -> " - {}\n", ""),
                scenarios("scenarios of one name", "", number -> " - {name: s, expect: {total: 0}}\n", ""),
                scenarios(
                        "a scenario of thousands of claims",
                        " - name: s\n   expect: { total: 0 }\n   claims: [",
                        number -> "{type: Works},",
                        "{type: Study}]\n"),
                scenarios(
                        "a scenario of thousands of expectations",
                        " - name: s\n   expect:\n    claims:\n",
                        number -> "      c%d: {x: 1}\n".formatted(number),
                        ""),
                scenarios(
                        "scenarios that share a large claim",
                        " - name: s\n   expect: { total: 0 }\n   claims: &c [{" + "a: 1E+200000000, ".repeat(200)
                                + "type: Works}]\n",
                        number -> " - {name: s%d, expect: {total: 0}, claims: *c}\n".formatted(number),
                        ""),
                scenarios(
                        "numbers with exponents in a scenario",
                        " - name: s\n   expect: { total: 0 }\n   claims:\n",
                        number -> "    - {type: Works, cost: 9e999}\n",
                        ""));
    }

    /** @param before what comes first, behind the id of the policy */
    private static Adversary policy(String name, String before, IntFunction<String> part, String after) {
        return Adversary.of(name, Adversary.POLICY, "id: specimen-2022\n" + before, part, after);
    }

    /** @param before what comes first in the list of scenarios */
    private static Adversary scenarios(String name, String before, IntFunction<String> part, String after) {
        return Adversary.of(name, Adversary.SCENARIOS, "asOf: 2024-01-01\nscenarios:\n" + before, part, after);
    }
}
