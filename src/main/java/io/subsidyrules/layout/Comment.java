package io.subsidyrules.layout;

import java.util.stream.Collectors;

/**
 * A comment of a rule file.
 *
 * @param text with its signs, without tabs and without blanks at the ends of its lines
 * @param ownLine whether it begins a line
 * @param endsLine whether the line ends behind it
 * @param afterBlankLine whether a blank line is before it
 */
record Comment(String text, boolean ownLine, boolean endsLine, boolean afterBlankLine) {

    /** The text of a comment as it is laid out: without what cannot be seen. */
    static String tidied(String written) {
        return written.replace('\t', ' ')
                .lines()
                .map(line -> isStar(line) ? line.strip() : line.stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    /** The comment where the word that follows may be on the same line. */
    Comment within() {
        return new Comment(text, false, false, afterBlankLine);
    }

    /** Whether a line of a comment begins with a star, as all but the first often do. */
    private static boolean isStar(String line) {
        return line.stripLeading().startsWith("*");
    }

    /** Writes it at the end of the lines; of several lines, those that begin with a star below its own. */
    void writeTo(Lines lines) {
        String[] written = text.split("\n", -1);
        lines.write(written[0]);
        int column = lines.column() - Lines.width(written[0]);
        for (int i = 1; i < written.length; i++) {
            lines.breakLine(isStar(written[i]) ? " ".repeat(column + 1) + written[i] : written[i]);
        }
        if (endsLine) {
            lines.end();
        }
    }
}
