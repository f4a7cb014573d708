package io.subsidyrules.dialect;

import io.subsidyrules.policy.FaultCode;
import io.subsidyrules.policy.Faults;
import io.subsidyrules.policy.Place;
import io.subsidyrules.policy.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a rule file into its words; comments and blanks fall away. It never gives up: after a fault it goes on with the
 * likeliest word, so that all faults of a file are found. A full-width character is read as the one it stands for.
 */
final class Lexer {

    private static final List<String> LONG_SYMBOLS = List.of("==", "!=", "<=", ">=", "&&", "||", "->", ":=");
    private static final String SYMBOLS = "(){}[],;:.@=<>!&|-+*/?%^~";
    private static final Text BLANK = new Text("blank", "空格");

    private final String file;
    private final String text;
    private final Faults faults;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    private Lexer(String file, String text, Faults faults) {
        this.file = file;
        this.text = text;
        this.faults = faults;
    }

    /** The words of the file, the last of them END_OF_FILE. */
    static List<Token> tokens(String file, String text, Faults faults) {
        Characters.check(file, text, faults);
        return new Lexer(file, text, faults).run();
    }

    private List<Token> run() {
        while (skipBlanksAndComments()) {
            next();
        }
        add(Token.Kind.END_OF_FILE, "", at);
        return tokens;
    }

    private void next() {
        char first = peek(at);
        if (first == '"' || first == '\'') {
            string();
        } else if (first == '$' && isPartOfName(at + 1)) {
            word(Token.Kind.VARIABLE, at + 1);
        } else if (Characters.isDigit(first)) {
            number();
        } else if (isPartOfName(at)) {
            word(Token.Kind.NAME, at);
        } else if (!symbol(first)) {
            unexpected(first);
        }
    }

    private boolean symbol(char first) {
        for (String symbol : LONG_SYMBOLS) {
            if (symbol.charAt(0) == first && symbol.charAt(1) == peek(at + 1)) {
                take(Token.Kind.SYMBOL, at + 2);
                return true;
            }
        }
        if (SYMBOLS.indexOf(first) >= 0) {
            take(Token.Kind.SYMBOL, at + 1);
            return true;
        }
        return false;
    }

    private void unexpected(char character) {
        boolean hidden = Character.isISOControl(character) || Character.getType(character) == Character.FORMAT;
        if (!hidden && !Characters.isUnicodeEscape(text, at)) {
            int length = Character.charCount(text.codePointAt(at));
            faults.add(
                    place(at),
                    FaultCode.UNEXPECTED_CHARACTER,
                    text.substring(at, at + length),
                    character == '#'
                            ? new Text("Begin a comment with //.", "注释请以 // 开头。")
                            : new Text(
                                    "Remove it, or put it into a comment or between double quotes.",
                                    "请删除，或放入注释或双引号中。"));
        }
        if (character == '#') {
            skipLine();
        } else {
            at += Character.charCount(text.codePointAt(at));
        }
    }

    private void string() {
        int from = at;
        int close = endOfString(text.charAt(at));
        StringBuilder content = new StringBuilder();
        for (int i = from + 1; i < close; i++) {
            char next = text.charAt(i);
            if (next == '\\') {
                boolean pair = i + 1 < close && (text.charAt(i + 1) == '"' || text.charAt(i + 1) == '\\');
                if (pair) {
                    next = text.charAt(++i);
                } else if (!Characters.isUnicodeEscape(text, i)) {
                    faults.add(place(i), FaultCode.BAD_ESCAPE);
                }
            }
            content.append(next);
        }
        if (content.length() > Limits.TEXT) {
            faults.add(place(from), FaultCode.TOO_LONG, new Text("The text", "文字"), Limits.TEXT);
        }
        boolean closed = close < text.length() && isQuote(close);
        add(Token.Kind.STRING, content.toString(), closed ? close + 1 : close);
    }

    /** The index of the closing quote; where there is none on the line, of what probably follows the text. */
    private int endOfString(char opening) {
        checkQuote(at);
        int end = at + 1;
        int otherQuote = -1;
        int bracket = -1;
        while (end < text.length() && text.charAt(end) != '\n') {
            char next = text.charAt(end);
            if (next == '\\') {
                end++;
            } else if (opening == '"' ? next == '"' : isQuote(end)) {
                checkQuote(end);
                return end;
            } else if (otherQuote < 0 && peek(end) == '"') {
                otherQuote = end;
            } else if (bracket < 0 && (next == ')' || next == ',' || next == ';')) {
                bracket = end;
            }
            end++;
        }
        if (otherQuote >= 0) {
            checkQuote(otherQuote);
            return otherQuote;
        }
        faults.add(place(at), FaultCode.STRING_NOT_CLOSED);
        int lineEnd = Math.min(end, text.length());
        return bracket >= 0 ? bracket : lineEnd;
    }

    private boolean isQuote(int index) {
        return peek(index) == '"' || text.charAt(index) == '\'';
    }

    private void checkQuote(int index) {
        if (text.charAt(index) == '\'') {
            faults.add(
                    place(index),
                    FaultCode.UNEXPECTED_CHARACTER,
                    "'",
                    new Text("Put texts between double quotes: \"...\".", "文字请放在双引号中：\"……\"。"));
        } else {
            checkWidth(index);
        }
    }

    private void word(Token.Kind kind, int from) {
        int end = from;
        int foreign = -1;
        while (isPartOfName(end) || (end > from && peek(end) == '-' && isPartOfName(end + 1))) {
            if (foreign < 0 && Characters.isForeign(text.charAt(end))) {
                foreign = end;
            }
            end++;
        }
        String name = read(at, end);
        if (foreign >= 0) {
            String shown = name.length() <= Limits.NAME ? name : name.substring(0, Limits.NAME) + "…";
            faults.add(
                    place(foreign), FaultCode.LOOKALIKE_CHARACTER, shown, Characters.described(text.charAt(foreign)));
            faults.settle(place(at));
        }
        if (name.length() > Limits.NAME) {
            faults.add(place(at), FaultCode.TOO_LONG, new Text("The name", "名称"), Limits.NAME);
            faults.settle(place(at));
        }
        take(kind, end);
    }

    private boolean isPartOfName(int index) {
        char character = peek(index);
        return Characters.isLetter(character) || Characters.isDigit(character) || Characters.isForeign(character);
    }

    private void number() {
        int end = endOfDigits(at);
        if (peek(end) == '.' && Characters.isDigit(peek(end + 1))) {
            end = endOfDigits(end + 1);
        }
        boolean plain = peek(end - 1) != '_' && !isPartOfName(end);
        while (isPartOfName(end) || ((peek(end) == '+' || peek(end) == '-') && isExponent(end - 1))) {
            end++;
        }
        if (!plain || end - at > Limits.NUMBER) {
            String written = read(at, end);
            String shown = written.length() <= Limits.NAME ? written : written.substring(0, Limits.NAME) + "…";
            faults.add(place(at), FaultCode.BAD_NUMBER, shown);
            faults.settle(place(at));
            checkWidths(at, end);
            add(Token.Kind.NUMBER, "1", end);
        } else {
            take(Token.Kind.NUMBER, end);
        }
    }

    private boolean isExponent(int index) {
        return (peek(index) == 'e' || peek(index) == 'E') && Characters.isDigit(peek(index - 1));
    }

    private int endOfDigits(int from) {
        int end = from;
        while (Characters.isDigit(peek(end)) || (peek(end) == '_' && end > from)) {
            end++;
        }
        return end;
    }

    /** The character at an index, a full-width one as what it stands for; NUL behind the end. */
    private char peek(int index) {
        return index < text.length() ? Characters.plain(text.charAt(index)) : '\0';
    }

    private String read(int from, int end) {
        StringBuilder read = new StringBuilder(end - from);
        for (int i = from; i < end; i++) {
            read.append(peek(i));
        }
        return read.toString();
    }

    private void take(Token.Kind kind, int end) {
        checkWidths(at, end);
        add(kind, read(at, end), end);
    }

    private void add(Token.Kind kind, String content, int end) {
        boolean first =
                tokens.isEmpty() || tokens.get(tokens.size() - 1).place().line() < line;
        tokens.add(new Token(kind, content, place(at), at, end, first));
        at = end;
    }

    private void checkWidths(int from, int end) {
        for (int i = from; i < end; i++) {
            checkWidth(i);
        }
    }

    private void checkWidth(int index) {
        char written = text.charAt(index);
        char plain = Characters.plain(written);
        if (plain != written) {
            faults.add(
                    place(index),
                    FaultCode.FULL_WIDTH_CHARACTER,
                    plain == ' ' ? Characters.described(written) : written,
                    plain == ' ' ? BLANK : plain);
        }
    }

    private boolean skipBlanksAndComments() {
        while (at < text.length()) {
            char next = peek(at);
            if (next == '\n') {
                at++;
                line++;
                lineStart = at;
            } else if (next == ' ' || next == '\t' || next == '\r') {
                checkWidth(at);
                at++;
            } else if (next == '/' && peek(at + 1) == '/') {
                checkWidths(at, at + 2);
                skipLine();
            } else if (next == '/' && peek(at + 1) == '*') {
                blockComment();
            } else {
                return true;
            }
        }
        return false;
    }

    private void blockComment() {
        checkWidths(at, at + 2);
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            faults.add(place(at), FaultCode.COMMENT_NOT_CLOSED);
            end = text.length() - 2;
        }
        for (; at < end + 2; at++) {
            if (text.charAt(at) == '\n') {
                line++;
                lineStart = at + 1;
            }
        }
    }

    private void skipLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
    }

    private Place place(int index) {
        return new Place(file, line, index - lineStart + 1);
    }
}
