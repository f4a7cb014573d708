package io.subsidyrules.layout;

import io.subsidyrules.dialect.syntax.SourceWord;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a rule file with their comments.
 *
 * @param last the comments behind the last word that do not end its line
 */
record RuleFileWords(List<WrittenWord> words, List<Comment> last) {

    RuleFileWords {
        words = List.copyOf(words);
        last = List.copyOf(last);
    }

    /**
     * The comments between two words.
     *
     * @param lineBreaks the line breaks between the last of them, or the first word, and the second word
     */
    private record Gap(List<Comment> comments, int lineBreaks) {}

    static RuleFileWords of(String text, List<SourceWord> words) {
        List<WrittenWord> written = new ArrayList<>();
        int end = 0;
        for (SourceWord word : words) {
            Gap gap = gap(text, end, word.start(), written.isEmpty());
            List<Comment> before = before(written, gap.comments());
            boolean startsLine = gap.lineBreaks() > 0;
            written.add(new WrittenWord(word, before, List.of(), startsLine, gap.lineBreaks() > 1));
            end = word.end();
        }
        Gap gap = gap(text, end, text.length(), written.isEmpty());
        return new RuleFileWords(written, before(written, gap.comments()));
    }

    /** The comments before the next word; those that end the line of the last word are added to that. */
    private static List<Comment> before(List<WrittenWord> written, List<Comment> comments) {
        int behind = 0;
        boolean ended = false;
        while (!ended && behind < comments.size() && !comments.get(behind).ownLine()) {
            ended = comments.get(behind++).endsLine();
        }
        if (written.isEmpty() || !ended) {
            return comments;
        }
        int last = written.size() - 1;
        written.set(last, written.get(last).followedBy(comments.subList(0, behind)));
        return comments.subList(behind, comments.size());
    }

    private static Gap gap(String text, int from, int to, boolean first) {
        List<Comment> comments = new ArrayList<>();
        int lineBreaks = first ? 1 : 0;
        for (int at = from; at < to; at++) {
            char next = text.charAt(at);
            if (next == '\n') {
                lineBreaks++;
            } else if (next == '/') {
                int end = endOfComment(text, at, to);
                String written = Comment.tidied(text.substring(at, end));
                comments.add(new Comment(written, lineBreaks > 0, endsLine(text, end, to), lineBreaks > 1));
                lineBreaks = 0;
                at = end - 1;
            }
        }
        if (lineBreaks == 0 && to < text.length()) {
            leadingToWord(comments);
        }
        return new Gap(comments, lineBreaks);
    }

    private static int endOfComment(String text, int at, int to) {
        int end = text.startsWith("/*", at) ? text.indexOf("*/", at + 2) + 2 : text.indexOf('\n', at);
        return end < 0 || end > to ? to : end;
    }

    private static boolean endsLine(String text, int from, int to) {
        int at = from;
        while (at < to && text.charAt(at) != '\n' && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at == to ? to == text.length() : text.charAt(at) == '\n';
    }

    /** Those on the line of the word go with it wherever it goes, but no comment joins the line of one above. */
    private static void leadingToWord(List<Comment> comments) {
        for (int i = comments.size() - 1; i >= 0 && !comments.get(i).endsLine(); i--) {
            boolean begins = comments.get(i).ownLine();
            comments.set(i, comments.get(i).within());
            if (begins) {
                return;
            }
        }
    }
}
