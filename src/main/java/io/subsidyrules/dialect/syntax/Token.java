package io.subsidyrules.dialect.syntax;

import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Shortened;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.Set;

/**
 * A word of a rule file.
 *
 * @param text a name, a symbol, a number as written, or a string's content without quotes and escapes
 * @param start the index of its first character in the file
 * @param end the index after its last character
 * @param first whether it is the first of its line
 */
record Token(Kind kind, String text, Place place, int start, int end, boolean first) {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Token.class);
    private static final int LONGEST_QUOTE = 40;

    /** The words that follow a point behind a part of an amount. */
    private static final Set<String> CALLS_OF_AMOUNT =
            Set.of("of", "times", "plus", "atLeast", "atMost", "withoutCeiling", "to", "beyond");

    enum Kind {
        NAME,
        VARIABLE,
        STRING,
        NUMBER,
        /** A time as Drools writes it, which has no meaning here: {@code 30m}. */
        TIME,
        SYMBOL,
        END_OF_FILE
    }

    boolean is(String symbolOrName) {
        return (kind == Kind.SYMBOL || kind == Kind.NAME) && text.equals(symbolOrName);
    }

    /** Whether it can follow the point behind a part of an amount. */
    boolean isCallOfAmount() {
        return kind == Kind.NAME && CALLS_OF_AMOUNT.contains(text);
    }

    boolean isKind(Kind other) {
        return kind == other;
    }

    /** The token as a message quotes it. */
    Text quoted() {
        if (kind == Kind.END_OF_FILE) {
            return TEXTS.text("endOfFile");
        }
        Text quoted = quote(Shortened.end(text, LONGEST_QUOTE));
        return kind == Kind.STRING ? TEXTS.text("quotedText", quoted) : quoted;
    }

    /** A quotation from a file, in the quotation marks of each language. */
    static Text quote(String written) {
        return TEXTS.text("quoted", written);
    }
}
