package io.subsidyrules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** JSON for reading: what fits stands on one line, and members fill their lines. */
final class ReadableJson {

    private static final int WIDTH = 140;

    private ReadableJson() {}

    static String of(JsonNode node) {
        return written(node, "", 0);
    }

    /** @param taken the characters of the line that stand before the node, and behind the indent of its members */
    private static String written(JsonNode node, String indent, int taken) {
        String line = onOneLine(node);
        if (!node.isContainerNode() || indent.length() + taken + line.length() <= WIDTH) {
            return line;
        }
        return node.isArray() ? elements(node, indent + "  ") : members(node, indent + "  ");
    }

    private static String elements(JsonNode array, String indent) {
        List<String> elements = new ArrayList<>();
        array.forEach(element -> elements.add("\n" + indent + written(element, indent, 0)));
        return "[" + String.join(",", elements) + " ]";
    }

    /** A member whose value takes several lines begins on a line of its own. */
    private static String members(JsonNode object, String indent) {
        StringBuilder text = new StringBuilder("{");
        int used = indent.length() - 1;
        boolean first = true;
        for (var member : object.properties()) {
            String name = "\"%s\": ".formatted(member.getKey());
            String line = name + onOneLine(member.getValue());
            text.append(first ? "" : ",");
            if (used + line.length() + 2 <= WIDTH) {
                text.append(first ? "" : " ").append(line);
                used += line.length() + 2;
            } else {
                String value = written(member.getValue(), indent, name.length());
                text.append('\n').append(indent).append(name).append(value);
                used = value.indexOf('\n') < 0 ? indent.length() + line.length() : WIDTH;
            }
            first = false;
        }
        return text.append("}").toString();
    }

    private static String onOneLine(JsonNode node) {
        List<String> parts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(element -> parts.add(onOneLine(element)));
            return "[" + String.join(", ", parts) + "]";
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(
                            member -> parts.add("\"%s\": %s".formatted(member.getKey(), onOneLine(member.getValue()))));
            return "{" + String.join(", ", parts) + "}";
        }
        return node.toString();
    }
}
