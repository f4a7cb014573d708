package io.subsidyrules.regression;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Writes YAML values as JSON: numbers stay exact, dates become strings. */
final class YamlToJson {

    private static final Set<String> TRUE = Set.of("true", "yes", "on");

    private final JsonGenerator json;

    YamlToJson(JsonGenerator json) {
        this.json = json;
    }

    void write(Node node) throws IOException {
        if (node instanceof MappingNode mapping) {
            json.writeStartObject();
            members(mapping);
            json.writeEndObject();
        } else if (node instanceof SequenceNode sequence) {
            json.writeStartArray();
            for (Node element : sequence.getValue()) {
                write(element);
            }
            json.writeEndArray();
        } else {
            scalar((ScalarNode) node);
        }
    }

    /** The members of a mapping, without its braces. */
    void members(MappingNode mapping) throws IOException {
        for (NodeTuple member : mapping.getValue()) {
            json.writeFieldName(member.getKeyNode() instanceof ScalarNode name ? name.getValue() : "?");
            write(member.getValueNode());
        }
    }

    private void scalar(ScalarNode scalar) throws IOException {
        String value = scalar.getValue();
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.NULL)) {
            json.writeNull();
        } else if (tag.equals(Tag.BOOL)) {
            json.writeBoolean(TRUE.contains(value.toLowerCase(Locale.ROOT)));
        } else if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            number(value);
        } else {
            json.writeString(value);
        }
    }

    private void number(String value) throws IOException {
        try {
            json.writeNumber(new BigDecimal(value.replace("_", "")));
        } catch (NumberFormatException notDecimal) {
            json.writeString(value);
        }
    }
}
