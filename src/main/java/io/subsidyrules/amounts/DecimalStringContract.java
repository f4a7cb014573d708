package io.subsidyrules.amounts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.subsidyrules.dialect.model.Vocabulary;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes of the contract where amounts are numbers the one where they are strings, by rule. */
public final class DecimalStringContract {

    private static final String EXAMPLES = "examples";

    private final Vocabulary vocabulary;

    private DecimalStringContract(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * The contract with other paths and other types of amounts, its examples included.
     *
     * @param numbers belongs to the caller, and is changed
     * @param vocabulary says which facts are amounts
     */
    public static ObjectNode of(ObjectNode numbers, Vocabulary vocabulary) {
        new DecimalStringContract(vocabulary).rewrite(numbers);
        return numbers;
    }

    private void rewrite(ObjectNode contract) {
        ObjectNode paths = contract.objectNode();
        for (Map.Entry<String, JsonNode> path : contract.path("paths").properties()) {
            boolean ofContract = path.getKey().equals("/v1/openapi");
            paths.set(ofContract ? path.getKey() : DecimalStrings.path(path.getKey()), path.getValue());
        }
        contract.set("paths", paths);
        DecimalStringSchemas.rewrite(contract);
        patterns(contract);
        examples(contract);
    }

    /** Changes the patterns of headers and members that hold paths. */
    private static void patterns(JsonNode tree) {
        String pattern = tree.path("pattern").asText();
        if (pattern.contains(DecimalStrings.NUMBERS)) {
            ((ObjectNode) tree).put("pattern", DecimalStrings.path(pattern));
        }
        tree.forEach(DecimalStringContract::patterns);
    }

    private void examples(JsonNode tree) {
        for (Map.Entry<String, JsonNode> member : tree.properties()) {
            if (EXAMPLES.equals(member.getKey()) && member.getValue() instanceof ObjectNode examples) {
                examples.forEach(this::example);
            } else {
                examples(member.getValue());
            }
        }
        if (tree instanceof ArrayNode) {
            tree.forEach(this::examples);
        }
    }

    private void example(JsonNode named) {
        JsonNode value = named.path("value");
        if (value.isObject()) {
            ((ObjectNode) named).set("value", value.has("applicant") ? request(value) : answer(value));
        } else if (value.asText().startsWith("{\"")) {
            ((ObjectNode) named)
                    .put(
                            "value",
                            value.asText()
                                    .lines()
                                    .map(line -> QuotedAmounts.inExample(line, vocabulary) + "\n")
                                    .collect(Collectors.joining()));
        }
    }

    private JsonNode answer(JsonNode numbers) {
        return DecimalStringSchemas.json(QuotedAmounts.inExample(numbers.toString(), vocabulary));
    }

    /** Recorded requests are members of answers. */
    private JsonNode request(JsonNode numbers) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("request", numbers);
        return answer(answer).path("request");
    }
}
