package io.subsidyrules.layout;

import io.subsidyrules.layout.YamlNode.Group;
import io.subsidyrules.layout.YamlNode.Leaf;
import io.subsidyrules.layout.YamlNode.Member;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lays out the values and comments of a YAML file. Not thread-safe. */
final class YamlLayout {

    private static final int STEP = 2;

    /**
     * The columns of a line with brackets. Claims and expectations are rows of a table: they are compared column by
     * column, and can be wider than a text that is read from left to right.
     */
    private static final int ROW = 200;

    private final Lines lines = new Lines();
    private final Deque<YamlComment> comments;

    /** Whether nothing is written yet in the group that was begun last. */
    private boolean opened;

    YamlLayout(List<YamlComment> comments) {
        this.comments = new ArrayDeque<>(comments);
    }

    String of(Optional<YamlNode> root) {
        root.ifPresent(this::root);
        comments(Integer.MAX_VALUE, 0);
        return lines.file();
    }

    private void root(YamlNode node) {
        if (!(node instanceof Group group) || isRow(group)) {
            lines.write(row(node));
            return;
        }
        if (!group.properties().isEmpty()) {
            lines.write(group.properties().stripTrailing());
            lines.next(0);
        }
        group(group, 0, Integer.MAX_VALUE);
    }

    /** Writes a group as lines of its own, the first where the last line ends or begins. */
    private void group(Group group, int indent, int limit) {
        opened = true;
        for (int i = 0; i < group.members().size(); i++) {
            Member member = group.members().get(i);
            boolean here = i == 0 && !isCommentBefore(member.start());
            comments(member.start(), indent);
            if (!here) {
                begin(member.afterBlankLine(), indent);
            }
            opened = false;
            boolean last = i + 1 == group.members().size();
            member(member, indent, last ? limit : group.members().get(i + 1).start());
        }
        below(group, indent, limit);
    }

    /** Writes the comments above what begins at an index. */
    private void comments(int before, int indent) {
        while (isCommentBefore(before)) {
            comment(indent);
        }
    }

    /** Writes the comments that end a group: those that are indented as its members are. */
    private void below(Group group, int indent, int limit) {
        while (isCommentBefore(limit) && belongsTo(group, comments.element())) {
            comment(indent);
        }
    }

    private static boolean belongsTo(Group group, YamlComment comment) {
        return group.flow()
                ? comment.start() < group.extent().end()
                : comment.ownLine() && comment.column() >= group.column();
    }

    private void comment(int indent) {
        YamlComment comment = comments.remove();
        begin(comment.ownLine() && comment.afterBlankLine(), indent);
        opened = false;
        lines.write(comment.text());
    }

    private void begin(boolean afterBlankLine, int indent) {
        if (afterBlankLine && !opened) {
            lines.blank();
        }
        lines.next(indent);
    }

    private boolean isCommentBefore(int index) {
        return !comments.isEmpty() && comments.element().start() < index;
    }

    /** Writes the comment behind what was written last, if it is on that line of the file and before an index. */
    private void trailing(int line, int before) {
        if (isCommentBefore(before) && comments.element().line() == line) {
            lines.write(" " + comments.remove().text());
        }
    }

    private void member(Member member, int indent, int limit) {
        if (member.name().isEmpty()) {
            lines.write("-");
        } else if (member.name().get().isOneLine()) {
            lines.write(name(member.name().get()));
        } else {
            lines.write("?");
            leaf(member.name().get(), indent, member.value().extent().start());
            lines.next(indent);
            lines.write(":");
        }
        int line = member.name().map(name -> name.extent().lastLine()).orElse(-1);
        if (member.value() instanceof Group group) {
            group(group, member.name().isEmpty(), line, indent, limit);
        } else if (member.value() instanceof Leaf leaf) {
            trailing(line, leaf.extent().start());
            leaf(leaf, indent, limit);
        }
    }

    private static String name(Leaf name) {
        return name.head() + (name.isReference() ? " :" : ":");
    }

    private void leaf(Leaf leaf, int indent, int limit) {
        if (isCommentBefore(leaf.extent().start())) {
            comments(leaf.extent().start(), indent + STEP);
            lines.next(indent + STEP);
        }
        String head = leaf.head();
        lines.write((head.isEmpty() || lines.isEnded() ? "" : " ") + head);
        if (leaf.block() && isCommentBefore(leaf.extent().end())) {
            lines.write(" " + comments.remove().text());
        }
        for (String line : leaf.lines().subList(1, leaf.lines().size())) {
            lines.breakLine(line.isEmpty() ? "" : " ".repeat(indent + STEP) + line);
        }
        if (!leaf.block()) {
            trailing(leaf.extent().lastLine(), limit);
        } else if (ScalarLines.keepsBlankLines(leaf.lines().get(0))) {
            lines.keepWhole();
        }
    }

    /** Writes a group behind its name or dash, which ends on a line of the file. */
    private void group(Group group, boolean entry, int line, int indent, int limit) {
        if (isRow(group)) {
            lines.write(" " + row(group));
            trailing(group.extent().lastLine(), limit);
            return;
        }
        if (!group.properties().isEmpty()) {
            lines.write(" " + group.properties().stripTrailing());
        }
        trailing(line, group.content());
        if (entry && group.properties().isEmpty()) {
            lines.write(" ");
        } else {
            lines.next(indent + STEP);
        }
        group(group, indent + STEP, limit);
    }

    /** Whether a group is written in brackets on one line. */
    private boolean isRow(Group group) {
        boolean brackets = group.members().isEmpty()
                || (group.flow() && !isCommentBefore(group.extent().end()));
        return brackets && isOneLine(group) && lines.column() + 1 + Lines.width(row(group)) <= ROW;
    }

    private static boolean isOneLine(YamlNode node) {
        return node instanceof Group group
                ? group.members().stream()
                        .allMatch(member -> isOneLine(member.value())
                                && member.name().stream().allMatch(Leaf::isOneLine))
                : node instanceof Leaf leaf && leaf.isOneLine();
    }

    private static String row(YamlNode node) {
        if (node instanceof Group group) {
            String content = group.members().stream().map(YamlLayout::row).collect(Collectors.joining(", "));
            String within = content.isEmpty() ? "" : " " + content + " ";
            return group.properties() + (group.list() ? "[" + within + "]" : "{" + within + "}");
        }
        return node instanceof Leaf leaf ? leaf.head() : "";
    }

    private static String row(Member member) {
        String value = row(member.value());
        String space = value.isEmpty() ? "" : " ";
        return member.name().map(name -> name(name) + space + value).orElse(value);
    }
}
