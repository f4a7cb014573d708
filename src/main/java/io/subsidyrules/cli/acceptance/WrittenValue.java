package io.subsidyrules.cli.acceptance;

import io.subsidyrules.policy.Yuan;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Values of answers as a scenario file writes them. */
final class WrittenValue {

    /** Such a text is not taken for anything else without quotes, in braces either: a pointer, a status. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z/][A-Za-z0-9/_.-]*");

    private WrittenValue() {}

    /** The value in the place of what is written there; empty if that cannot hold it. */
    static Optional<String> of(Object value, Node place) {
        if (place instanceof SequenceNode && value instanceof List<?> list) {
            return texts(list)
                    ? Optional.of(
                            list.isEmpty()
                                    ? "[]"
                                    : list.stream()
                                            .map(WrittenValue::text)
                                            .collect(Collectors.joining(", ", "[ ", " ]")))
                    : Optional.empty();
        }
        if (!(place instanceof ScalarNode)) {
            return Optional.empty();
        }
        if (value instanceof List<?> list) {
            return list.size() == 1 && texts(list) ? Optional.of(text(list.get(0))) : Optional.empty();
        }
        return value instanceof Yuan || value instanceof Enum<?> || value instanceof String || value instanceof Boolean
                ? Optional.of(text(value))
                : Optional.empty();
    }

    private static boolean texts(List<?> list) {
        return list.stream().allMatch(String.class::isInstance);
    }

    private static String text(Object value) {
        String text = value.toString();
        boolean plain = !(value instanceof String) || PLAIN.matcher(text).matches();
        return plain ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
