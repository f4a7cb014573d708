package io.subsidyrules.dialect.syntax;

import io.subsidyrules.dialect.source.Characters;
import io.subsidyrules.dialect.source.Limits;
import io.subsidyrules.dialect.source.UnicodeEscape;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.text.Grouping;
import io.subsidyrules.text.Shortened;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a rule file into its words; comments and blanks fall away. It never gives up: after a fault it goes on with
 * the likeliest word, so that all faults of a file are found. A full-width character is read as the one that it means.
 */
final class Lexer {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Lexer.class);
    private static final List<String> LONG_SYMBOLS =
            List.of("==", "!=", "<=", ">=", "&&", "||", "->", ":=", "=>", "=<", "<>");
    private static final String SYMBOLS = "(){}[],;:.@=<>!&|-+*/?%^~";
    private static final String COMPARISONS = "≥≤≠";
    private static final List<String> COMPARED = List.of(">=", "<=", "!=");
    private static final Pattern WORD_BETWEEN =
            Pattern.compile("(或者?|并?且|和)(?=[A-Za-z][A-Za-z0-9_]*(?![\\u3400-\\u9FFF]))");

    private static final Pattern TIME = Pattern.compile("([0-9]+(ms|[smhd]))+");
    private static final Pattern DIGITS = Pattern.compile("[0-9][0-9_]*(\\.[0-9_]+)?");
    private static final Pattern CODE = Pattern.compile("0[0-9]{1,18}");
    static final Text PLAIN_DIGITS = TEXTS.text("digitsWithoutUnit");

    private static final int MOST_OF_A_LIST = 3;

    private final SourceCharacters source;
    private final String text;
    private final Faults faults;
    private final List<Token> tokens = new ArrayList<>();
    private boolean whole = true;
    private boolean inList;
    private int wrongInList;
    private int at;

    private Lexer(SourceCharacters source) {
        this.source = source;
        this.text = source.text();
        this.faults = source.faults();
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
        return new Lexer(new SourceCharacters(file, text, faults)).run();
    }

    private Words run() {
        while (skipBlanksAndComments()) {
            next();
        }
        add(Token.Kind.END_OF_FILE, "", at);
        return new Words(tokens, whole);
    }

    private void next() {
        char first = source.peek(at);
        if (first == '"' || first == '\'') {
            string();
        } else if (first == '$' && text.charAt(at) != '$' && Characters.isDigit(source.peek(at + 1))) {
            source.refuse(at, TEXTS.text("amountWithoutSign"));
            at++;
        } else if (first == '$' && source.isPartOfName(at + 1)) {
            word(Token.Kind.VARIABLE, at + 1);
        } else if (Characters.isDigit(first)) {
            number();
        } else if (source.isPartOfName(at)) {
            word(Token.Kind.NAME, at);
        } else if (!symbol(first)) {
            unexpected(first);
        }
    }

    private boolean symbol(char first) {
        for (String symbol : LONG_SYMBOLS) {
            if (symbol.charAt(0) == first && symbol.charAt(1) == source.peek(at + 1)) {
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
            source.refuse(at, TEXTS.text("writeInstead", symbol));
            add(Token.Kind.SYMBOL, symbol, at + 1);
        }
        return compared >= 0;
    }

    private void unexpected(char character) {
        boolean hidden = Character.isISOControl(character) || Character.getType(character) == Character.FORMAT;
        if (!hidden && !UnicodeEscape.isAt(text, at)) {
            int length = Character.charCount(text.codePointAt(at));
            faults.add(
                    source.place(at),
                    FaultCode.UNEXPECTED_CHARACTER,
                    text.substring(at, at + length),
                    character == '#' ? TEXTS.text("commentWithSlashes") : TEXTS.text("removeOrQuote"));
        }
        if (character == '#') {
            skipLine();
        } else {
            at += Character.charCount(text.codePointAt(at));
        }
    }

    private void string() {
        QuotedText.Read quoted = QuotedText.at(source, at);
        add(Token.Kind.STRING, quoted.content(), quoted.end());
    }

    private void word(Token.Kind kind, int from) {
        Matcher between = WORD_BETWEEN.matcher(text).region(at, text.length());
        if (kind == Token.Kind.NAME && between.lookingAt()) {
            add(kind, between.group(), between.end());
            return;
        }
        int end = from;
        int foreign = -1;
        while ((source.isPartOfName(end) && !isWordBetween(from, end))
                || (end > from && source.peek(end) == '-' && source.isPartOfName(end + 1))) {
            if (foreign < 0 && Characters.isForeign(text.charAt(end))) {
                foreign = end;
            }
            end++;
        }
        String name = source.read(at, end);
        if (foreign >= 0) {
            String shown = Shortened.end(name, Limits.NAME);
            faults.add(
                    source.place(foreign),
                    FaultCode.LOOKALIKE_CHARACTER,
                    shown,
                    Characters.described(text.charAt(foreign)));
            faults.settle(source.place(at));
        }
        if (name.length() > Limits.NAME) {
            faults.add(source.place(at), FaultCode.TOO_LONG, TEXTS.text("name"), Limits.NAME);
            faults.settle(source.place(at));
        }
        take(kind, end);
    }

    /** Whether a Chinese "and" or "or" is between English names, without blanks; in other names it is a letter. */
    private boolean isWordBetween(int from, int index) {
        return index > from
                && "或并且和".indexOf(text.charAt(index)) >= 0
                && text.charAt(index - 1) <= '~'
                && WORD_BETWEEN.matcher(text).region(index, text.length()).lookingAt();
    }

    private void number() {
        boolean behindComma = !tokens.isEmpty() && tokens.get(tokens.size() - 1).is(",");
        Optional<MistypedLiteral> slip = MistypedLiteral.at(text, at, inList, behindComma);
        if (slip.isPresent()) {
            tell(slip.get().code(), slip.get().written(), slip.get().meant());
            faults.settle(source.place(at));
            add(slip.get().kind(), slip.get().meant(), slip.get().end());
            return;
        }
        int end = endOfDigits(at);
        if (source.peek(end) == '.' && Characters.isDigit(source.peek(end + 1))) {
            end = endOfDigits(end + 1);
        }
        boolean plain = !source.isPartOfName(end) && Grouping.isSound(source.read(at, end));
        while (source.isPartOfName(end)
                || ((source.peek(end) == '+' || source.peek(end) == '-') && isExponent(end - 1))) {
            end++;
        }
        String written = source.read(at, end);
        if (TIME.matcher(written).matches()) {
            take(Token.Kind.TIME, end);
        } else if (!plain || end - at > Limits.NUMBER) {
            String shown = Shortened.end(written, Limits.NAME);
            tell(FaultCode.BAD_NUMBER, shown, numberMeant(written));
            faults.settle(source.place(at));
            source.checkWidths(at, end);
            add(Token.Kind.NUMBER, "1", end);
        } else {
            take(Token.Kind.NUMBER, end);
        }
        if (source.peek(at) == '%') {
            source.refuse(at, TEXTS.text("numberAlone"));
            faults.settle(tokens.get(tokens.size() - 1).place());
            at++;
        }
    }

    /** Adds the fault of a number; of those in one list only the first few, as whoever wrote it wrote all alike. */
    private void tell(FaultCode code, Object... details) {
        if (!inList || wrongInList < MOST_OF_A_LIST) {
            faults.add(source.place(at), code, details);
        }
        wrongInList++;
    }

    private static Text numberMeant(String written) {
        if (CODE.matcher(written).matches()) {
            return TEXTS.text("codeInQuotes", written, Grouping.grouped(written));
        }
        if (!DIGITS.matcher(written).matches() || written.length() > Limits.NUMBER) {
            return Grouping.meant(written)
                    .map(Grouping::grouped)
                    .map(number -> TEXTS.text("write", number))
                    .orElse(PLAIN_DIGITS);
        }
        String meant = Grouping.grouped(written);
        return TEXTS.text("groupsOfDigits", meant);
    }

    private boolean isExponent(int index) {
        return (source.peek(index) == 'e' || source.peek(index) == 'E') && Characters.isDigit(source.peek(index - 1));
    }

    private int endOfDigits(int from) {
        int end = from;
        while (Characters.isDigit(source.peek(end)) || (source.peek(end) == '_' && end > from)) {
            end++;
        }
        return end;
    }

    private void take(Token.Kind kind, int end) {
        source.checkWidths(at, end);
        add(kind, source.read(at, end), end);
    }

    private void add(Token.Kind kind, String content, int end) {
        boolean first =
                tokens.isEmpty() || tokens.get(tokens.size() - 1).place().line() < source.line();
        Token token = new Token(kind, content, source.place(at), at, end, first);
        boolean opensList = token.is("(")
                && !tokens.isEmpty()
                && tokens.get(tokens.size() - 1).is("in");
        wrongInList = opensList ? 0 : wrongInList;
        inList = opensList || (inList && (kind == Token.Kind.NUMBER || token.is(",")));
        tokens.add(token);
        at = end;
    }

    private boolean skipBlanksAndComments() {
        while (at < text.length()) {
            char next = source.peek(at);
            if (next == '\n') {
                source.lineEnds(at++);
            } else if (isBlank(at)) {
                int from = at;
                while (isBlank(at)) {
                    at++;
                }
                source.checkWidths(from, at);
            } else if (next == '/' && source.peek(at + 1) == '/') {
                source.checkWidths(at, at + 2);
                skipLine();
            } else if (next == '/' && source.peek(at + 1) == '*') {
                blockComment();
            } else {
                return true;
            }
        }
        return false;
    }

    private boolean isBlank(int index) {
        return source.peek(index) == ' ' || source.peek(index) == '\t' || source.peek(index) == '\r';
    }

    private void blockComment() {
        source.checkWidths(at, at + 2);
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            faults.add(source.place(at), FaultCode.COMMENT_NOT_CLOSED);
            whole = false;
            end = text.length() - 2;
        }
        for (; at < end + 2; at++) {
            if (text.charAt(at) == '\n') {
                source.lineEnds(at);
            }
        }
    }

    private void skipLine() {
        at = source.endOfLine(at);
    }
}
