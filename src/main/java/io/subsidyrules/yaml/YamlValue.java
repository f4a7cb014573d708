package io.subsidyrules.yaml;

import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value of a YAML file that a JSON pointer names, or the nearest around it where the file does not have it.
 *
 * @param place where it begins
 * @param name where the name of the member begins whose value it is; the value's place where it is not a member
 * @param nameText that name; empty if it is not a member
 * @param text a single value as the file writes it, without its quotes
 * @param quoted whether it has quotes
 */
public record YamlValue(Place place, Place name, String nameText, Optional<String> text, boolean quoted) {

    static YamlValue of(String file, Node root, String pointer) {
        Node node = root;
        Optional<ScalarNode> name = Optional.empty();
        for (String token : List.of(pointer.substring(1).split("/", -1))) {
            Optional<NodeTuple> member = member(node, token.replace("~1", "/").replace("~0", "~"));
            Optional<Node> next = node instanceof SequenceNode sequence
                    ? element(sequence, token)
                    : member.map(NodeTuple::getValueNode);
            if (next.isEmpty()) {
                break;
            }
            name = member.map(NodeTuple::getKeyNode).map(ScalarNode.class::cast);
            node = next.get();
        }
        Place place = YamlPlace.of(file, node.getStartMark());
        return new YamlValue(
                place,
                name.map(key -> YamlPlace.of(file, key.getStartMark())).orElse(place),
                name.map(ScalarNode::getValue).orElse(""),
                node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)
                        ? Optional.of(scalar.getValue())
                        : Optional.empty(),
                node instanceof ScalarNode scalar && scalar.getScalarStyle() != ScalarStyle.PLAIN);
    }

    /** The number that a text means which writes it with a unit, a sign of currency or commas. */
    public Optional<Text> numberMeant() {
        return text.flatMap(YamlScalar::numberMeant);
    }

    /** The truth value that a text means which writes it otherwise, as yes or 是. */
    public Optional<Text> truthMeant() {
        return text.flatMap(YamlScalar::truthMeant);
    }

    /** The place in the file of a character of the value, given by its index. */
    public Place at(int index) {
        return new Place(place.file(), place.line(), place.column() + index + (quoted ? 1 : 0));
    }

    private static Optional<NodeTuple> member(Node node, String name) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(member -> member.getKeyNode() instanceof ScalarNode key
                                && key.getValue().equals(name))
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<Node> element(SequenceNode sequence, String index) {
        int at = index.matches("[0-9]{1,6}") ? Integer.parseInt(index) : Integer.MAX_VALUE;
        return at < sequence.getValue().size() ? Optional.of(sequence.getValue().get(at)) : Optional.empty();
    }
}
