package io.subsidyrules.layout;

import io.subsidyrules.dialect.syntax.SourceWord;
import java.util.List;
import java.util.Set;

/** Lays out one statement of a rule file: on one line where it fits, else broken at its weakest joints. */
final class PhraseLayout {

    private static final int STEP = 4;

    private final Phrase phrase;
    private final Lines lines;

    PhraseLayout(Phrase phrase, Lines lines) {
        this.phrase = phrase;
        this.lines = lines;
    }

    /** Whether some words are on one line from here on, with so many columns behind them. */
    private boolean fits(int from, int to, int behind) {
        return phrase.isTooDeep()
                || (phrase.isOneLine(from, to) && lines.column() + phrase.width(from, to) + behind <= Lines.WIDTH);
    }

    /** Writes the words from here on. */
    void write(int indent) {
        write(0, phrase.size(), new Indent(indent, indent), 0);
    }

    /**
     * Where lines begin.
     *
     * @param line the line that the words are on
     * @param outer what the lines within the words are indented from
     */
    private record Indent(int line, int outer) {

        int inner() {
            return outer + STEP;
        }
    }

    /** Writes some words, where so many columns have to be free behind the last of them. */
    private void write(int from, int to, Indent indent, int behind) {
        if (from >= to) {
            return;
        }
        if (fits(from, to, behind)) {
            onOneLine(from, to, indent);
            return;
        }
        for (LineBreak kind : LineBreak.values()) {
            List<Integer> breaks = kind.within(phrase, from, to);
            if (!breaks.isEmpty()) {
                int further = phrase.is(from, Set.of("@")) ? indent.line() : indent.inner();
                parts(new Parts(from, breaks, to), kind.isFilled(), new Indent(indent.line(), further), behind);
                return;
            }
        }
        int open = phrase.lastBracket(from, to);
        if (open < 0) {
            onOneLine(from, to, indent);
        } else {
            inBrackets(from, open, to, indent, behind);
        }
    }

    /**
     * Some words in parts.
     *
     * @param breaks the first word of each part but the first
     */
    private record Parts(int from, List<Integer> breaks, int to) {

        int begin(int part) {
            return part == 0 ? from : breaks.get(part - 1);
        }

        int end(int part) {
            return part == breaks.size() ? to : breaks.get(part);
        }
    }

    /** Writes the parts, all but the first where the lines within begin. */
    private void parts(Parts parts, boolean filled, Indent indent, int behind) {
        for (int part = 0; part <= parts.breaks().size(); part++) {
            int from = parts.begin(part);
            int to = parts.end(part);
            int free = part == parts.breaks().size() ? behind : 0;
            boolean here = part == 0
                    || (filled
                            && !lines.isEnded()
                            && !phrase.word(from).needsLine()
                            && fits(from, to, free + (phrase.isApart(from) ? 1 : 0)));
            if (!here) {
                lines.next(indent.outer());
            }
            write(from, to, part == 0 ? indent : new Indent(indent.outer(), indent.outer()), free);
        }
    }

    /** Writes words of which those in the brackets that open at an index are lines of their own. */
    private void inBrackets(int from, int open, int to, Indent indent, int behind) {
        int close = phrase.closing(open);
        onOneLine(from, open + 1, indent);
        int first = open + 1;
        boolean named = first + 1 < close
                && phrase.word(first).isKind(SourceWord.Kind.VARIABLE)
                && phrase.is(first + 1, Set.of(","))
                && phrase.isOneLine(open, first + 2);
        if (named) {
            onOneLine(first, first + 2, indent);
            first += 2;
        }
        int inner = indent.inner();
        lines.next(inner);
        boolean list = open > 0 && phrase.is(open - 1, Set.of("in"));
        Parts parts = new Parts(first, LineBreak.SEPARATOR.within(phrase, first, close), close);
        parts(parts, list, new Indent(inner, inner), 1 + phrase.width(close, to) + behind);
        onOneLine(close, to, new Indent(inner, inner));
    }

    private void onOneLine(int from, int to, Indent indent) {
        for (int at = from; at < to; at++) {
            phrase.word(at).writeTo(lines, phrase.isApart(at), at == from ? indent.line() : indent.inner());
        }
    }
}
