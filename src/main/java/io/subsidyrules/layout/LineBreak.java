package io.subsidyrules.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Where a phrase that is too long for its line is broken; the first that it has is the one that counts. */
enum LineBreak {
    SEPARATOR(false, ",", ";") {
        @Override
        boolean isBefore(Phrase phrase, int at) {
            return super.isBefore(phrase, at - 1);
        }
    },
    PART(false, "@", "extends"),
    OR(false, "||"),
    AND(false, "&&"),
    COMPARISON(false, "==", "!=", "<", "<=", ">", ">="),
    SUM(true, "+", "-") {
        @Override
        boolean isBefore(Phrase phrase, int at) {
            return super.isBefore(phrase, at) && !phrase.isSign(at);
        }
    },
    CALL(true, ".") {
        @Override
        boolean isBefore(Phrase phrase, int at) {
            return super.isBefore(phrase, at) && phrase.is(at + 2, Set.of("("));
        }
    };

    private final boolean filled;
    private final Set<String> words;

    LineBreak(boolean filled, String... words) {
        this.filled = filled;
        this.words = Set.of(words);
    }

    /** Whether a line has as many parts as fit, and not one alone. */
    boolean isFilled() {
        return filled;
    }

    /** The indexes outside of brackets before which it is, but for the first. */
    List<Integer> within(Phrase phrase, int from, int to) {
        List<Integer> breaks = new ArrayList<>();
        for (int at = phrase.behind(from); at < to; at = phrase.behind(at)) {
            if (isBefore(phrase, at)) {
                breaks.add(at);
            }
        }
        return breaks;
    }

    /** Whether it is before the word at this index. */
    boolean isBefore(Phrase phrase, int at) {
        return phrase.is(at, words);
    }
}
