package io.subsidyrules.text;

import java.util.List;

/**
 * Texts cut to a length, with an ellipsis for what is left out: whoever writes long texts in a file makes neither the
 * log nor a page long. No character is cut in two.
 */
public final class Shortened {

    /** The number of characters shown of a value in a file. */
    public static final int VALUE = 200;

    /** The characters of a sentence, or a remedy. */
    public static final int SENTENCE = 1_200;

    /** The characters of a sentence within another one. */
    public static final int PART = 800;

    /** The characters of lines that are to be copied. */
    public static final int LINES = 12_000;

    private static final String LEFT_OUT = "…";

    private Shortened() {}

    /** The beginning of a text that is longer. */
    public static String end(String text, int most) {
        return text.length() <= most ? text : text.substring(0, whole(text, most)) + LEFT_OUT;
    }

    /** The beginning and the end of a text that is longer. */
    public static String middle(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int tail = most / 3;
        return text.substring(0, whole(text, most - tail))
                + LEFT_OUT
                + text.substring(whole(text, text.length() - tail));
    }

    /** Lines that are longer together, without the last of them. */
    public static String lines(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = text.lastIndexOf('\n', most);
        return end < 0 ? end(text, most) : text.substring(0, end + 1) + LEFT_OUT;
    }

    /** Two texts that differ, of which one is longer: the part of each in which the difference begins. */
    public static List<String> apart(String one, String other, int most) {
        if (one.length() <= most && other.length() <= most) {
            return List.of(one, other);
        }
        int common = 0;
        while (common < Math.min(one.length(), other.length()) && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        int from = Math.max(0, common - most / 3);
        return List.of(from(one, from, most), from(other, from, most));
    }

    private static String from(String text, int from, int most) {
        int begin = whole(text, from);
        return (begin > 0 ? LEFT_OUT : "") + end(text.substring(begin), most);
    }

    /** The index, or the one before it where it would cut a character in two. */
    public static int whole(String text, int index) {
        boolean within = index > 0
                && index < text.length()
                && Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index));
        return within ? index - 1 : index;
    }
}
