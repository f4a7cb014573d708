package io.subsidyrules.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The examples that stand beside openapi.yaml, a file each. The README in their folder says what a file has. */
final class ExampleFiles {

    static final Path FOLDER = Path.of("src/test/resources/contract");

    private static final String ANSWER = "answer";
    private static final String VALUE = "value";
    private static final Set<String> MEMBERS = new TreeSet<>(
            Set.of("summary", "query", "headers", "after", "request", "status", "mediaType", "sample", ANSWER));

    /** The members that say how an example is sent, and what they are called in openapi.yaml. */
    private static final Map<String, String> SENT =
            Map.of("query", "x-query", "headers", "x-headers", "after", "x-after");

    private final OpenApiFile contract;

    private ExampleFiles(OpenApiFile contract) {
        this.contract = contract;
    }

    /** Puts the examples at their places in a contract, which belongs to the caller. */
    static void putInto(OpenApiFile contract) {
        ExampleFiles files = new ExampleFiles(contract);
        for (Path folder : in(FOLDER)) {
            for (Path file : Files.isDirectory(folder) ? in(folder) : List.<Path>of()) {
                files.put(folder.getFileName().toString(), file);
            }
        }
    }

    /** The example in a file. */
    static JsonNode read(Path file) {
        try {
            return OpenApiFile.yaml(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The file of an example, whether it has one or not. */
    static Path of(String owner, String name) {
        return FOLDER.resolve(owner).resolve(name + ".yaml");
    }

    static List<Path> in(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void put(String owner, Path file) {
        JsonNode example = read(file);
        if (!example.isObject() || !MEMBERS.containsAll(names(example))) {
            throw new AssertionError("%s has another member than %s.".formatted(file, MEMBERS));
        }
        String name = file.getFileName().toString().replaceFirst("[.]yaml$", "");
        JsonNode operation = contract.operationOfId(owner);
        if (example.has("request")) {
            ObjectNode request = sent(example).set(VALUE, example.path("request"));
            examples(operation.path("requestBody"), "application/json").set(name, request);
        }
        if (example.has(ANSWER)) {
            ObjectNode answer = operation.has("requestBody") ? JsonNodeFactory.instance.objectNode() : sent(example);
            answer.set(VALUE, example.path(ANSWER));
            String status = example.path("status").asText();
            JsonNode response = operation.isMissingNode()
                    ? contract.tree().at("/components/responses/" + owner)
                    : contract.resolved(operation.path("responses").path(status));
            String usual = status.startsWith("2") ? "application/json" : "application/problem+json";
            examples(response, example.path("mediaType").asText(usual)).set(name, answer);
        }
    }

    private static Set<String> names(JsonNode example) {
        Set<String> names = new TreeSet<>();
        example.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static ObjectNode sent(JsonNode example) {
        ObjectNode sent = JsonNodeFactory.instance.objectNode();
        SENT.forEach((name, inContract) -> {
            if (example.has(name)) {
                sent.set(inContract, example.path(name));
            }
        });
        if (example.has("sample")) {
            sent.set("x-sample", example.path("sample"));
        }
        return sent;
    }

    private static ObjectNode examples(JsonNode described, String mediaType) {
        if (described.path("content").path(mediaType) instanceof ObjectNode content) {
            return content.withObjectProperty("examples");
        }
        throw new AssertionError("openapi.yaml has no %s for an example there: %s".formatted(mediaType, described));
    }
}
