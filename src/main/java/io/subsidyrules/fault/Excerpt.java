package io.subsidyrules.fault;

import io.subsidyrules.text.Columns;
import io.subsidyrules.text.Shortened;

/**
 * The line of a file that has a fault, with a caret below the place.
 *
 * @param line the line's text, cut where it is long
 * @param caret blanks and carets; a blank below a wide character is wide, so that both lines align
 */
public record Excerpt(String line, String caret) {

    private static final int WIDEST = 120;
    private static final int BEFORE = 60;
    private static final char WIDE_BLANK = '\u3000';
    private static final char WIDE_CARET = '\uFF3E';

    /** The excerpt at a place of the text; empty lines where the text has no such place. */
    public static Excerpt of(String text, Place place) {
        String line = lineOf(text, place.line());
        int at = Math.min(place.column() - 1, line.length());
        int from = at > BEFORE && line.length() > WIDEST ? Shortened.whole(line, at - BEFORE) : 0;
        int to = Shortened.whole(line, Math.min(line.length(), from + WIDEST));
        StringBuilder caret = new StringBuilder();
        for (int i = from; i < at; i++) {
            caret.append(blankFor(line.charAt(i)));
        }
        caret.append(at < line.length() && Columns.of(line.charAt(at)) == 2 ? WIDE_CARET : '^');
        for (int i = at + 1; i < endOfWord(line, at, to); i++) {
            caret.append(Columns.of(line.charAt(i)) == 2 ? WIDE_CARET : '^');
        }
        return new Excerpt(visible(line.substring(from, to)), caret.toString());
    }

    /** The part of the excerpt around the place that fits into so many columns. */
    public Excerpt within(int columns) {
        if (width(line) <= columns) {
            return this;
        }
        int at = caret.length() - caret.stripLeading().length();
        int from = at;
        int before = columns / 3;
        while (from > 0 && before >= Columns.of(line.charAt(from - 1))) {
            from--;
            before -= Columns.of(line.charAt(from));
        }
        int to = from;
        int left = columns;
        while (to < line.length() && left >= Columns.of(line.charAt(to))) {
            left -= Columns.of(line.charAt(to));
            to++;
        }
        return new Excerpt(
                line.substring(from, to),
                caret.substring(Math.min(from, caret.length()), Math.min(to, caret.length())));
    }

    private static int width(String line) {
        return line.chars().map(Columns::of).sum();
    }

    /** Both lines, the first as it is in the file. */
    @Override
    public String toString() {
        return line + "\n" + caret;
    }

    private static String lineOf(String text, int number) {
        int from = 0;
        for (int i = 1; i < number; i++) {
            int next = text.indexOf('\n', from);
            if (next < 0) {
                return "";
            }
            from = next + 1;
        }
        int end = text.indexOf('\n', from);
        String line = end < 0 ? text.substring(from) : text.substring(from, end);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    private static int endOfWord(String line, int at, int to) {
        int end = at;
        while (end < to && Character.isJavaIdentifierPart(line.charAt(end))) {
            end++;
        }
        return end;
    }

    private static char blankFor(char character) {
        if (character == '\t') {
            return '\t';
        }
        return Columns.of(character) == 2 ? WIDE_BLANK : ' ';
    }

    /** The line with a box for what a reader cannot see, what turns the line around, and what steers a terminal. */
    static String visible(String line) {
        StringBuilder visible = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            boolean hidden = character != '\t'
                    && (Character.isISOControl(character) || Character.getType(character) == Character.FORMAT);
            visible.append(hidden ? '\u25A1' : character);
        }
        return visible.toString();
    }
}
