package io.subsidyrules.amounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** JSON Schemas of numbers, made those of decimal strings. */
final class DecimalStringSchemas {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** An amount is not negative, a difference can be; no schema of a number excludes less than the type. */
    private static final String PATTERN = "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$";

    private static final List<String> OF_NUMBERS =
            List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf");

    private DecimalStringSchemas() {}

    /** A page with the schema of a fact type. */
    static byte[] page(byte[] schema) {
        ObjectNode tree = (ObjectNode) json(new String(schema, StandardCharsets.UTF_8));
        rewrite(tree);
        return tree.toString().getBytes(StandardCharsets.UTF_8);
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Rewrites all schemas in a tree. One with a {@code format} is of a number that no money is counted by. */
    static void rewrite(JsonNode tree) {
        if (tree instanceof ObjectNode schema && isNumber(schema.path("type")) && !schema.has("format")) {
            schema.remove(OF_NUMBERS);
            schema.set("type", strings(schema.path("type")));
            schema.put("pattern", PATTERN);
        }
        tree.forEach(DecimalStringSchemas::rewrite);
    }

    private static boolean isNumber(JsonNode type) {
        return type.asText().equals("number")
                || (type instanceof ArrayNode types && types.valueStream().anyMatch(DecimalStringSchemas::isNumber));
    }

    private static JsonNode strings(JsonNode type) {
        if (type instanceof ArrayNode types) {
            ArrayNode strings = JSON.createArrayNode();
            types.forEach(each -> strings.add(each.asText().replace("number", "string")));
            return strings;
        }
        return JSON.getNodeFactory().textNode("string");
    }
}
