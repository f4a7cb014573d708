package io.subsidyrules.faults;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** What can be wrong with a member of a YAML file, whatever it means. */
enum WrongMember {
    MISSING {
        @Override
        List<NodeTuple> instead(NodeTuple member) {
            return List.of();
        }
    },
    NULL {
        @Override
        List<NodeTuple> instead(NodeTuple member) {
            return List.of(with(member, new ScalarNode(Tag.NULL, "null", null, null, ScalarStyle.PLAIN)));
        }
    },
    EMPTY {
        @Override
        List<NodeTuple> instead(NodeTuple member) {
            Node value = member.getValueNode();
            if (value instanceof MappingNode) {
                return List.of(with(member, new MappingNode(Tag.MAP, new ArrayList<>(), FlowStyle.FLOW)));
            }
            return List.of(with(
                    member,
                    value instanceof SequenceNode
                            ? new SequenceNode(Tag.SEQ, new ArrayList<>(), FlowStyle.FLOW)
                            : new ScalarNode(Tag.STR, "", null, null, ScalarStyle.DOUBLE_QUOTED)));
        }
    },
    OF_ANOTHER_KIND {
        @Override
        List<NodeTuple> instead(NodeTuple member) {
            Node group = new MappingNode(Tag.MAP, List.of(new NodeTuple(word("a"), word("b"))), FlowStyle.FLOW);
            return List.of(with(member, member.getValueNode() instanceof ScalarNode ? group : word("word")));
        }
    },
    MISSPELT {
        @Override
        List<NodeTuple> instead(NodeTuple member) {
            return List.of(new NodeTuple(word(nameOf(member) + "x"), member.getValueNode()));
        }
    },
    TWICE {
        @Override
        List<NodeTuple> instead(NodeTuple member) {
            return List.of(member, with(member, compose(text(member.getValueNode()))));
        }
    };

    abstract List<NodeTuple> instead(NodeTuple member);

    /** The texts in which one member is wrong in this way, by its path; of the entries of a list, the first that has it. */
    Map<String, String> all(String text) {
        Map<String, String> all = new TreeMap<>();
        for (int index = 0; ; index++) {
            Node root = compose(text);
            String path = change(root, "", new int[] {index});
            if (path.isEmpty()) {
                return all;
            }
            all.putIfAbsent(path, text(root));
        }
    }

    /** Changes one member; its path, or nothing where there are fewer. */
    private String change(Node node, String at, int[] before) {
        if (node instanceof SequenceNode list) {
            return list.getValue().stream()
                    .map(entry -> change(entry, at + "[]", before))
                    .filter(path -> !path.isEmpty())
                    .findFirst()
                    .orElse("");
        }
        if (!(node instanceof MappingNode group)) {
            return "";
        }
        for (NodeTuple member : group.getValue()) {
            String path = at + "/" + nameOf(member);
            if (before[0]-- == 0) {
                List<NodeTuple> members = new ArrayList<>();
                group.getValue().forEach(one -> members.addAll(one == member ? instead(one) : List.of(one)));
                group.setValue(members);
                return path;
            }
            String below = change(member.getValueNode(), path, before);
            if (!below.isEmpty()) {
                return below;
            }
        }
        return "";
    }

    static Node compose(String text) {
        return new Yaml().compose(new StringReader(text));
    }

    private static String text(Node node) {
        DumperOptions options = new DumperOptions();
        options.setWidth(1_000);
        options.setAllowUnicode(true);
        StringWriter text = new StringWriter();
        new Yaml(options).serialize(node, text);
        return text.toString();
    }

    private static NodeTuple with(NodeTuple member, Node value) {
        return new NodeTuple(word(nameOf(member)), value);
    }

    private static ScalarNode word(String word) {
        return new ScalarNode(Tag.STR, word, null, null, ScalarStyle.PLAIN);
    }

    private static String nameOf(NodeTuple member) {
        return ((ScalarNode) member.getKeyNode()).getValue();
    }
}
