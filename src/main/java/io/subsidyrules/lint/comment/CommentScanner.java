package io.subsidyrules.lint.comment;

import io.subsidyrules.fault.Place;
import java.util.ArrayList;
import java.util.List;

/** Finds the comments of a file: those of a rule file begin with two slashes, or are between stars, others with #. */
final class CommentScanner {

    private final String file;
    private final boolean rules;
    private final List<Comment> found = new ArrayList<>();
    private boolean within;
    private char quote;

    private CommentScanner(String file) {
        this.file = file;
        this.rules = file.endsWith(".drl");
    }

    static List<Comment> of(String file, String text) {
        CommentScanner scanner = new CommentScanner(file);
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            scanner.line(i + 1, lines.get(i));
        }
        return scanner.found;
    }

    /** A text in quotes ends on its line; so a lone quote, as in a plain text of YAML, hides nothing further down. */
    private void line(int number, String line) {
        quote = 0;
        int at = 0;
        while (at < line.length()) {
            if (within) {
                at = between(number, line, at);
            } else if (begins(line, at)) {
                add(number, line, at, line.substring(at + (rules ? 2 : 1)));
                return;
            } else if (rules && quote == 0 && line.startsWith("/*", at)) {
                within = true;
                at += 2;
            } else {
                pass(line, at);
                at++;
            }
        }
    }

    /** The part of a comment between stars that is on a line; where it ends. */
    private int between(int number, String line, int from) {
        int end = line.indexOf("*/", from);
        within = end < 0;
        add(number, line, from, within ? line.substring(from) : line.substring(from, end));
        return within ? line.length() : end + 2;
    }

    private void add(int number, String line, int at, String text) {
        String before = line.substring(0, at).replace("/*", "");
        found.add(new Comment(
                new Place(file, number, at + 1), text.strip().replaceFirst("^\\*+\\s*", ""), before.isBlank()));
    }

    private boolean begins(String line, int at) {
        if (quote != 0) {
            return false;
        }
        return rules
                ? line.startsWith("//", at)
                : line.charAt(at) == '#' && (at == 0 || Character.isWhitespace(line.charAt(at - 1)));
    }

    private void pass(String line, int at) {
        char character = line.charAt(at);
        if (quote != 0) {
            boolean escaped = quote == '"' && line.charAt(at - 1) == '\\';
            quote = character == quote && !escaped ? 0 : quote;
        } else if (character == '"' || (!rules && character == '\'' && opens(line, at))) {
            quote = character;
        }
    }

    /** An apostrophe within a word opens nothing. */
    private static boolean opens(String line, int at) {
        return at == 0 || " [{,:".indexOf(line.charAt(at - 1)) >= 0;
    }
}
