package io.subsidyrules.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;

/** The lines of a single value of a YAML file, without their indentation. */
final class ScalarLines {

    private static final String SIGNS = "|>+-123456789";

    private ScalarLines() {}

    /** The lines of a value as it is written. */
    static List<String> of(ScalarStyle style, String written, String value) {
        return style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED ? block(written, value) : folded(written);
    }

    /** The lines of a plain or quoted value: one, but for those of which a blank line is part. */
    private static List<String> folded(String written) {
        List<String> lines = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : written.split("\n", -1)) {
            boolean first = lines.isEmpty() && open.isEmpty();
            String text = withoutBlanksAtEnd(first ? line : line.substring(leadingBlanks(line)));
            if (text.isEmpty()) {
                close(open, lines);
                lines.add(text);
            } else if (isEscaped(open)) {
                open.setLength(open.length() - 1);
                open.append(text);
            } else {
                open.append(open.isEmpty() ? "" : " ").append(text);
            }
        }
        close(open, lines);
        return lines.isEmpty() ? List.of("") : lines;
    }

    private static void close(StringBuilder open, List<String> lines) {
        if (!open.isEmpty()) {
            lines.add(open.toString());
            open.setLength(0);
        }
    }

    /** A line without the blanks at its end, but for one that is escaped. */
    private static String withoutBlanksAtEnd(String line) {
        int end = line.length();
        while (end > 0 && isBlank(line.charAt(end - 1))) {
            end--;
        }
        boolean escaped = end < line.length() && isEscaped(line.substring(0, end));
        return line.substring(0, escaped ? end + 1 : end);
    }

    /** Other blanks, such as those of Chinese, are part of a value. */
    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t';
    }

    /** Whether a line ends in a backslash that is not escaped itself. */
    private static boolean isEscaped(CharSequence line) {
        int at = line.length();
        while (at > 0 && line.charAt(at - 1) == '\\') {
            at--;
        }
        return (line.length() - at) % 2 == 1;
    }

    /** The signs of a text in lines, and its lines, of which the first says how they are indented. */
    private static List<String> block(String written, String value) {
        List<String> all = List.of(written.split("\n", -1));
        List<String> content = all.subList(1, all.size());
        int blanks = indentation(firstOf(value.lines()));
        int indent = indentation(firstOf(content.stream())) - blanks;
        boolean blank = content.stream().allMatch(String::isBlank);
        List<String> lines = blank
                ? new ArrayList<>(List.of(value.split("\n", -1)))
                : new ArrayList<>(content.stream()
                        .map(line -> line.substring(Math.min(indent, line.length())))
                        .toList());
        String signs = signs(all.get(0));
        boolean indented = blank ? value.contains(" ") : blanks > 0;
        trimEnd(lines, keepsBlankLines(signs));
        lines.add(0, indented ? signs.charAt(0) + "2" + signs.substring(1) : signs);
        return lines;
    }

    /** Whether blank lines behind a text in lines are part of it, by its signs. */
    static boolean keepsBlankLines(String signs) {
        return signs.endsWith("+");
    }

    private static String firstOf(Stream<String> lines) {
        return lines.filter(line -> !line.isBlank()).findFirst().orElse("");
    }

    /** The signs at the beginning of a text in lines, without the number of blanks. */
    private static String signs(String line) {
        StringBuilder signs = new StringBuilder();
        for (int at = 0; at < line.length() && SIGNS.indexOf(line.charAt(at)) >= 0; at++) {
            char sign = line.charAt(at);
            signs.append(Character.isDigit(sign) ? "" : String.valueOf(sign));
        }
        return signs.toString();
    }

    /** Blank lines at the end have a meaning only where the signs say so, and the end of the last line has none. */
    private static void trimEnd(List<String> lines, boolean kept) {
        boolean trims = true;
        while (trims && !lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
            trims = !kept;
        }
    }

    private static int indentation(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private static int leadingBlanks(String line) {
        int at = 0;
        while (at < line.length() && isBlank(line.charAt(at))) {
            at++;
        }
        return at;
    }
}
