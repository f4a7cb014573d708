package io.subsidyrules.regression;

import com.fasterxml.jackson.core.JsonGenerator;
import io.subsidyrules.text.Grouping;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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
        Object value = value(scalar);
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else {
            json.writeString(value.toString());
        }
    }

    /** The values of a node in maps and lists, without the members that have none. */
    static Object values(Node node) {
        if (node instanceof MappingNode mapping) {
            Map<String, Object> members = new LinkedHashMap<>();
            for (NodeTuple member : mapping.getValue()) {
                boolean empty = member.getValueNode().getTag().equals(Tag.NULL);
                if (!empty && member.getKeyNode() instanceof ScalarNode name) {
                    members.put(name.getValue(), values(member.getValueNode()));
                }
            }
            return members;
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(YamlToJson::values).toList();
        }
        Object value = value((ScalarNode) node);
        return value == null ? "" : value;
    }

    /** A single value as a request states it: a truth value, a number or a text; null where nothing is written. */
    static @Nullable Object value(ScalarNode scalar) {
        String written = scalar.getValue();
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.NULL)) {
            return null;
        }
        if (tag.equals(Tag.BOOL)) {
            return TRUE.contains(written.toLowerCase(Locale.ROOT));
        }
        return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) ? number(written) : written;
    }

    /** The number, or the text where YAML counts as a number what a request could not: 0x1F, 12:30. */
    private static Object number(String written) {
        String digits = written.replace("_", "");
        return PLAIN_NUMBER.matcher(digits).matches() && isSound(written) ? new BigDecimal(digits) : written;
    }

    /** A number that is not written as rule files write it, such as a code that begins with zero, is a text. */
    private static boolean isSound(String value) {
        return Grouping.isSound(value.replaceFirst("^[-+]", "").replaceFirst("[eE].*", ""));
    }
}
