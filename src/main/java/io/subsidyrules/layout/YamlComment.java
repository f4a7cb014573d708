package io.subsidyrules.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * A comment of a YAML file.
 *
 * @param text from its sign on, without tabs and without blanks at its end
 * @param start the index of its sign
 * @param line the number of its line, from 0
 * @param column the characters before it on its line
 * @param ownLine whether these are blanks alone
 * @param afterBlankLine whether a blank line is before it
 */
record YamlComment(String text, int start, int line, int column, boolean ownLine, boolean afterBlankLine) {

    private static final String LINE_BREAKS = "\n\u0085\u2028\u2029";

    /** The part of a text that a value takes. */
    record Span(int from, int to) {}

    /** The comments of a text in their order, which are not within the values. */
    static List<YamlComment> in(String text, List<Span> values) {
        List<YamlComment> comments = new ArrayList<>();
        int value = 0;
        int line = 0;
        int lineStart = 0;
        boolean blank = true;
        boolean blankAbove = false;
        for (int at = 0; at < text.length(); at++) {
            while (value < values.size() && values.get(value).to() <= at) {
                value++;
            }
            char next = text.charAt(at);
            boolean inValue = value < values.size() && values.get(value).from() <= at;
            if (LINE_BREAKS.indexOf(next) >= 0) {
                blankAbove = blank;
                blank = true;
                line++;
                lineStart = at + 1;
            } else if (next == '#' && !inValue && (at == lineStart || isBlank(text.charAt(at - 1)))) {
                int end = endOfLine(text, at);
                String written = text.substring(at, end).replace('\t', ' ').stripTrailing();
                comments.add(new YamlComment(written, at, line, at - lineStart, blank, blankAbove && line > 0));
                blank = false;
                at = end - 1;
            } else {
                blank &= isBlank(next);
            }
        }
        return comments;
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t';
    }

    private static int endOfLine(String text, int from) {
        int end = from;
        while (end < text.length() && LINE_BREAKS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
