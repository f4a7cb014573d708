package io.subsidyrules.layout;

import java.util.List;
import java.util.Optional;

/** A value of a YAML file with its place in the text. */
sealed interface YamlNode {

    /** Its anchor and its type where they are written, each with a blank behind it. */
    String properties();

    /** Its place. */
    Extent extent();

    /** The index of the first single value in it. */
    default int content() {
        return extent().start();
    }

    /**
     * The place of a value.
     *
     * @param start the index of its first character, that of its anchor and type included
     * @param end the index behind its last character
     * @param lastLine the number of the line on which it ends, from 0
     */
    record Extent(int start, int end, int lastLine) {}

    /**
     * A single value, or a reference to another.
     *
     * @param lines as they are written without indentation; one but for texts in which line breaks have a meaning
     * @param block whether the first line only says how to read the others
     */
    record Leaf(String properties, Extent extent, List<String> lines, boolean block) implements YamlNode {

        public Leaf {
            lines = List.copyOf(lines);
        }

        /** Its first line with its properties. */
        String head() {
            return lines.get(0).isEmpty() ? properties.stripTrailing() : properties + lines.get(0);
        }

        boolean isOneLine() {
            return lines.size() == 1 && !block;
        }

        boolean isReference() {
            return lines.get(0).startsWith("*");
        }
    }

    /**
     * A group of members or a list of entries.
     *
     * @param list whether its members have no names
     * @param flow whether it is written in brackets
     * @param column where its members begin, unless it is written in brackets
     */
    record Group(String properties, Extent extent, boolean list, boolean flow, int column, List<Member> members)
            implements YamlNode {

        public Group {
            members = List.copyOf(members);
        }

        @Override
        public int content() {
            return members.isEmpty() ? extent.start() : members.get(0).start();
        }
    }

    /**
     * A member of a group, or an entry of a list, which has no name.
     *
     * @param start the index of its name, or of the first single value in the entry
     * @param afterBlankLine whether a blank line is directly above it
     */
    record Member(Optional<Leaf> name, YamlNode value, int start, boolean afterBlankLine) {}
}
