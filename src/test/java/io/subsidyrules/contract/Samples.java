package io.subsidyrules.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What cannot stay in an answer, so that the examples have samples of it. The ids of decisions are not among it: the
 * examples name those of each other.
 */
final class Samples {

    private static final List<String> OF_ANY = List.of("instance", "ruleset", "ledger");
    private static final List<String> OF_DECISIONS =
            List.of("sequence", "recordedAt", "service", "hash", "previousHash");
    private static final List<String> OF_REVOCATIONS = List.of("id", "sequence", "recordedAt", "hash", "previousHash");

    private Samples() {}

    /** The answer with the samples of an example in place of what cannot stay. */
    static JsonNode in(JsonNode answer, JsonNode example) {
        put(OF_ANY, answer, example);
        if (answer.has("hash")) {
            put(OF_DECISIONS, answer, example);
            put(OF_ANY, answer.path("result"), example.path("result"));
            for (int i = 0; i < answer.path("revocations").size(); i++) {
                put(
                        OF_REVOCATIONS,
                        answer.path("revocations").path(i),
                        example.path("revocations").path(i));
            }
        }
        return answer;
    }

    private static void put(List<String> names, JsonNode answer, JsonNode example) {
        for (String name : names) {
            if (answer.has(name) && example.has(name)) {
                ((ObjectNode) answer).set(name, example.path(name));
            }
        }
    }

    /** The statement with the sample of the examples in place of the ruleset's version. */
    static String in(String statement) {
        return statement.replaceAll("\\b[0-9a-f]{64}\\b", "0123456789abcdef".repeat(4));
    }
}
