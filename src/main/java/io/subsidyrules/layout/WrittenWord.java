package io.subsidyrules.layout;

import io.subsidyrules.dialect.syntax.SourceWord;
import java.util.List;

/**
 * A word of a rule file with its comments.
 *
 * @param before those before it that do not end the line of the word before
 * @param after those behind it, to the end of the line
 * @param startsLine whether it was the first of its line
 * @param afterBlankLine whether a blank line was directly before it
 */
record WrittenWord(
        SourceWord word, List<Comment> before, List<Comment> after, boolean startsLine, boolean afterBlankLine) {

    WrittenWord {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    boolean is(String symbolOrName) {
        return word.is(symbolOrName);
    }

    boolean isKind(SourceWord.Kind kind) {
        return word.isKind(kind);
    }

    /** The same with these comments behind it. */
    WrittenWord followedBy(List<Comment> comments) {
        return new WrittenWord(word, before, comments, startsLine, afterBlankLine);
    }

    /** The same without the comments before it. */
    WrittenWord alone() {
        return new WrittenWord(word, List.of(), after, startsLine, afterBlankLine);
    }

    /** Whether it cannot be on the line of the word before. */
    boolean needsLine() {
        return before.stream().anyMatch(comment -> comment.ownLine() || comment.endsLine());
    }

    /** The columns that it takes with the comments before it on its line. */
    int width() {
        List<Comment> within = needsLine() ? List.of() : before;
        return Lines.width(word.text())
                + within.stream()
                        .mapToInt(comment -> Lines.width(comment.text()) + 1)
                        .sum();
    }

    /**
     * Writes it with its comments.
     *
     * @param apart whether a blank is between it and the word before on the same line
     * @param indent where a line begins if one has to
     */
    void writeTo(Lines lines, boolean apart, int indent) {
        boolean blank = apart;
        for (Comment comment : before) {
            separate(lines, comment.ownLine(), true, indent);
            comment.writeTo(lines);
            blank = true;
        }
        separate(lines, false, blank, indent);
        lines.write(word.text());
        for (Comment comment : after) {
            lines.write(" ");
            comment.writeTo(lines);
        }
    }

    private static void separate(Lines lines, boolean line, boolean blank, int indent) {
        if (line || lines.isEnded()) {
            lines.next(indent);
        } else if (blank) {
            lines.write(" ");
        }
    }
}
