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
    private static final List<String> OF_LISTED = List.of("sequence", "recordedAt", "ruleset");
    private static final List<String> OF_REVOCATIONS = List.of("id", "sequence", "recordedAt", "hash", "previousHash");

    private Samples() {}

    /** The answer with the samples of an example in place of what cannot stay. */
    static JsonNode in(JsonNode answer, JsonNode example) {
        put(OF_ANY, answer, example);
        if (answer.has("hash") || answer.has("dryRun")) {
            put(OF_DECISIONS, answer, example);
            put(OF_ANY, answer.path("result"), example.path("result"));
            for (int i = 0; i < answer.path("revocations").size(); i++) {
                put(
                        OF_REVOCATIONS,
                        answer.path("revocations").path(i),
                        example.path("revocations").path(i));
            }
        }
        for (int i = 0; i < answer.path("decisions").size(); i++) {
            put(
                    OF_LISTED,
                    answer.path("decisions").path(i),
                    example.path("decisions").path(i));
        }
        return answer;
    }

    /** A table of decisions, in which no cell has a comma, with the samples of an example in place of what cannot stay. */
    static String inTable(String table, String example) {
        List<String> names = List.of(table.substring(0, table.indexOf('\r')).split(",", -1));
        String[] rows = table.split("\r\n", -1);
        String[] samples = example.split("\r\n", -1);
        for (int row = 1; row < Math.min(rows.length, samples.length); row++) {
            String[] cells = rows[row].split(",", -1);
            String[] sample = samples[row].split(",", -1);
            for (int i = 0; i < Math.min(cells.length, sample.length); i++) {
                if (OF_LISTED.contains(names.get(i))) {
                    cells[i] = sample[i];
                }
            }
            rows[row] = String.join(",", cells);
        }
        return String.join("\r\n", rows);
    }

    private static void put(List<String> names, JsonNode answer, JsonNode example) {
        for (String name : names) {
            if (answer.has(name) && example.has(name)) {
                ((ObjectNode) answer).set(name, example.path(name));
            }
        }
    }

    /** The statement with the samples of the examples in place of the ruleset's version, the digest and the day. */
    static String in(String statement) {
        return statement
                .replaceAll("\\b[0-9a-f]{64}\\b", "0123456789abcdef".repeat(4))
                .replaceAll("Made on: .*", "Made on: 28 November 2026")
                .replaceAll("制作日期：.*", "制作日期：2026年11月28日");
    }
}
