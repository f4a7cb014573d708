package io.subsidyrules.policy;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/** Reads YAML files into mappings that know their places. */
public final class YamlFile {

    /** A file of the largest size has fewer; more come only of references to references. */
    private static final int MOST_NODES = 300_000;

    private static final Pattern WIDE_COLON = Pattern.compile("[ -]{0,60}[A-Za-z]{1,40}(：)");

    private static final Map<String, Text> PROBLEMS = Map.of(
            "found character '\\t",
            new Text("a line is indented with a tab", "行首使用了制表符（Tab）"),
            "mapping values are not allowed here",
            new Text("a colon too many, or a line indented wrongly", "多了一个冒号，或缩进有误"),
            "expected <block end>",
            new Text("this does not fit what stands above: an indentation or a quote", "与上文不符：缩进有误，或引号不成对"),
            "found unexpected end of stream",
            new Text("a quote or a bracket is not closed", "引号或括号没有结束"),
            "could not find expected ':'",
            new Text("a colon is missing", "缺少冒号"),
            "expected ',' or",
            new Text("a comma or a closing bracket is missing", "缺少逗号或右括号"));

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
            Place place = YamlMap.placeOf(file, fault.getProblemMark());
            Optional<Place> colon = wideColon(text, place);
            if (colon.isPresent()) {
                faults.add(colon.get(), FaultCode.FULL_WIDTH_CHARACTER, "：", ":");
            } else {
                faults.add(place, FaultCode.YAML_SYNTAX, problem(String.valueOf(fault.getProblem())));
            }
        } catch (YAMLException fault) {
            faults.add(
                    fault instanceof ReaderException reader
                            ? placeOf(file, text, reader.getPosition())
                            : Place.startOf(file),
                    FaultCode.YAML_SYNTAX,
                    String.valueOf(fault.getMessage())
                            .lines()
                            .findFirst()
                            .orElse("")
                            .toLowerCase(Locale.ROOT));
        }
        return Optional.empty();
    }

    /** The nearest member before a place, or at it, whose name ends with a full-width colon. */
    private static Optional<Place> wideColon(String text, Place place) {
        List<String> lines = text.lines().limit(place.line()).toList();
        for (int i = lines.size(); i > 0 && i > place.line() - 2; i--) {
            Matcher name = WIDE_COLON.matcher(lines.get(i - 1));
            if (name.lookingAt()) {
                return Optional.of(new Place(place.file(), i, name.start(1) + 1));
            }
        }
        return Optional.empty();
    }

    private static Text problem(String told) {
        return PROBLEMS.entrySet().stream()
                .filter(known -> told.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(new Text(told.replaceAll("\\s+", " "), "此处的写法不符合 YAML 语法"));
    }

    /** Where the reader stopped, which counts code points. */
    private static Place placeOf(String file, String text, int codePoints) {
        String before = text.substring(
                0, text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length()))));
        int line =
                1 + (int) before.chars().filter(character -> character == '\n').count();
        return new Place(file, line, before.length() - before.lastIndexOf('\n'));
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
