package io.subsidyrules.dialect.bind;

import java.util.stream.Stream;

/**
 * The size of the program of a regular expression, counted before it is made: repetitions within each other
 * multiply, so that {@code ((a{1000}){1000}){1000}} would never be finished.
 */
final class PatternSize {

    /**
     * The instructions that a pattern may come to; each is tried at each character of a text, of which there are 500.
     */
    static final int MOST = 500;

    private final String pattern;
    private int at;

    private PatternSize(String pattern) {
        this.pattern = pattern;
    }

    /**
     * The size of a pattern, counted to a little above {@link #MOST}; text that is not a pattern at all may get any
     * answer.
     */
    static long of(String pattern) {
        return new PatternSize(pattern).group();
    }

    /** The size of the part up to the closing bracket or the end. */
    private long group() {
        long size = 0;
        long last = 0;
        while (at < pattern.length() && size <= MOST) {
            char next = pattern.charAt(at++);
            if (next == ')') {
                return size;
            }
            if (next == '{') {
                long times = repetition();
                size += last * Math.max(times - 1, 0);
                last *= Math.max(times, 1);
                continue;
            }
            last = switch (next) {
                case '(' -> 1 + group();
                case '[' -> bracketed();
                case '\\' -> escaped();
                default -> 1;
            };
            size += last;
        }
        return size;
    }

    /** The highest count of a repetition {@code {n,m}}, after its opening brace; 1 where it is none. */
    private long repetition() {
        int end = pattern.indexOf('}', at);
        if (end < 0) {
            return 1;
        }
        String inside = pattern.substring(at, end);
        if (!inside.matches("[0-9]{1,6}(,[0-9]{0,6})?")) {
            return 1;
        }
        at = end + 1;
        return Stream.of(inside.split(",", -1))
                .filter(count -> !count.isEmpty())
                .mapToLong(Long::parseLong)
                .max()
                .orElse(1);
    }

    /** A class of characters, which is one instruction, after its opening bracket. */
    private long bracketed() {
        boolean first = true;
        while (at < pattern.length() && (first || pattern.charAt(at) != ']')) {
            first = first && pattern.charAt(at) == '^';
            at += pattern.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
        return 1;
    }

    /** Reads what follows a backslash; {@code \Q} begins a text in which nothing has a meaning, up to {@code \E}. */
    private long escaped() {
        boolean quoting = pattern.startsWith("Q", at++);
        if (!quoting) {
            return 1;
        }
        long from = at;
        int end = pattern.indexOf("\\E", at);
        at = end < 0 ? pattern.length() : end + 2;
        return at - from;
    }
}
