package io.subsidyrules.dialect.syntax;

import io.subsidyrules.dialect.source.Characters;
import io.subsidyrules.dialect.source.Limits;
import io.subsidyrules.dialect.source.UnicodeEscape;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.text.InvisibleCharacters;
import io.subsidyrules.text.TextCatalogue;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a text in quotes. Where a quote is missing or one too many, it ends where it was probably meant to. */
final class QuotedText {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(QuotedText.class);
    private static final String LETTERS = "0tnrbfaev";
    private static final String MEANT = "\0\t\n\r\b\f\u0007\u001B\u000B";
    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:[xu]\\{?0*([0-9A-Fa-f]{2,5})\\}?|[" + LETTERS + "](?![a-z]|(?<=0)[0-9]))");

    private final SourceCharacters source;
    private final String text;
    private final int start;

    private QuotedText(SourceCharacters source, int start) {
        this.source = source;
        this.text = source.text();
        this.start = start;
    }

    /**
     * A text.
     *
     * @param content without its quotes and escapes
     * @param end the index behind its closing quote
     */
    record Read(String content, int end) {}

    /** The text that begins with the quote at this index. */
    static Read at(SourceCharacters source, int start) {
        return new QuotedText(source, start).read();
    }

    private Read read() {
        int close = endOfString(text.charAt(start));
        boolean closed = close < text.length() && isQuote(close);
        if (closed && checkQuote(start)) {
            checkQuote(close);
        }
        String content = content(start + 1, close);
        if (content.length() > Limits.TEXT) {
            source.faults().add(source.place(start), FaultCode.TOO_LONG, TEXTS.text("text"), Limits.TEXT);
            source.faults().settle(source.place(start));
            content = content.substring(0, Limits.TEXT);
        }
        return new Read(closed ? content : content.stripTrailing(), closed ? close + 1 : close);
    }

    private String content(int from, int close) {
        StringBuilder content = new StringBuilder();
        for (int i = from; i < close; i++) {
            char next = text.charAt(i);
            if (next == '\\') {
                boolean pair = i + 1 < close && (text.charAt(i + 1) == '"' || text.charAt(i + 1) == '\\');
                if (pair) {
                    next = text.charAt(++i);
                } else if (!UnicodeEscape.isAt(text, i)) {
                    badEscape(i);
                }
                if (!pair) {
                    source.faults().settle(source.place(from - 1));
                }
            }
            if (InvisibleCharacters.isHidden(next)) {
                source.faults().settle(source.place(from - 1));
            }
            content.append(next);
        }
        return content.toString();
    }

    /**
     * Other notations of characters that cannot be seen are reported as such, since writing them out would not help.
     */
    private void badEscape(int index) {
        Matcher escape = ESCAPE.matcher(text).region(index, text.length());
        OptionalInt meant = OptionalInt.empty();
        if (escape.lookingAt()) {
            int letter = LETTERS.indexOf(text.charAt(index + 1));
            meant = OptionalInt.of(
                    escape.group(1) != null ? Integer.parseInt(escape.group(1), 16) : MEANT.charAt(letter));
        }
        if (meant.isPresent() && InvisibleCharacters.isInvisible(meant.getAsInt())) {
            source.faults()
                    .add(source.place(index), FaultCode.INVISIBLE_CHARACTER, Characters.described(meant.getAsInt()));
        } else if (meant.isPresent() && meant.getAsInt() < ' ') {
            source.faults()
                    .add(source.place(index), FaultCode.CONTROL_CHARACTER, InvisibleCharacters.code(meant.getAsInt()));
        } else {
            source.faults().add(source.place(index), FaultCode.BAD_ESCAPE);
        }
    }

    /** The index of the closing quote; if there is none on the line, of what probably follows the text. */
    private int endOfString(char opening) {
        int close = nextQuote(start + 1, opening);
        if (close < 0) {
            return endWithoutQuote(start + 1, source.endOfLine(start));
        }
        if (!source.isPartOfName(close + 1)) {
            return close;
        }
        char before = text.charAt(close - 1);
        if (before == ' ' || before == '(') {
            return endWithoutQuote(start + 1, close);
        }
        source.refuse(close, TEXTS.text("quotesInText"));
        source.faults().settle(source.place(start));
        int end = close;
        while (end >= 0 && end - start < Limits.TEXT && (source.isPartOfName(end + 1) || source.peek(end + 1) == '"')) {
            end = nextQuote(end + 1, opening);
        }
        return end < 0 || end - start >= Limits.TEXT ? close : end;
    }

    /**
     * The next quote of the line that can close a text, or -1; one of the other width does where there is no better.
     */
    private int nextQuote(int from, char opening) {
        int other = -1;
        for (int i = from; i < text.length() && text.charAt(i) != '\n'; i++) {
            char next = text.charAt(i);
            if (next == '\\' && source.peek(i + 1) != '\n') {
                i++;
            } else if (opening == '"' ? next == '"' : isQuote(i)) {
                return i;
            } else if (other < 0 && source.peek(i) == '"') {
                other = i;
            }
        }
        return other;
    }

    private int endWithoutQuote(int from, int limit) {
        source.faults().add(source.place(start), FaultCode.STRING_NOT_CLOSED);
        source.faults().settle(source.place(start));
        for (int i = from; i < limit; i++) {
            if (")];,".indexOf(text.charAt(i)) >= 0 || text.startsWith(" extends ", i)) {
                return i;
            }
        }
        return limit;
    }

    private boolean isQuote(int index) {
        return source.peek(index) == '"' || text.charAt(index) == '\'';
    }

    /** Adds a fault where the quote is not a plain one; whether it is. */
    private boolean checkQuote(int index) {
        if (text.charAt(index) == '\'') {
            source.refuse(index, TEXTS.text("quoteText"));
        }
        return text.charAt(index) != '\'' && source.checkWidths(index, index + 1);
    }
}
