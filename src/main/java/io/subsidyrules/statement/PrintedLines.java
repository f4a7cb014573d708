package io.subsidyrules.statement;

import io.subsidyrules.text.Columns;
import io.subsidyrules.text.Language;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lays lines out for printing: none has more than 78 columns. What is set in goes on below its own beginning, or two
 * columns further in where no mark is in front of it. A line that begins with {@code #} is a heading and is underlined.
 * Java's own line breaking knows where English and Chinese can be broken.
 */
final class PrintedLines {

    private static final int WIDTH = 78;
    private static final int FURTHER = 2;
    private static final String TITLE = "# ";
    private static final String HEADING = "## ";

    /** In front of what is listed. */
    private static final Pattern MARK = Pattern.compile("(?:[-*]|[0-9]+\\.) ");

    /** Characters of no fixed width: as wide as a Chinese character among such. */
    private static final String WIDE_IN_CHINESE = "“”‘’—…·×÷□";

    private final boolean chinese;
    private final BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);

    PrintedLines(Language language) {
        this.chinese = language == Language.ZH;
    }

    String of(String text) {
        StringBuilder printed = new StringBuilder(text.length() + text.length() / 2);
        boolean blank = true;
        for (String line : text.split("\n", -1)) {
            if (!line.isBlank()) {
                printed(line).forEach(one -> printed.append(one).append('\n'));
            } else if (!blank) {
                printed.append('\n');
            }
            blank = line.isBlank();
        }
        int end = printed.length();
        while (end > 1 && printed.charAt(end - 2) == '\n') {
            end--;
        }
        return printed.substring(0, end);
    }

    private List<String> printed(String line) {
        if (line.startsWith(TITLE)) {
            return underlined(line.substring(TITLE.length()), "=");
        }
        if (line.startsWith(HEADING)) {
            return underlined(line.substring(HEADING.length()), "-");
        }
        int indent = 0;
        while (line.charAt(indent) == ' ') {
            indent++;
        }
        String text = line.substring(indent);
        Matcher mark = MARK.matcher(text);
        return wrapped(text, indent, indent == 0 ? 0 : indent + (mark.lookingAt() ? mark.end() : FURTHER));
    }

    private List<String> underlined(String heading, String stroke) {
        List<String> lines = new ArrayList<>(wrapped(heading, 0, 0));
        lines.add(stroke.repeat(lines.stream().mapToInt(this::columns).max().orElse(0)));
        return lines;
    }

    private List<String> wrapped(String text, int indent, int indentOfOthers) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(" ".repeat(indent));
        int start = indent;
        breaks.setText(text);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            String word = text.substring(from, to);
            for (String piece : pieces(word, WIDTH - indentOfOthers)) {
                if (line.length() > start && columns(line + piece.stripTrailing()) > WIDTH) {
                    lines.add(line.toString().stripTrailing());
                    line = new StringBuilder(" ".repeat(indentOfOthers));
                    start = indentOfOthers;
                }
                line.append(line.length() == start ? piece.stripLeading() : piece);
            }
            from = to;
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** A word that fits on no line is broken anywhere. */
    private List<String> pieces(String word, int most) {
        if (columns(word.stripTrailing()) <= most) {
            return List.of(word);
        }
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int columns = 0;
        for (int codePoint : word.codePoints().toArray()) {
            if (columns + columns(codePoint) > most) {
                pieces.add(piece.toString());
                piece = new StringBuilder();
                columns = 0;
            }
            piece.appendCodePoint(codePoint);
            columns += columns(codePoint);
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private int columns(String text) {
        return text.codePoints().map(this::columns).sum();
    }

    private int columns(int codePoint) {
        return chinese && WIDE_IN_CHINESE.indexOf(codePoint) >= 0 ? 2 : Columns.of(codePoint);
    }
}
