package io.subsidyrules.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The contract as the file openapi.yaml at the project's top has it. Numbers keep their decimals. */
record OpenApiFile(JsonNode tree) {

    private static final ObjectMapper YAML = exact(YAMLMapper.builder());
    private static final ObjectMapper JSON = exact(JsonMapper.builder());

    /**
     * An example of a request with its query parameters and headers, and the answer that the file promises.
     *
     * @param after the examples that are sent before it; the first records the decision that its path names
     */
    record Example(
            String operation,
            JsonNode request,
            Map<String, List<String>> query,
            Map<String, String> headers,
            List<String> after,
            int status,
            JsonNode answer) {

        /** The request as it is sent: a string as that text, anything else as JSON. */
        byte[] body() {
            return (request.isTextual() ? request.asText() : request.toString()).getBytes(StandardCharsets.UTF_8);
        }
    }

    /**
     * An example of an answer to a request without a body, and what goes with that.
     *
     * @param after the examples that are sent before it; the first records the decision that its path names
     */
    record Shown(
            String operation,
            int status,
            Map<String, List<String>> query,
            Map<String, String> headers,
            List<String> after,
            JsonNode answer) {}

    static OpenApiFile read() {
        try {
            return new OpenApiFile(yaml(Files.readString(Path.of("openapi.yaml"))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static JsonNode yaml(String text) {
        return parsed(YAML, text);
    }

    static JsonNode json(String text) {
        return parsed(JSON, text);
    }

    /** The tree as text, to the last decimal and in its order. */
    static String text(JsonNode tree) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The tree as maps, lists and values. */
    static Object values(JsonNode tree) {
        return JSON.convertValue(tree, Object.class);
    }

    /** The operations by method and path: {@code GET /v1/policies}. */
    SortedMap<String, JsonNode> operations() {
        SortedMap<String, JsonNode> operations = new TreeMap<>();
        tree.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> operations.put(
                        method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), method.getValue())));
        return operations;
    }

    JsonNode operation(String name) {
        return present(operations().get(name), name);
    }

    JsonNode response(String operation, int status) {
        JsonNode responses = operation(operation).path("responses");
        JsonNode exact = responses.get(String.valueOf(status));
        JsonNode ranged = responses.get(status / 100 + "XX");
        return resolved(present(exact == null ? ranged : exact, operation + ", " + status));
    }

    /** The path of an operation, with the examples of its parameters in place. */
    String path(String operation) {
        String path = operation.substring(operation.indexOf(' ') + 1);
        for (JsonNode reference : operation(operation).path("parameters")) {
            JsonNode parameter = resolved(reference);
            path = path.replace(
                    "{" + parameter.path("name").asText() + "}",
                    parameter.path("example").asText());
        }
        return path;
    }

    /** The path of an operation on the decision of that id. */
    String path(String operation, String id) {
        return operation.substring(operation.indexOf(' ') + 1).replace("{id}", id);
    }

    /** The examples of requests by name, each with the answer of the same name. */
    SortedMap<String, Example> examples() {
        SortedMap<String, Example> examples = new TreeMap<>();
        operations().forEach((operation, described) -> {
            JsonNode content = described.at("/requestBody/content/application~1json");
            Stream.of(content.path("examples"), content.path("x-faulty-examples"))
                    .flatMap(named -> named.properties().stream())
                    .forEach(named -> {
                        String name = named.getKey();
                        if (examples.put(name, example(operation, name, named.getValue())) != null) {
                            throw new AssertionError("Two examples in openapi.yaml have the name %s.".formatted(name));
                        }
                    });
        });
        return examples;
    }

    /**
     * The examples of answers of an operation without a body that say what is asked, or are of the page itself. Samples are
     * not among them, nor are decisions, which are shown by the examples that record them.
     */
    List<Shown> shown(String operation) {
        List<Shown> shown = new ArrayList<>();
        operation(operation).path("responses").properties().forEach(status -> {
            for (JsonNode content : resolved(status.getValue()).path("content")) {
                for (JsonNode example : content.path("examples")) {
                    if (isAsked(operation, status.getKey(), example)) {
                        shown.add(new Shown(
                                operation,
                                Integer.parseInt(status.getKey()),
                                lists(example.path("x-query")),
                                texts(example.path("x-headers")),
                                names(example.path("x-after")),
                                example.path("value")));
                    }
                }
            }
        });
        return shown;
    }

    private static boolean isAsked(String operation, String status, JsonNode example) {
        return example.has("x-query")
                || example.has("x-after")
                || (operation.startsWith("GET ")
                        && status.equals("200")
                        && example.has("value")
                        && !example.path("x-sample").asBoolean());
    }

    /** What a reference stands for; anything else is itself. */
    JsonNode resolved(JsonNode node) {
        return node.size() == 1 && node.has("$ref")
                ? tree.at(node.get("$ref").asText().substring(1))
                : node;
    }

    private Example example(String operation, String name, JsonNode request) {
        var answered = operation(operation).path("responses").properties().stream()
                .filter(status -> !answer(status.getValue(), name).isMissingNode())
                .toList();
        if (answered.size() != 1) {
            throw new AssertionError("The example %s has %d answers in openapi.yaml.".formatted(name, answered.size()));
        }
        return new Example(
                operation,
                request.path("value"),
                lists(request.path("x-query")),
                texts(request.path("x-headers")),
                names(request.path("x-after")),
                Integer.parseInt(answered.get(0).getKey().replace("XX", "00")),
                answer(answered.get(0).getValue(), name));
    }

    private JsonNode answer(JsonNode response, String name) {
        for (JsonNode content : resolved(response).path("content")) {
            if (content.path("examples").has(name)) {
                return resolved(content.path("examples").path(name)).path("value");
            }
        }
        return tree.path("");
    }

    private static Map<String, String> texts(JsonNode members) {
        return members.properties().stream().collect(Collectors.toMap(Map.Entry::getKey, member -> member.getValue()
                .asText()));
    }

    /** A value that is no list is one with it alone. */
    private static Map<String, List<String>> lists(JsonNode members) {
        return members.properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        member -> member.getValue().isArray()
                                ? names(member.getValue())
                                : List.of(member.getValue().asText())));
    }

    private static List<String> names(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }

    private static JsonNode present(JsonNode node, String what) {
        if (node == null) {
            throw new AssertionError("openapi.yaml has nothing for %s.".formatted(what));
        }
        return node;
    }

    private static JsonNode parsed(ObjectMapper mapper, String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ObjectMapper exact(MapperBuilder<?, ?> builder) {
        return builder.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();
    }
}
