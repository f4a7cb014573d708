package io.subsidyrules.page;

/**
 * Makes a text from outside one that can only be read: it ends no line, turns no line around and steers no terminal.
 */
public final class InertText {

    private static final int BOX = '\u25A1';
    private static final int WIDE_BLANK = '\u3000';

    private InertText() {}

    /** The text on one line, with a box for each character that is not seen, and common blanks for all narrow ones. */
    public static String line(String text) {
        return text.codePoints()
                .map(InertText::visible)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int visible(int codePoint) {
        if (codePoint == '\n' || codePoint == '\r' || codePoint == '\t') {
            return ' ';
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> BOX;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.SPACE_SEPARATOR -> codePoint == WIDE_BLANK ? WIDE_BLANK : ' ';
            default -> codePoint;
        };
    }
}
