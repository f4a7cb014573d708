package io.subsidyrules.regression;

import com.fasterxml.jackson.core.JsonGenerator;
import io.subsidyrules.text.Grouping;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Writes YAML values as JSON: numbers stay exact, dates become strings. */
final class YamlToJson {

    private static final Set<String> TRUE = Set.of("true", "yes", "on");

    /** With an exponent of three digits at most: arithmetic on 1E+200000000 would never end. */
    private static final Pattern PLAIN_NUMBER =
            Pattern.compile("[-+]?([0-9]{1,400}(\\.[0-9]{0,400})?|\\.[0-9]{1,400})([eE][-+]?[0-9]{1,3})?");

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
        String digits = value.replace("_", "");
        if (PLAIN_NUMBER.matcher(digits).matches() && isSound(value)) {
            json.writeNumber(new BigDecimal(digits));
        } else {
            json.writeString(value);
        }
    }

    /** A number that is not written as rule files write it, such as a code that begins with zero, is a text. */
    private static boolean isSound(String value) {
        return Grouping.isSound(value.replaceFirst("^[-+]", "").replaceFirst("[eE].*", ""));
    }
}
