package io.subsidyrules.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
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
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The contract as the file openapi.yaml at the project's top has it, with or without the examples that stand beside it.
 * Numbers keep their decimals.
 */
record OpenApiFile(JsonNode tree) {

    private static final ObjectMapper YAML = exact(YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER, YAMLGenerator.Feature.SPLIT_LINES)
            .enable(
                    YAMLGenerator.Feature.MINIMIZE_QUOTES,
                    YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS,
                    YAMLGenerator.Feature.LITERAL_BLOCK_STYLE,
                    YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR));
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
            String name,
            int status,
            Map<String, List<String>> query,
            Map<String, String> headers,
            List<String> after,
            JsonNode answer) {}

    /** The file with the examples that stand beside it, each at its place. */
    static OpenApiFile withAllExamples() {
        OpenApiFile file = read();
        ExampleFiles.putInto(file);
        return file;
    }

    /** The file alone. */
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

    /** The tree in the form of the file. */
    static String yaml(JsonNode tree) {
        return written(YAML.writer(), tree);
    }

    /** Reads a text in the form of the file word by word. */
    static JsonParser parser(String text) throws IOException {
        return YAML.createParser(text);
    }

    static JsonNode json(String text) {
        return parsed(JSON, text);
    }

    /** The tree as text, to the last decimal and in its order. */
    static String text(JsonNode tree) {
        return written(JSON.writerWithDefaultPrettyPrinter(), tree);
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

    /** The operation that generated clients call so; a missing node where there is none. */
    JsonNode operationOfId(String id) {
        return operations().values().stream()
                .filter(operation -> operation.path("operationId").asText().equals(id))
                .findFirst()
                .orElse(MissingNode.getInstance());
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
            content.path("examples").properties().forEach(named -> {
                String name = named.getKey();
                if (examples.put(name, example(operation, name, named.getValue())) != null) {
                    throw new AssertionError("Two examples have the name %s.".formatted(name));
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
                for (Map.Entry<String, JsonNode> named :
                        content.path("examples").properties()) {
                    JsonNode example = named.getValue();
                    if (isAsked(operation, status.getKey(), example)) {
                        shown.add(new Shown(
                                operation,
                                named.getKey(),
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

    /** This contract with the examples of another besides. Its own stay, but for references to what is shown in short. */
    OpenApiFile withExamplesOf(OpenApiFile other) {
        JsonNode copy = tree.deepCopy();
        copyExamples(other.tree, copy);
        return new OpenApiFile(copy);
    }

    private static void copyExamples(JsonNode from, JsonNode to) {
        for (Map.Entry<String, JsonNode> member : from.properties()) {
            if (member.getKey().equals("examples")) {
                ObjectNode examples = ((ObjectNode) to).withObjectProperty("examples");
                for (Map.Entry<String, JsonNode> each : member.getValue().properties()) {
                    if (!examples.path(each.getKey()).has("value")) {
                        examples.set(each.getKey(), each.getValue());
                    }
                }
            } else {
                copyExamples(member.getValue(), to.path(member.getKey()));
            }
        }
    }

    private static boolean isAsked(String operation, String status, JsonNode example) {
        return example.has("x-query")
                || example.has("x-after")
                || (operation.startsWith("GET ")
                        && status.equals("200")
                        && example.has("value")
                        && !example.path("x-sample").asBoolean());
    }

    /** Where the file has the answer of an example, as a JSON pointer, if it has it. */
    Optional<String> placeOfAnswer(String operation, String name) {
        int space = operation.indexOf(' ');
        JsonPointer responses = JsonPointer.empty()
                .appendProperty("paths")
                .appendProperty(operation.substring(space + 1))
                .appendProperty(operation.substring(0, space).toLowerCase(Locale.ROOT))
                .appendProperty("responses");
        for (Map.Entry<String, JsonNode> status : tree.at(responses).properties()) {
            String response = status.getValue()
                    .path("$ref")
                    .asText("#" + responses.appendProperty(status.getKey()))
                    .substring(1);
            for (Map.Entry<String, JsonNode> content :
                    tree.at(response).path("content").properties()) {
                String place = JsonPointer.compile(response + "/content").appendProperty(content.getKey())
                        + "/examples/" + name + "/value";
                if (!tree.at(place).isMissingNode()) {
                    return Optional.of(place);
                }
            }
        }
        return Optional.empty();
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
            throw new AssertionError("The example %s has %d answers.".formatted(name, answered.size()));
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

    private static String written(ObjectWriter writer, JsonNode tree) {
        try {
            return writer.writeValueAsString(tree);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
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
