package io.subsidyrules.layout;

import io.subsidyrules.dialect.syntax.SourceWord;
import java.util.Set;

/** The blanks between the words of a rule file: within brackets, and around operators. */
final class Spacing {

    private static final Set<String> NOTHING_BEFORE = Set.of(",", ";", ".", "]");
    private static final Set<String> NOTHING_BEHIND = Set.of(".", "@", "!", "[");
    private static final Set<String> OPERATORS =
            Set.of("==", "!=", "<", "<=", ">", ">=", "&&", "||", "+", "-", "*", "(", ",", ":", ";");

    private Spacing() {}

    /** Whether a sign such as minus belongs to the number behind it, and not between two. */
    static boolean isSign(WrittenWord before, WrittenWord word) {
        return word.is("-") && OPERATORS.contains(before.word().text());
    }

    /**
     * Whether a blank is between two words of a line.
     *
     * @param sign whether the first is the sign of a number
     */
    static boolean isBetween(WrittenWord one, WrittenWord other, boolean sign) {
        String behind = one.word().text();
        boolean symbol = one.isKind(SourceWord.Kind.SYMBOL);
        if (sign || (symbol && NOTHING_BEHIND.contains(behind))) {
            return false;
        }
        if (!other.isKind(SourceWord.Kind.SYMBOL)) {
            return true;
        }
        String before = other.word().text();
        return switch (before) {
            case "(" -> !one.isKind(SourceWord.Kind.NAME) || one.is("in");
            case ")" -> !one.is("(");
            case "[" -> !one.isKind(SourceWord.Kind.NAME);
            default -> !NOTHING_BEFORE.contains(before);
        };
    }
}
