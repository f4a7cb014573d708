package io.subsidyrules.dialect.syntax;

import io.subsidyrules.fault.Faults;
import java.util.List;

/**
 * A word of a rule file as it is written, for those who work on the text of a file. Between two words are only blanks
 * and comments.
 *
 * @param text the word with its quotes and escapes
 * @param start the index of its first character in the file
 * @param end the index after its last character
 */
public record SourceWord(Kind kind, String text, int start, int end) {

    /** The kinds of words. */
    public enum Kind {
        NAME,
        VARIABLE,
        STRING,
        NUMBER,
        SYMBOL
    }

    /** The words of a file in their order; faults are added, each with its place. */
    public static List<SourceWord> of(String file, String text, Faults faults) {
        return Lexer.words(file, text, faults).tokens().stream()
                .filter(token -> !token.isKind(Token.Kind.END_OF_FILE))
                .map(token -> new SourceWord(
                        kind(token), text.substring(token.start(), token.end()), token.start(), token.end()))
                .toList();
    }

    private static Kind kind(Token token) {
        return switch (token.kind()) {
            case NAME -> Kind.NAME;
            case VARIABLE -> Kind.VARIABLE;
            case STRING -> Kind.STRING;
            case NUMBER, TIME -> Kind.NUMBER;
            case SYMBOL, END_OF_FILE -> Kind.SYMBOL;
        };
    }

    /** Whether it is this symbol or this name. */
    public boolean is(String symbolOrName) {
        return (kind == Kind.SYMBOL || kind == Kind.NAME) && text.equals(symbolOrName);
    }

    /** Whether it is of this kind. */
    public boolean isKind(Kind other) {
        return kind == other;
    }
}
