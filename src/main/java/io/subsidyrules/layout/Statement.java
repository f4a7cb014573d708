package io.subsidyrules.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Words of a rule file that begin a line.
 *
 * @param indent the blanks before them
 * @param space the blank lines above them
 */
record Statement(int indent, Space space, List<WrittenWord> words) {

    /** The blank lines above a statement. */
    enum Space {
        /** One. */
        BLANK_LINE,
        /** One where one was written. */
        AS_WRITTEN,
        /** None. */
        NONE
    }

    Statement {
        words = List.copyOf(words);
    }

    /** Writes the comments above it and the words. */
    void writeTo(Lines lines, int indentOfComments) {
        WrittenWord first = words.get(0);
        List<Comment> comments = first.before();
        boolean within =
                !comments.isEmpty() && !comments.get(comments.size() - 1).endsLine();
        boolean blank = space == Space.BLANK_LINE;
        for (Comment comment : within ? List.<Comment>of() : comments) {
            writeComment(lines, comment, blank || isKept(comment.afterBlankLine()), indentOfComments);
            blank = false;
        }
        if (blank || isKept(within ? comments.get(0).afterBlankLine() : first.afterBlankLine())) {
            lines.blank();
        }
        lines.next(indent);
        List<WrittenWord> rest = new ArrayList<>(words);
        rest.set(0, within ? first : first.alone());
        new PhraseLayout(new Phrase(rest), lines).write(indent);
    }

    private boolean isKept(boolean blankLine) {
        return blankLine && space != Space.NONE;
    }

    /** Writes a comment of its own line, or behind another on the same line. */
    static void writeComment(Lines lines, Comment comment, boolean blankLine, int indent) {
        if (comment.ownLine() || lines.isEnded()) {
            if (blankLine) {
                lines.blank();
            }
            lines.next(indent);
        } else {
            lines.write(" ");
        }
        comment.writeTo(lines);
    }
}
