package io.subsidyrules.policy;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads YAML files into mappings that know their places. */
public final class YamlFile {

    /** A file of the largest size has fewer; more come only of references to references. */
    private static final int MOST_NODES = 300_000;

    private YamlFile() {}

    /** Reads a file that holds one mapping; empty where it does not, with a fault. */
    public static Optional<YamlMap> parse(String file, String text, Faults faults) {
        try {
            Node node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (node != null && isTooLarge(node)) {
                faults.add(Place.startOf(file), FaultCode.YAML_TOO_LARGE);
                return Optional.empty();
            }
            if (node instanceof MappingNode mapping) {
                return Optional.of(new YamlMap(file, mapping, faults));
            }
            faults.add(Place.startOf(file), FaultCode.YAML_SYNTAX, new Text("the file holds no members", "文件中没有任何成员"));
        } catch (MarkedYAMLException fault) {
            faults.add(
                    YamlMap.placeOf(file, fault.getProblemMark()),
                    FaultCode.YAML_SYNTAX,
                    String.valueOf(fault.getProblem()).replaceAll("\\s+", " "));
        } catch (YAMLException fault) {
            faults.add(
                    Place.startOf(file),
                    FaultCode.YAML_SYNTAX,
                    String.valueOf(fault.getMessage())
                            .lines()
                            .findFirst()
                            .orElse("")
                            .toLowerCase(Locale.ROOT));
        }
        return Optional.empty();
    }

    /** Counts each node as often as it is referred to, without recursion; what refers to itself never ends. */
    private static boolean isTooLarge(Node root) {
        Deque<Node> open = new ArrayDeque<>(List.of(root));
        int nodes = 0;
        while (!open.isEmpty()) {
            if (++nodes > MOST_NODES) {
                return true;
            }
            Node node = open.pop();
            if (node instanceof SequenceNode sequence) {
                sequence.getValue().forEach(open::push);
            } else if (node instanceof MappingNode mapping) {
                for (NodeTuple member : mapping.getValue()) {
                    open.push(member.getKeyNode());
                    open.push(member.getValueNode());
                }
            }
        }
        return false;
    }
}
