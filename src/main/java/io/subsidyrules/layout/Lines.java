package io.subsidyrules.layout;

import io.subsidyrules.text.Columns;

/** The lines of a file that is laid out, as far as they are written. Not thread-safe. */
final class Lines {

    /** The columns of a line that can be broken. */
    static final int WIDTH = 120;

    private final StringBuilder text = new StringBuilder();
    private int column;
    private int indent;
    private boolean next = true;
    private boolean blank;
    private boolean ended;
    private boolean whole;

    /** The columns that a text of one line takes. */
    static int width(String text) {
        return text.codePoints().map(Columns::of).sum();
    }

    /** The next word begins a line, with so many blanks. */
    void next(int blanks) {
        next = true;
        indent = blanks;
    }

    /** A blank line comes before the next one, but not before the first. */
    void blank() {
        blank = true;
    }

    /** A blank line behind what is written would be part of it. */
    void keepWhole() {
        whole = true;
    }

    /** Nothing can follow on this line. */
    void end() {
        ended = true;
    }

    /** Whether the next word begins a line, or has to. */
    boolean isEnded() {
        return ended || next;
    }

    void write(String word) {
        if (next) {
            text.append(text.isEmpty() ? "" : blank && !whole ? "\n\n" : "\n").append(" ".repeat(indent));
            column = indent;
            next = false;
            blank = false;
            whole = false;
            ended = false;
        }
        text.append(word);
        column += width(word);
    }

    /** Begins a line of a text or comment that has several, which is written as it is. */
    void breakLine(String line) {
        text.append('\n').append(line);
        column = width(line);
    }

    /** The column behind what is written, or the one where the next line begins. */
    int column() {
        return next ? indent : column;
    }

    /** The file, each of its lines with a line break. */
    String file() {
        return text.isEmpty() ? "" : text + "\n";
    }
}
