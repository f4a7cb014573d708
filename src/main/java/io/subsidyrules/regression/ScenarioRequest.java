package io.subsidyrules.regression;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.subsidyrules.yaml.YamlMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The request of a scenario. It is kept as it is written, where many scenarios can refer to one list of claims, and
 * made into JSON each time that it is asked for.
 */
record ScenarioRequest(LocalDate asOf, Optional<Node> applicant, Optional<Node> claims, Optional<Node> policies) {

    /** The applicant of a scenario that names none; its check character is right. */
    static final String APPLICANT_ID = "91130100MA0ABCDE10";

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    static ScenarioRequest of(YamlMap scenario, LocalDate asOf) {
        return new ScenarioRequest(
                asOf, scenario.node("applicant"), scenario.node("claims"), scenario.node("policies"));
    }

    /** The number of its claims. */
    int claimCount() {
        return claims.orElse(null) instanceof SequenceNode sequence
                ? sequence.getValue().size()
                : 0;
    }

    /** The JSON, as a client would send it. */
    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("asOf", asOf.toString());
            if (applicant.isPresent()) {
                json.writeFieldName("applicant");
                withDefault(json, applicant.get(), "id", APPLICANT_ID);
            }
            if (claims.isPresent()) {
                json.writeFieldName("claims");
                claims(json, claims.get());
            }
            if (policies.isPresent()) {
                json.writeFieldName("policies");
                new YamlToJson(json).write(policies.get());
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void claims(JsonGenerator json, Node claims) throws IOException {
        if (!(claims instanceof SequenceNode sequence)) {
            new YamlToJson(json).write(claims);
            return;
        }
        json.writeStartArray();
        int number = 1;
        for (Node claim : sequence.getValue()) {
            withDefault(json, claim, "id", "c" + number++);
        }
        json.writeEndArray();
    }

    private static void withDefault(JsonGenerator json, Node node, String name, String value) throws IOException {
        if (!(node instanceof MappingNode mapping)) {
            new YamlToJson(json).write(node);
            return;
        }
        json.writeStartObject();
        new YamlToJson(json).members(mapping);
        if (mapping.getValue().stream().noneMatch(member -> isNamed(member, name))) {
            json.writeStringField(name, value);
        }
        json.writeEndObject();
    }

    private static boolean isNamed(NodeTuple member, String name) {
        return member.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name);
    }
}
