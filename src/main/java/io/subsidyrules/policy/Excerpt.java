package io.subsidyrules.policy;

/**
 * The line of a file that a fault stands in, with a caret below the place.
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
        int from = at > BEFORE && line.length() > WIDEST ? at - BEFORE : 0;
        int to = Math.min(line.length(), from + WIDEST);
        StringBuilder caret = new StringBuilder();
        for (int i = from; i < at; i++) {
            caret.append(blankFor(line.charAt(i)));
        }
        caret.append(at < line.length() && isWide(line.charAt(at)) ? WIDE_CARET : '^');
        for (int i = at + 1; i < endOfWord(line, at, to); i++) {
            caret.append(isWide(line.charAt(i)) ? WIDE_CARET : '^');
        }
        return new Excerpt(visible(line.substring(from, to)), caret.toString());
    }

    /** Both lines, the first as it stands in the file. */
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
        return isWide(character) ? WIDE_BLANK : ' ';
    }

    /** Characters of East Asian width W or F, as far as rule files hold them. */
    private static boolean isWide(char character) {
        return (character >= '\u2E80' && character <= '\uA4CF')
                || (character >= '\uAC00' && character <= '\uD7A3')
                || (character >= '\uF900' && character <= '\uFAFF')
                || (character >= '\uFE30' && character <= '\uFE4F')
                || (character >= '\uFF01' && character <= '\uFF60')
                || (character >= '\uFFE0' && character <= '\uFFE6');
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
