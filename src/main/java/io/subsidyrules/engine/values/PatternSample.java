package io.subsidyrules.engine.values;

/**
 * Reads a regular expression and writes a short text that it is likely to match: the least number of repeats, the first
 * alternative, the first character of a class. What it does not understand it leaves out, so the text has to be tried.
 */
final class PatternSample {

    private final String pattern;
    private int at;

    private PatternSample(String pattern) {
        this.pattern = pattern;
    }

    static String of(String pattern) {
        return new PatternSample(pattern).alternatives();
    }

    private boolean isNext(char wanted) {
        return at < pattern.length() && pattern.charAt(at) == wanted;
    }

    /** The first of some alternatives, to the end of the group. */
    private String alternatives() {
        String first = sequence();
        while (isNext('|')) {
            at++;
            sequence();
        }
        return first;
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        while (at < pattern.length() && !isNext('|') && !isNext(')')) {
            String part = part();
            text.append(part.repeat(repeats()));
        }
        return text.toString();
    }

    private String part() {
        char next = pattern.charAt(at++);
        return switch (next) {
            case '(' -> group();
            case '[' -> characters();
            case '\\' -> escaped();
            case '.' -> "0";
            case '^', '$' -> "";
            default -> String.valueOf(next);
        };
    }

    private String group() {
        if (pattern.startsWith("?:", at)) {
            at += 2;
        }
        String text = alternatives();
        at = Math.min(at + 1, pattern.length());
        return text;
    }

    private String escaped() {
        if (at == pattern.length()) {
            return "";
        }
        char next = pattern.charAt(at++);
        return switch (next) {
            case 'd' -> "0";
            case 'w' -> "a";
            case 's' -> " ";
            case 'b', 'B', 'A', 'z' -> "";
            default -> String.valueOf(next);
        };
    }

    /** The first character of a class; one that is not in it, of a class of those that are not. */
    private String characters() {
        boolean others = isNext('^');
        at += others ? 1 : 0;
        int from = at;
        String first = at < pattern.length() ? part() : "";
        int end = pattern.indexOf(']', Math.max(at, from + 1));
        String within = pattern.substring(from, end < 0 ? pattern.length() : end);
        at = end < 0 ? pattern.length() : end + 1;
        return others ? (within.contains("0") ? "a" : "0") : first;
    }

    /** The least number of times that the part before is repeated. */
    private int repeats() {
        if (at == pattern.length()) {
            return 1;
        }
        int least = 1;
        if (isNext('*') || isNext('?')) {
            least = 0;
        } else if (isNext('{')) {
            int end = pattern.indexOf('}', at);
            String number =
                    pattern.substring(at + 1, end < 0 ? pattern.length() : end).replaceAll(",.*", "");
            at = end < 0 ? pattern.length() - 1 : end;
            least = number.matches("[0-9]{1,3}") ? Integer.parseInt(number) : 1;
        } else if (!isNext('+')) {
            return 1;
        }
        at++;
        at += isNext('?') ? 1 : 0;
        return least;
    }
}
