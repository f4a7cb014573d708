package io.subsidyrules.layout;

import io.subsidyrules.layout.YamlNode.Extent;
import io.subsidyrules.layout.YamlNode.Group;
import io.subsidyrules.layout.YamlNode.Leaf;
import io.subsidyrules.layout.YamlNode.Member;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Tag;

/** Makes values with their places of the events of a YAML text. Not thread-safe. */
final class YamlNodeReader {

    private static final String BLANKS = " \t\n";

    /** The first characters of an anchor, a type and a comment. */
    private static final String PROPERTIES = "&!#";

    private final String text;
    private final int[] indexes;
    private final Iterator<Event> events;
    private final List<YamlComment.Span> leaves = new ArrayList<>();

    YamlNodeReader(String text, List<Event> events) {
        this.text = text;
        this.indexes = indexes(text);
        this.events = events.iterator();
    }

    /** Marks count characters of Unicode, of which some are two of Java. */
    private static int[] indexes(String text) {
        int[] indexes = new int[text.codePointCount(0, text.length()) + 1];
        int at = 0;
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = at;
            at += at < text.length() ? Character.charCount(text.codePointAt(at)) : 0;
        }
        return indexes;
    }

    /** The only value of a text, which is known to have one. */
    YamlNode root() {
        Event event = events.next();
        while (!(event instanceof NodeEvent)) {
            event = events.next();
        }
        return node((NodeEvent) event);
    }

    /** The parts of the text that are single values; of texts in lines, only these. */
    List<YamlComment.Span> leaves() {
        return leaves;
    }

    private YamlNode node(NodeEvent event) {
        return event instanceof CollectionStartEvent start ? group(start) : leaf(event);
    }

    private Leaf leaf(NodeEvent event) {
        int end = index(event.getEndMark());
        int from = content(event, end);
        Extent extent =
                new Extent(index(event.getStartMark()), end, event.getEndMark().getLine());
        String written = text.substring(from, end);
        if (!(event instanceof ScalarEvent scalar)) {
            leaves.add(new YamlComment.Span(from, end));
            return new Leaf("", extent, List.of(written), false);
        }
        ScalarStyle style = scalar.getScalarStyle();
        boolean block = style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
        int header = block ? Math.max(from, text.indexOf('\n', from)) : from;
        leaves.add(new YamlComment.Span(header, Math.max(header, end)));
        List<String> lines = ScalarLines.of(style, written, scalar.getValue());
        return new Leaf(properties(event.getAnchor(), scalar.getTag()), extent, lines, block);
    }

    /** The index of the value itself, behind its anchor and its type and the comments between. */
    private int content(NodeEvent event, int end) {
        int at = index(event.getStartMark());
        while (!(event instanceof AliasEvent) && at < end && PROPERTIES.indexOf(text.charAt(at)) >= 0) {
            boolean comment = text.charAt(at) == '#';
            while (at < end && (comment ? text.charAt(at) != '\n' : !isBlank(at))) {
                at++;
            }
            while (at < end && isBlank(at)) {
                at++;
            }
        }
        return at;
    }

    private boolean isBlank(int index) {
        return BLANKS.indexOf(text.charAt(index)) >= 0;
    }

    private Group group(CollectionStartEvent event) {
        boolean list = event.is(Event.ID.SequenceStart);
        boolean flow = event.getFlowStyle() == FlowStyle.FLOW;
        List<Member> members = new ArrayList<>();
        int column = 0;
        Event next = events.next();
        while (next instanceof NodeEvent first && !next.is(Event.ID.SequenceEnd) && !next.is(Event.ID.MappingEnd)) {
            int begin = index(first.getStartMark());
            int line = list ? dash(begin) : begin;
            column = flow || !members.isEmpty() ? column : column(line);
            boolean afterBlankLine = !flow && isAfterBlankLine(line);
            members.add(list ? entry(first, afterBlankLine) : member(first, begin, afterBlankLine));
            next = events.next();
        }
        Mark end = next.getEndMark();
        Extent extent = new Extent(index(event.getStartMark()), index(end), end.getLine());
        return new Group(properties(event.getAnchor(), event.getTag()), extent, list, flow, column, members);
    }

    private Member entry(NodeEvent first, boolean afterBlankLine) {
        YamlNode value = node(first);
        return new Member(Optional.empty(), value, value.content(), afterBlankLine);
    }

    private Member member(NodeEvent first, int begin, boolean afterBlankLine) {
        Leaf name = leaf(first);
        return new Member(Optional.of(name), node((NodeEvent) events.next()), begin, afterBlankLine);
    }

    /** The index of the dash before an entry of a list, or of the entry where a comment is between. */
    private int dash(int entry) {
        int at = entry - 1;
        while (at > 0 && isBlank(at)) {
            at--;
        }
        return at >= 0 && text.charAt(at) == '-' ? at : entry;
    }

    private int column(int index) {
        return index - text.lastIndexOf('\n', index - 1) - 1;
    }

    private boolean isAfterBlankLine(int index) {
        int lineBreak = text.lastIndexOf('\n', index - 1);
        int at = lineBreak - 1;
        while (at >= 0 && text.charAt(at) != '\n' && isBlank(at)) {
            at--;
        }
        return lineBreak > 0 && (at < 0 || text.charAt(at) == '\n');
    }

    private static String properties(@Nullable String anchor, @Nullable String tag) {
        return (anchor == null ? "" : "&" + anchor + " ") + (tag == null ? "" : type(tag) + " ");
    }

    /** A type as it is written: those of YAML by their short names. */
    private static String type(String tag) {
        boolean own = tag.startsWith(Tag.PREFIX);
        return own ? "!!" + tag.substring(Tag.PREFIX.length()) : tag.startsWith("!") ? tag : "!<" + tag + ">";
    }

    private int index(Mark mark) {
        return indexes[Math.min(mark.getIndex(), indexes.length - 1)];
    }
}
