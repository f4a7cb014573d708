package io.subsidyrules.cli.acceptance;

import io.subsidyrules.fault.Place;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The text of a scenario file in which values are replaced; all else stays as it is. Not thread-safe. */
final class ScenarioText {

    private final String file;
    private final String text;
    private final Map<Place, Node> values = new HashMap<>();
    private final List<Replacement> replacements = new ArrayList<>();

    /** @param text that was read as a scenario file before */
    ScenarioText(String file, String text) {
        this.file = file;
        this.text = text;
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        add(new Yaml(options).compose(new StringReader(text)));
    }

    /** A part of the text, from one index up to another, and what is written in its place. */
    private record Replacement(int from, int to, String written) {}

    private void add(Node node) {
        values.putIfAbsent(place(node.getStartMark()), node);
        if (node instanceof MappingNode mapping) {
            for (NodeTuple member : mapping.getValue()) {
                add(member.getValueNode());
            }
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(this::add);
        }
    }

    private Place place(Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** Marks count characters, of which some are two in a text. */
    private int index(Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }

    /** Whether a value can be put in the place of the one that begins there. */
    boolean holds(Place place, Object value) {
        return replacement(place, value).isPresent();
    }

    /** Puts a value in the place of the one that begins there, which can hold it. */
    void replace(Place place, Object value) {
        replacements.add(replacement(place, value).orElseThrow());
    }

    private Optional<Replacement> replacement(Place place, Object value) {
        return Optional.ofNullable(values.get(place))
                .filter(there -> !hasComment(there))
                .flatMap(there -> WrittenValue.of(value, there)
                        .map(written -> new Replacement(index(there.getStartMark()), index(end(there)), written)));
    }

    /** Whether a comment is between the values of a list, where it would be lost with them. */
    private boolean hasComment(Node node) {
        if (!(node instanceof SequenceNode sequence)) {
            return false;
        }
        int from = index(node.getStartMark());
        for (Node value : sequence.getValue()) {
            if (text.substring(from, index(value.getStartMark())).indexOf('#') >= 0) {
                return true;
            }
            from = index(value.getEndMark());
        }
        return text.substring(from, Math.max(from, index(end(node)))).indexOf('#') >= 0;
    }

    /** A list on lines of its own ends behind its last value, and not at the word that follows. */
    private static Mark end(Node node) {
        if (node instanceof SequenceNode sequence
                && sequence.getFlowStyle() == DumperOptions.FlowStyle.BLOCK
                && !sequence.getValue().isEmpty()) {
            return end(sequence.getValue().get(sequence.getValue().size() - 1));
        }
        return node.getEndMark();
    }

    /** The text with the new values; empty if there are none. */
    Optional<String> replaced() {
        if (replacements.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder replaced = new StringBuilder(text);
        replacements.stream()
                .distinct()
                .sorted(Comparator.comparing(Replacement::from).reversed())
                .forEach(part -> replaced.replace(part.from(), part.to(), part.written()));
        return Optional.of(replaced.toString());
    }
}
