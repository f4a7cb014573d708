package io.subsidyrules.layout;

import io.subsidyrules.dialect.syntax.SourceWord;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** The words of one statement of a rule file, with what its layout asks of them. Not thread-safe. */
final class Phrase {

    /** No rule nests so deep; what does is not broken into lines. */
    private static final int DEEPEST = 40;

    private final List<WrittenWord> words;
    private final int[] closing;
    private final boolean[] apart;
    private final int[] widths;
    private final int[] breaksBefore;
    private final int[] breaksBehind;
    private int depth;

    Phrase(List<WrittenWord> words) {
        this.words = List.copyOf(words);
        this.closing = new int[words.size()];
        this.apart = new boolean[words.size()];
        this.widths = new int[words.size() + 1];
        this.breaksBefore = new int[words.size() + 1];
        this.breaksBehind = new int[words.size() + 1];
        measure();
        brackets();
    }

    private void measure() {
        for (int i = 0; i < words.size(); i++) {
            WrittenWord word = words.get(i);
            apart[i] = i > 0 && Spacing.isBetween(words.get(i - 1), word, isSign(i - 1));
            widths[i + 1] = widths[i] + word.width() + (apart[i] ? 1 : 0);
            breaksBefore[i + 1] = breaksBefore[i] + (word.needsLine() ? 1 : 0);
            breaksBehind[i + 1] = breaksBehind[i] + (word.after().isEmpty() ? 0 : 1);
        }
    }

    private void brackets() {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < words.size(); i++) {
            closing[i] = i;
            if (words.get(i).is("(")) {
                open.push(i);
                depth = Math.max(depth, open.size());
            } else if (words.get(i).is(")") && !open.isEmpty()) {
                closing[open.pop()] = i;
            }
        }
    }

    int size() {
        return words.size();
    }

    WrittenWord word(int at) {
        return words.get(at);
    }

    boolean is(int at, Set<String> symbolsOrNames) {
        return at < words.size()
                && !words.get(at).isKind(SourceWord.Kind.STRING)
                && symbolsOrNames.contains(words.get(at).word().text());
    }

    /** Whether a sign belongs to the number behind it. */
    boolean isSign(int at) {
        return at > 0 && Spacing.isSign(words.get(at - 1), words.get(at));
    }

    /** Whether a blank is before a word where it is on the line of the word before. */
    boolean isApart(int at) {
        return apart[at];
    }

    /** Whether its brackets are too deep for it to be broken into lines. */
    boolean isTooDeep() {
        return depth > DEEPEST;
    }

    /** The columns of some words on one line, without the blank before the first. */
    int width(int from, int to) {
        return from >= to ? 0 : widths[to] - widths[from] - (apart[from] ? 1 : 0);
    }

    /** Whether no comment keeps some words from being on one line. */
    boolean isOneLine(int from, int to) {
        return from >= to || (breaksBefore[to] == breaksBefore[from + 1] && breaksBehind[to - 1] == breaksBehind[from]);
    }

    /** The index of the bracket that closes the one at an index; the index itself where none is. */
    int closing(int at) {
        return closing[at];
    }

    /** The index of the first word behind the one at an index, or behind the brackets that it opens. */
    int behind(int at) {
        return closing[at] + 1;
    }

    /** The opening of the last brackets that are not empty; -1 if there are none. */
    int lastBracket(int from, int to) {
        int last = -1;
        for (int at = from; at < to; at = closing[at] + 1) {
            last = closing[at] > at + 1 ? at : last;
        }
        return last;
    }
}
