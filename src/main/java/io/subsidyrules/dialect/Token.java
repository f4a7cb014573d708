package io.subsidyrules.dialect;

import io.subsidyrules.policy.Place;

/**
 * A word of a rule file.
 *
 * @param text a name, a symbol, a number as written, or a string's content without quotes and escapes
 * @param start the index of its first character in the file
 * @param end the index after its last character
 */
record Token(Kind kind, String text, Place place, int start, int end) {

    enum Kind {
        NAME,
        VARIABLE,
        STRING,
        NUMBER,
        SYMBOL,
        END_OF_FILE
    }

    boolean is(String symbolOrName) {
        return (kind == Kind.SYMBOL || kind == Kind.NAME) && text.equals(symbolOrName);
    }

    /** The token as a message quotes it. */
    String quoted() {
        return kind == Kind.END_OF_FILE ? "the end of the file" : "\"" + text + "\"";
    }
}
