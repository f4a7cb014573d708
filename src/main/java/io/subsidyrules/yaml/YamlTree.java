package io.subsidyrules.yaml;

import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.FullWidth;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Grouping;
import io.subsidyrules.text.InvisibleCharacters;
import io.subsidyrules.text.Shortened;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Checks the nodes of a file for what no member may be, whatever it means: twice in one group, named by a group, of a
 * type of its own, made of what cannot be seen. Merge keys are replaced by what they merge.
 */
final class YamlTree {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(YamlTree.class);

    /** A file of the largest size has fewer; more come only of references to references. */
    private static final int MOST_NODES = 300_000;

    static final int LONGEST_NAME = 200;
    static final Text NAME = TEXTS.text("nameOfMember");
    private static final Set<Tag> TYPES =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.SEQ, Tag.MAP, Tag.MERGE);
    private static final Pattern WIDE_SIGN = Pattern.compile("[＊＆][A-Za-z][A-Za-z0-9_-]*|[！！]{1,2}[A-Za-z]+");
    private static final Pattern WIDE_BLOCK = Pattern.compile("[｜＞][-+－＋]?\\s.*", Pattern.DOTALL);

    private static final Pattern NAME_AND_VALUE = Pattern.compile("(?s)[A-Za-z]+:\\S.*");
    private static final Pattern NAME_AND_BRACKET = Pattern.compile("(?s)[A-Za-z]+:[{\\[\"'].*");

    private static final Pattern BEFORE_COMMA = Pattern.compile("-?[0-9]{1,4}");
    private static final Pattern REST_OF_NUMBER = Pattern.compile("[0-9]{3,4}(\\.[0-9]+)?");

    /** The texts of a group that has one for each language. */
    private static final Set<String> LANGUAGES = Set.of("en", "zh");

    private static final Pattern NAME_ALONE = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");
    private static final int LONGEST_QUOTE = 60;

    private final String file;
    private final Faults faults;
    private final Set<Node> checked = Collections.newSetFromMap(new IdentityHashMap<>());

    YamlTree(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /** Checks a node and all below it; false, with a fault, where it is too large to be read. */
    boolean check(Node root) {
        if (isTooLarge(root)) {
            faults.add(Place.startOf(file), FaultCode.YAML_TOO_LARGE);
            return false;
        }
        Deque<Node> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (!checked.add(node)) {
                continue;
            }
            type(node);
            if (node instanceof SequenceNode sequence) {
                sequence.getValue().forEach(open::push);
            } else if (node instanceof MappingNode mapping) {
                unique(mapping);
                mapping.getValue().forEach(member -> open.push(member.getValueNode()));
            } else if (node instanceof ScalarNode scalar) {
                characters(scalar);
            }
        }
        Set<MappingNode> merged = Collections.newSetFromMap(new IdentityHashMap<>());
        List.copyOf(checked).forEach(node -> merge(node, merged));
        return true;
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

    private void type(Node node) {
        if (!TYPES.contains(node.getTag())) {
            String tag = node.getTag().getValue().replace(Tag.PREFIX, "!!");
            syntax(place(node), TEXTS.text("unknownType", tag), TEXTS.text("takeOutType"));
        }
    }

    /** Keeps the first of each name; further ones, and anything that is not a name, are faults. */
    private void unique(MappingNode mapping) {
        Set<String> names = new HashSet<>();
        List<NodeTuple> kept = new ArrayList<>();
        List<ScalarNode> again = new ArrayList<>();
        for (NodeTuple member : withoutCommas(mapping.getValue())) {
            Node key = member.getKeyNode();
            if (!(key instanceof ScalarNode name)) {
                syntax(place(key), TEXTS.text("nameIsGroup"), TEXTS.text("writeName"));
                faults.settle(place(mapping));
            } else if (name.getValue().length() > LONGEST_NAME) {
                faults.add(place(key), FaultCode.TOO_LONG, NAME, LONGEST_NAME);
            } else if (isWithoutBlank(name, member.getValueNode())) {
                String[] written = name.getValue().split(":", 2);
                syntax(place(key), YamlSlip.NO_BLANK, YamlSlip.withBlank(written[0], written[1]));
                faults.settle(place(key));
                kept.add(member);
            } else if (!names.add(name.getValue())) {
                again.add(name);
                kept.stream()
                        .filter(first ->
                                ((ScalarNode) first.getKeyNode()).getValue().equals(name.getValue()))
                        .forEach(first -> faults.settle(place(first.getValueNode())));
            } else {
                kept.add(member);
            }
        }
        // Where several names come again, an entry of a list begins without its dash.
        again.stream()
                .findFirst()
                .ifPresent(first -> faults.add(
                        place(first),
                        FaultCode.MEMBER_TWICE,
                        first.getValue(),
                        again.size() == 1
                                ? TEXTS.text("removeOne")
                                : TEXTS.text("entryWithoutDash", first.getValue())));
        if (kept.size() < mapping.getValue().size()) {
            mapping.setValue(kept);
        }
    }

    /** Whether a name holds its value, since YAML wants a blank behind a colon. */
    private static boolean isWithoutBlank(ScalarNode name, Node value) {
        boolean alone = value instanceof ScalarNode none && none.getTag().equals(Tag.NULL);
        return name.getScalarStyle() == ScalarStyle.PLAIN
                && (alone ? NAME_AND_VALUE : NAME_AND_BRACKET)
                        .matcher(name.getValue())
                        .matches();
    }

    /** The members without those that are the rest of a number or a text with commas, which is a fault. */
    private List<NodeTuple> withoutCommas(List<NodeTuple> members) {
        List<NodeTuple> kept = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            NodeTuple member = members.get(i);
            kept.add(member);
            int first = i + 1;
            while (i + 1 < members.size() && isRestOf(member, members.get(i + 1))) {
                i++;
            }
            if (i >= first) {
                ScalarNode value = (ScalarNode) member.getValueNode();
                commas(member, value, members.subList(first, i + 1));
                faults.settle(place(value));
            }
        }
        return kept;
    }

    private void commas(NodeTuple member, ScalarNode value, List<NodeTuple> rest) {
        StringBuilder written = new StringBuilder(value.getValue());
        boolean number = BEFORE_COMMA.matcher(value.getValue()).matches();
        int end = value.getEndMark().getIndex();
        for (NodeTuple part : rest) {
            ScalarNode key = (ScalarNode) part.getKeyNode();
            number &= REST_OF_NUMBER.matcher(key.getValue()).matches();
            written.append(key.getStartMark().getIndex() > end + 1 ? ", " : ",").append(key.getValue());
            end = key.getEndMark().getIndex();
        }
        if (number) {
            String digits = written.toString().replaceAll("[, ]", "");
            faults.add(place(value), FaultCode.NUMBER_WITH_COMMA, written, Grouping.grouped(digits));
        } else {
            String name = ((ScalarNode) member.getKeyNode()).getValue();
            syntax(
                    place(value),
                    TEXTS.text("commaInText"),
                    TEXTS.text("quoteText", name, Shortened.end(written.toString(), LONGEST_QUOTE)));
        }
    }

    /** Whether a name without a value is what follows a comma in the value of the member before. */
    private static boolean isRestOf(NodeTuple member, NodeTuple next) {
        if (!(member.getKeyNode() instanceof ScalarNode name)
                || !(member.getValueNode() instanceof ScalarNode value)
                || !(next.getKeyNode() instanceof ScalarNode rest)) {
            return false;
        }
        boolean plain = value.getScalarStyle() == ScalarStyle.PLAIN
                && !value.getValue().isEmpty()
                && rest.getScalarStyle() == ScalarStyle.PLAIN;
        boolean text = LANGUAGES.contains(name.getValue())
                ? !LANGUAGES.contains(rest.getValue())
                : !NAME_ALONE.matcher(rest.getValue()).matches();
        return plain && text && !rest.getValue().contains("：") && hasNoColon(rest, next.getValueNode());
    }

    private static boolean hasNoColon(ScalarNode name, Node value) {
        Mark start = value.getStartMark();
        return value instanceof ScalarNode none
                && none.getTag().equals(Tag.NULL)
                && none.getValue().isEmpty()
                && !isWithoutBlank(name, value)
                && (start.getPointer() == 0 || start.getBuffer()[start.getPointer() - 1] != ':');
    }

    private void characters(ScalarNode scalar) {
        String value = scalar.getValue();
        boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
        Matcher sign = WIDE_SIGN.matcher(value);
        boolean several = scalar.getEndMark().getLine() > scalar.getStartMark().getLine();
        if (plain && (sign.matches() || (several && WIDE_BLOCK.matcher(value).matches()))) {
            FullWidth.refuse(value.charAt(0), place(scalar), faults);
            faults.settle(place(scalar));
        }
        if (scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED) {
            value.codePoints()
                    .filter(InvisibleCharacters::isInvisible)
                    .findFirst()
                    .ifPresent(character -> faults.add(
                            place(scalar), FaultCode.INVISIBLE_CHARACTER, InvisibleCharacters.described(character)));
        }
    }

    /** Puts what {@code <<} merges in its place: the members that the mapping does not have, the first of several. */
    private void merge(Node node, Set<MappingNode> merged) {
        if (!(node instanceof MappingNode mapping) || !merged.add(mapping)) {
            return;
        }
        Map<String, NodeTuple> members = new LinkedHashMap<>();
        List<Node> sources = new ArrayList<>();
        for (NodeTuple member : mapping.getValue()) {
            if (member.getKeyNode().getTag().equals(Tag.MERGE)) {
                sources.addAll(sources(member));
            } else {
                members.put(((ScalarNode) member.getKeyNode()).getValue(), member);
            }
        }
        for (Node source : sources) {
            merge(source, merged);
            ((MappingNode) source)
                    .getValue()
                    .forEach(member -> members.putIfAbsent(((ScalarNode) member.getKeyNode()).getValue(), member));
        }
        mapping.setValue(new ArrayList<>(members.values()));
    }

    private List<Node> sources(NodeTuple member) {
        Node value = member.getValueNode();
        List<Node> sources = value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value);
        List<Node> groups =
                sources.stream().filter(MappingNode.class::isInstance).toList();
        if (groups.isEmpty() || groups.size() < sources.size()) {
            faults.add(
                    place(value),
                    FaultCode.MEMBER_WRONG,
                    "<<",
                    TEXTS.text("groupOrGroups"),
                    TEXTS.text("referToGroup"));
        }
        return groups;
    }

    private void syntax(Place place, Text what, Text remedy) {
        faults.add(place, FaultCode.YAML_SYNTAX, what, remedy);
    }

    private Place place(Node node) {
        return YamlPlace.of(file, node.getStartMark());
    }
}
