package io.subsidyrules.dialect;

import io.subsidyrules.policy.FaultCode;
import io.subsidyrules.policy.Faults;
import io.subsidyrules.policy.Place;
import io.subsidyrules.policy.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a rule file into its words; comments and blanks fall away. It never gives up: after a fault it goes on with the
 * likeliest word, so that all faults of a file are found. A full-width character is read as the one it stands for.
 */
final class Lexer {

    private static final List<String> LONG_SYMBOLS =
            List.of("==", "!=", "<=", ">=", "&&", "||", "->", ":=", "=>", "=<", "<>");
    private static final String SYMBOLS = "(){}[],;:.@=<>!&|-+*/?%^~";
    private static final String COMPARISONS = "≥≤≠";
    private static final List<String> COMPARED = List.of(">=", "<=", "!=");
    private static final Pattern WORD_BETWEEN = Pattern.compile("(或者?|并?且|和)(?=[A-Za-z])");
    private static final Text BLANK = new Text("blank", "空格");
    private static final Text NO_SIGN = new Text("Write the amount without a sign.", "金额不写货币符号。");
    private static final Text NO_PERCENT =
            new Text("Write the number alone, as in: percent( 50 ).", "请只写数字，例如 percent( 50 )。");
    private static final Text INNER_QUOTE = new Text("Inside a text write “ and ”, or \\\".", "文字内部请用“”，或写作 \\\"。");

    private final String file;
    private final String text;
    private final Faults faults;
    private final List<Token> tokens = new ArrayList<>();
    private boolean whole = true;
    private boolean inList;
    private int at;
    private int line = 1;
    private int lineStart;

    private Lexer(String file, String text, Faults faults) {
        this.file = file;
        this.text = text;
        this.faults = faults;
    }

    /**
     * The words of a file.
     *
     * @param tokens the last of them END_OF_FILE
     * @param whole whether that is where the file ends; otherwise a comment without an end holds the rest
     */
    record Words(List<Token> tokens, boolean whole) {}

    static Words words(String file, String text, Faults faults) {
        Characters.check(file, text, faults);
        return new Lexer(file, text, faults).run();
    }

    private Words run() {
        while (skipBlanksAndComments()) {
            next();
        }
        add(Token.Kind.END_OF_FILE, "", at);
        return new Words(tokens, whole);
    }

    private void next() {
        char first = peek(at);
        if (first == '"' || first == '\'') {
            string();
        } else if (first == '$' && text.charAt(at) != '$' && Characters.isDigit(peek(at + 1))) {
            refuse(at, NO_SIGN);
            at++;
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
        int compared = COMPARISONS.indexOf(first);
        if (compared >= 0) {
            String symbol = COMPARED.get(compared);
            refuse(at, new Text("Write " + symbol + " instead.", "请改为 " + symbol + "。"));
            add(Token.Kind.SYMBOL, symbol, at + 1);
        }
        return compared >= 0;
    }

    private void refuse(int index, Text remedy) {
        faults.add(place(index), FaultCode.UNEXPECTED_CHARACTER, text.charAt(index), remedy);
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
        boolean closed = close < text.length() && isQuote(close);
        if (closed && checkQuote(from)) {
            checkQuote(close);
        }
        String content = content(from + 1, close);
        if (content.length() > Limits.TEXT) {
            faults.add(place(from), FaultCode.TOO_LONG, new Text("The text", "文字"), Limits.TEXT);
            faults.settle(place(from));
            content = content.substring(0, Limits.TEXT);
        }
        add(Token.Kind.STRING, closed ? content : content.stripTrailing(), closed ? close + 1 : close);
    }

    private String content(int from, int close) {
        StringBuilder content = new StringBuilder();
        for (int i = from; i < close; i++) {
            char next = text.charAt(i);
            if (next == '\\') {
                boolean pair = i + 1 < close && (text.charAt(i + 1) == '"' || text.charAt(i + 1) == '\\');
                if (pair) {
                    next = text.charAt(++i);
                } else if (!Characters.isUnicodeEscape(text, i)) {
                    faults.add(place(i), FaultCode.BAD_ESCAPE);
                    faults.settle(place(from - 1));
                }
            }
            content.append(next);
        }
        return content.toString();
    }

    /** The index of the closing quote; where there is none on the line, of what probably follows the text. */
    private int endOfString(char opening) {
        int close = nextQuote(at + 1, opening);
        if (close < 0) {
            return endWithoutQuote(at + 1, endOfLine());
        }
        if (!isPartOfName(close + 1)) {
            return close;
        }
        char before = text.charAt(close - 1);
        if (before == ' ' || before == '(') {
            return endWithoutQuote(at + 1, close);
        }
        refuse(close, INNER_QUOTE);
        faults.settle(place(at));
        int end = close;
        while (end >= 0 && end - at < Limits.TEXT && (isPartOfName(end + 1) || peek(end + 1) == '"')) {
            end = nextQuote(end + 1, opening);
        }
        return end < 0 || end - at >= Limits.TEXT ? close : end;
    }

    /** The next quote of the line that can close a text, or -1; one of the other width does where there is no better. */
    private int nextQuote(int from, char opening) {
        int other = -1;
        for (int i = from; i < text.length() && text.charAt(i) != '\n'; i++) {
            char next = text.charAt(i);
            if (next == '\\' && peek(i + 1) != '\n') {
                i++;
            } else if (opening == '"' ? next == '"' : isQuote(i)) {
                return i;
            } else if (other < 0 && peek(i) == '"') {
                other = i;
            }
        }
        return other;
    }

    private int endWithoutQuote(int from, int limit) {
        faults.add(place(at), FaultCode.STRING_NOT_CLOSED);
        faults.settle(place(at));
        for (int i = from; i < limit; i++) {
            if (")];,".indexOf(text.charAt(i)) >= 0 || text.startsWith(" extends ", i)) {
                return i;
            }
        }
        return limit;
    }

    private int endOfLine() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private boolean isQuote(int index) {
        return peek(index) == '"' || text.charAt(index) == '\'';
    }

    /** Adds a fault where the quote is not a plain one; whether it is. */
    private boolean checkQuote(int index) {
        if (text.charAt(index) == '\'') {
            refuse(index, new Text("Put texts between double quotes: \"...\".", "文字请放在双引号中：\"……\"。"));
        }
        return text.charAt(index) != '\'' && checkWidths(index, index + 1);
    }

    private void word(Token.Kind kind, int from) {
        Matcher between = WORD_BETWEEN.matcher(text).region(at, text.length());
        if (kind == Token.Kind.NAME && between.lookingAt()) {
            add(kind, between.group(), between.end());
            return;
        }
        int end = from;
        int foreign = -1;
        while ((isPartOfName(end) && !isWordBetween(end))
                || (end > from && peek(end) == '-' && isPartOfName(end + 1))) {
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

    /** Whether a Chinese "and" or "or" stands between English names, without blanks. */
    private boolean isWordBetween(int index) {
        return "或并且和".indexOf(text.charAt(index)) >= 0
                && text.charAt(index - 1) <= '~'
                && WORD_BETWEEN.matcher(text).region(index, text.length()).lookingAt();
    }

    private boolean isPartOfName(int index) {
        char character = peek(index);
        return Characters.isLetter(character) || Characters.isDigit(character) || Characters.isForeign(character);
    }

    private void number() {
        Optional<Slip> slip = Slip.at(text, at, inList);
        if (slip.isPresent()) {
            faults.add(
                    place(at),
                    slip.get().code(),
                    slip.get().written(),
                    slip.get().meant());
            faults.settle(place(at));
            add(slip.get().kind(), slip.get().meant(), slip.get().end());
            return;
        }
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
        if (peek(at) == '%') {
            refuse(at, NO_PERCENT);
            faults.settle(tokens.get(tokens.size() - 1).place());
            at++;
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
        Token token = new Token(kind, content, place(at), at, end, first);
        boolean opensList = token.is("(")
                && !tokens.isEmpty()
                && tokens.get(tokens.size() - 1).is("in");
        inList = opensList || (inList && (kind == Token.Kind.NUMBER || token.is(",")));
        tokens.add(token);
        at = end;
    }

    /** Adds a fault for each run of characters of another width; whether there is none. */
    private boolean checkWidths(int from, int end) {
        boolean plain = true;
        for (int i = from; i < end; i++) {
            if (!isPlain(i)) {
                int run = i;
                while (i < end && !isPlain(i)) {
                    i++;
                }
                widthFault(run, i);
                plain = false;
            }
        }
        return plain;
    }

    private boolean isPlain(int index) {
        return peek(index) == text.charAt(index);
    }

    private void widthFault(int from, int end) {
        boolean blank = peek(from) == ' ';
        String code = Characters.code(text.charAt(from));
        faults.add(
                place(from),
                FaultCode.FULL_WIDTH_CHARACTER,
                blank ? new Text("The blank " + code, "空格 " + code + " ") : text.substring(from, end),
                blank ? BLANK : read(from, end));
    }

    private boolean skipBlanksAndComments() {
        while (at < text.length()) {
            char next = peek(at);
            if (next == '\n') {
                at++;
                line++;
                lineStart = at;
            } else if (isBlank(at)) {
                int from = at;
                while (isBlank(at)) {
                    at++;
                }
                checkWidths(from, at);
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

    private boolean isBlank(int index) {
        return peek(index) == ' ' || peek(index) == '\t' || peek(index) == '\r';
    }

    private void blockComment() {
        checkWidths(at, at + 2);
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            faults.add(place(at), FaultCode.COMMENT_NOT_CLOSED);
            whole = false;
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
        at = endOfLine();
    }

    private Place place(int index) {
        return new Place(file, line, index - lineStart + 1);
    }
}
