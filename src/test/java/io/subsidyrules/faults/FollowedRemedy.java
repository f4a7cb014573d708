package io.subsidyrules.faults;

import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.Place;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML file after somebody has done what a remedy says, to the letter. */
final class FollowedRemedy {

    private static final Pattern ADD = Pattern.compile("(?s)(?:.* as in:|Add the day:|Add:)\\s*(.*)");
    private static final Pattern WRITE = Pattern.compile("(?s).*\\bWrite: [\\w-]+: (.*)");
    private static final Pattern RENAME = Pattern.compile("Maybe (\\S+)\\?.*");

    private final String text;
    private final Place place;

    private FollowedRemedy(String text, Place place) {
        this.text = text;
        this.place = place;
    }

    /** The text afterwards; empty where the remedy leaves to the reader what to write. */
    static Optional<String> of(String text, Fault fault) {
        FollowedRemedy followed = new FollowedRemedy(text, fault.place());
        String remedy = fault.remedy().en();
        Matcher add = ADD.matcher(remedy);
        if (add.matches()) {
            return Optional.of(followed.with(add.group(1)));
        }
        Matcher write = WRITE.matcher(remedy);
        if (write.matches()) {
            return Optional.of(followed.replaced(write.group(1), followed.endOfValue()));
        }
        Matcher rename = RENAME.matcher(remedy);
        return rename.matches()
                ? Optional.of(followed.replaced(rename.group(1), followed.text.indexOf(':', followed.index())))
                : Optional.empty();
    }

    /** With members at the beginning of the group at the place. */
    private String with(String members) {
        int at = index();
        if (text.charAt(at) == '{') {
            String rest = text.substring(at + 1);
            return text.substring(0, at + 1) + members + (rest.startsWith("}") ? "" : ", ") + rest;
        }
        String indent = " ".repeat(place.column() - 1);
        String added = members.strip().replace("\n", "\n" + indent);
        return text.substring(0, at) + added + "\n" + indent + text.substring(at);
    }

    private String replaced(String value, int end) {
        return text.substring(0, index()) + value + text.substring(end);
    }

    private int index() {
        List<String> lines = text.lines().toList();
        return lines.subList(0, place.line() - 1).stream()
                        .mapToInt(line -> line.length() + 1)
                        .sum()
                + place.column()
                - 1;
    }

    private int endOfValue() {
        Deque<Node> open = new ArrayDeque<>(List.of(WrongMember.compose(text)));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node.getStartMark().getIndex() == index()) {
                return node.getEndMark().getIndex();
            }
            if (node instanceof MappingNode group) {
                group.getValue().forEach(member -> open.push(member.getValueNode()));
            } else if (node instanceof SequenceNode list) {
                list.getValue().forEach(open::push);
            }
        }
        throw new IllegalArgumentException("No value begins at " + place);
    }
}
