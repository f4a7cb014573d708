package io.subsidyrules.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Compares what is sent and answered with what the contract says of it, and tells the differences as sentences. */
final class Described {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDialect(
            Dialect.builder(Dialects.getDraft202012())
                    .keywords(Stream.of("components", "x-changeable", "x-key", "x-check", "x-line")
                            .map(NonValidationKeyword::new)
                            .toList())
                    .build(),
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final OpenApiFile file;

    Described(OpenApiFile file) {
        this.file = file;
    }

    /** What of an answer is not as the operation's response of that status has it: headers, media type, body. */
    List<String> differences(String operation, Response answer) {
        JsonNode response = file.response(operation, answer.statusCode());
        List<String> differences = new ArrayList<>();
        for (Map.Entry<String, JsonNode> header : response.path("headers").properties()) {
            JsonNode described = file.resolved(header.getValue());
            String value = answer.header(header.getKey());
            if (value != null) {
                differences.addAll(differences(described.path("schema"), TextNode.valueOf(value)));
            } else if (described.path("required").asBoolean()) {
                differences.add("The header %s is missing.".formatted(header.getKey()));
            }
        }
        JsonNode content = response.path("content");
        String body = answer.asString();
        if (content.isEmpty()) {
            if (!body.isEmpty()) {
                differences.add("There is a body.");
            }
            return differences;
        }
        String mediaType = answer.contentType().replaceFirst(";.*", "");
        if (!content.has(mediaType)) {
            differences.add("The media type is %s.".formatted(mediaType));
        } else {
            JsonNode value = isJson(mediaType) ? OpenApiFile.json(body) : TextNode.valueOf(body);
            differences.addAll(differences(content.path(mediaType).path("schema"), value));
        }
        return differences;
    }

    /** What of a value is not as a schema of the file has it; of a text with lines, what of each. */
    List<String> differences(JsonNode schema, JsonNode value) {
        if (schema.has("x-line")) {
            return value.asText()
                    .lines()
                    .flatMap(line -> differences(schema.path("x-line"), OpenApiFile.json(line)).stream())
                    .toList();
        }
        ObjectNode whole = schema.deepCopy();
        whole.putObject("components").set("schemas", file.tree().at("/components/schemas"));
        return against(whole, value);
    }

    private static boolean isJson(String mediaType) {
        return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }

    /** What of a value is not as a schema that stands alone has it. */
    static List<String> against(JsonNode schema, JsonNode value) {
        return REGISTRY.getSchema(schema).validate(value).stream()
                .map(Error::toString)
                .toList();
    }
}
