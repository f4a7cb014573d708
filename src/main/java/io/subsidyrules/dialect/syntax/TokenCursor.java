package io.subsidyrules.dialect.syntax;

import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The words of a file with a position among them, and the faults found so far. Not thread-safe. */
final class TokenCursor {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(TokenCursor.class);

    static final Text VARIABLE = TEXTS.text("variable");
    private static final Set<String> SECTIONS = Set.of(
            "package", "import", "global", "declare", "rule", "function", "query", "unit", "dialect", "template");

    /** The signs of which one follows a number in brackets. */
    private static final Set<String> AFTER_NUMBER = Set.of("+", "-", "*", "/", "==", "!=", "<", "<=", ">", ">=");

    /** The signs and words that make a condition of what is in brackets. */
    private static final Set<String> NOT_IN_NUMBER =
            Set.of("==", "!=", "<", "<=", ">", ">=", "&&", "||", "!", "in", "not", "matches", "str", "memberOf", ";");

    /** The number of words within which a forgotten symbol is looked for. */
    private static final int FAR = 300;

    private final String text;
    private final List<Token> tokens;
    private final boolean whole;
    private final String money;
    private final Faults faults;
    private Form form = Form.RULE;
    private int at;

    /** @param money the word before an amount of the policy's currency */
    TokenCursor(String file, String text, String money, Faults faults) {
        this.text = text;
        this.money = money;
        this.faults = faults;
        Lexer.Words words = Lexer.words(file, text, faults);
        this.tokens = words.tokens();
        this.whole = words.whole();
    }

    Faults faults() {
        return faults;
    }

    /** The word before an amount of the policy's currency, for examples. */
    String money() {
        return money;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peekAfter() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    /** The word so many words on, or the last one. */
    Token peekAt(int distance) {
        return tokens.get(Math.min(at + distance, tokens.size() - 1));
    }

    Place place() {
        return peek().place();
    }

    Token next() {
        Token token = peek();
        if (at < tokens.size() - 1) {
            at++;
        }
        return token;
    }

    boolean atEnd() {
        return isKind(Token.Kind.END_OF_FILE);
    }

    /** Whether the file ends where its words do, and no comment holds the rest. */
    boolean isWhole() {
        return whole;
    }

    boolean is(String symbolOrName) {
        return peek().is(symbolOrName);
    }

    boolean isKind(Token.Kind kind) {
        return peek().isKind(kind);
    }

    boolean skip(String symbolOrName) {
        boolean there = is(symbolOrName);
        if (there) {
            next();
        }
        return there;
    }

    void expect(String symbolOrName) {
        if (!skip(symbolOrName)) {
            throw expected(Token.quote(symbolOrName));
        }
    }

    /**
     * Passes a comma, and with a fault a semicolon in its place: one inside of brackets, which close behind it. A
     * semicolon before the closing bracket is passed too, but nothing follows it.
     */
    boolean comma() {
        if (skip(",")) {
            return true;
        }
        int from = at;
        if (!skip(";")) {
            return false;
        }
        if (closings() == 0) {
            at = from;
            return false;
        }
        boolean last = is(")");
        faults.add(
                tokens.get(from).place(),
                FaultCode.EXPECTED,
                Token.quote(last ? ")" : ","),
                Token.quote(";"),
                TEXTS.text(last ? "noSemicolon" : "commaBetween"));
        return !last;
    }

    /** Goes back to an earlier word. */
    void back(int position) {
        at = position;
    }

    /** Passes a semicolon; where it is forgotten at the end of a line, tells it there and goes on. */
    void semicolon() {
        if (!skip(";")) {
            if (!peek().first() && !atEnd()) {
                throw expected(Token.quote(";"));
            }
            if (whole || !atEnd()) {
                forgotten(";");
            }
        }
    }

    /** Tells a sign that is forgotten where the word before ends. */
    void forgotten(String sign) {
        Token last = tokens.get(at - 1);
        Place end =
                new Place(last.place().file(), last.place().line(), last.place().column() + last.end() - last.start());
        Text found = peek().first() || atEnd() ? TEXTS.text("endOfLine") : peek().quoted();
        faults.add(end, FaultCode.EXPECTED, Token.quote(sign), found, TEXTS.text("addSign", sign));
    }

    /** The form of the text from here on, which faults give as an example. */
    void form(Form next) {
        form = next;
    }

    Token open(String bracket) {
        Token opening = peek();
        expect(bracket);
        return opening;
    }

    /** Passes the closing bracket; where what follows shows that it was forgotten, goes on as if it stood here. */
    void close(Token opening, String bracket) {
        if (skip(bracket)) {
            return;
        }
        if (!isForgotten()) {
            throw expected(Token.quote(bracket));
        }
        faults.add(opening.place(), FaultCode.BRACKET_NOT_CLOSED, opening.text(), bracket);
    }

    /** Whether something begins here that cannot be within brackets. */
    boolean isForgotten() {
        return atEnd()
                || is(";")
                || is("@")
                || is("when")
                || is("then")
                || (is("end") && peek().first())
                || atSection()
                || (isKind(Token.Kind.NAME) && peek().first() && peekAfter().is("("))
                || (isKind(Token.Kind.NAME) && peek().first() && peekAfter().is(":"))
                || (isKind(Token.Kind.VARIABLE) && peek().first() && peekAfter().is(":"));
    }

    /** The number of brackets closed from here on without being opened, up to a word that cannot be within brackets. */
    int closings() {
        int from = at;
        int closings = 0;
        int open = 0;
        while (!isForgotten() && at - from < FAR) {
            Token token = next();
            if (token.is("(")) {
                open++;
            } else if (token.is(")") && open-- == 0) {
                open = 0;
                closings++;
            }
        }
        at = from;
        return closings;
    }

    /** Whether brackets open here that hold a number, as in {@code ( sales + other ) * 0.03 <= costs}. */
    boolean isNumberInBrackets() {
        int depth = 0;
        for (int i = at; i < Math.min(tokens.size(), at + FAR); i++) {
            Token token = tokens.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0) {
                return AFTER_NUMBER.contains(
                        tokens.get(Math.min(i + 1, tokens.size() - 1)).text());
            }
            if (NOT_IN_NUMBER.contains(token.text()) && !token.isKind(Token.Kind.STRING)) {
                return false;
            }
        }
        return false;
    }

    /** Whether a number, or a bracket, begins a sum with a variable or a table, so many words on. */
    boolean isCalculation(int distance) {
        Token first = peekAt(distance);
        if (!first.is("(") && !first.isKind(Token.Kind.NUMBER) && !first.is("-")) {
            return false;
        }
        int depth = 0;
        for (int i = at + distance; i < Math.min(tokens.size(), at + FAR) && depth >= 0; i++) {
            Token token = tokens.get(i);
            if (token.isKind(Token.Kind.VARIABLE) || token.is("table") || token.is(";")) {
                return !token.is(";");
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
        return false;
    }

    /** Passes brackets that close nothing, each with a fault. */
    void skipClosings() {
        while (is(")")) {
            faults.add(place(), FaultCode.BRACKET_TOO_MANY, next().text());
        }
    }

    /** Adds the fault that something was not closed, unless a comment without an end hides the rest of the file. */
    void missingEnd(Place place, Text what) {
        if (whole) {
            faults.add(place, FaultCode.MISSING_END, what);
        }
    }

    /** Whether a part of a file begins here that is outside of rules and declares. */
    boolean atSection() {
        boolean followed = !peekAfter().isKind(Token.Kind.SYMBOL);
        return isKind(Token.Kind.NAME) && SECTIONS.contains(peek().text()) && peek().first() && followed;
    }

    Syntax.Name name(Text what) {
        return take(Token.Kind.NAME, what);
    }

    Syntax.Name variable() {
        return take(Token.Kind.VARIABLE, VARIABLE);
    }

    Syntax.Name string(Text what) {
        return take(Token.Kind.STRING, TEXTS.text("inDoubleQuotes", what));
    }

    Syntax.Name number(Text what) {
        if (isKind(Token.Kind.TIME)) {
            Token time = next();
            faults.add(time.place(), FaultCode.BAD_NUMBER, time.text(), Lexer.PLAIN_DIGITS);
            faults.settle(time.place());
            return new Syntax.Name("1", time.place());
        }
        return take(Token.Kind.NUMBER, what);
    }

    /** A name, or several with points between them, which no name of the dialect has: {@code java.lang.System}. */
    Syntax.Name dotted(Text what) {
        int first = at;
        Syntax.Name name = name(what);
        while (is(".") && peekAfter().isKind(Token.Kind.NAME)) {
            next();
            next();
        }
        return new Syntax.Name(sourceFrom(first), name.place());
    }

    SyntaxException expected(Text what) {
        return fault(FaultCode.EXPECTED, what, peek().quoted(), form.remedy(money));
    }

    /** A fault of the word here. */
    SyntaxException fault(FaultCode code, Object... details) {
        return atEnd() && !whole ? SyntaxException.toldElsewhere() : new SyntaxException(place(), code, details);
    }

    /** The number of words before the current one. */
    int position() {
        return at;
    }

    /** The file's text from a word to before the current one; blanks and comments between words become one space. */
    String sourceFrom(int position) {
        StringBuilder source = new StringBuilder();
        for (int i = position; i < at; i++) {
            Token token = tokens.get(i);
            boolean apart = i > position && token.start() > tokens.get(i - 1).end();
            source.append(apart ? " " : "").append(text, token.start(), token.end());
        }
        return source.toString();
    }

    /** Skips brackets with their content if a bracket opens here. */
    void skipGroup() {
        if (skip("(")) {
            skipBrackets();
        }
    }

    /** Refuses what is in the place of a value. */
    SyntaxException notAValue(Text quoted) {
        return fault(FaultCode.EXPRESSION_REFUSED, quoted, form.possible(money));
    }

    /** The first word of the file that is this name. */
    Optional<Token> first(String name) {
        return tokens.stream()
                .filter(token -> token.kind() == Token.Kind.NAME && token.text().equals(name))
                .findFirst();
    }

    /** Goes on at the next line, or before the semicolon that comes first. */
    void skipLine() {
        int line = place().line();
        while (!atEnd() && !is(";") && place().line() == line) {
            next();
        }
    }

    /** Goes on after the bracket that closes those opened since, or before what cannot be within brackets. */
    void skipBrackets() {
        int depth = 1;
        while (depth > 0 && !atEnd() && !atSection() && !is("then") && !is("when")) {
            Token token = next();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
    }

    /**
     * Goes on before the comma or the bracket that ends a condition, or before what cannot be within brackets.
     *
     * @param from the position at which the condition began
     */
    void skipCondition(int from) {
        int depth = Math.max(0, Math.min(opened(from), closings() - 1));
        int squares = 0;
        for (Token token : tokens.subList(from, at)) {
            squares += token.is("[") ? 1 : token.is("]") ? -1 : 0;
        }
        while (!isForgotten() && !(depth == 0 && squares <= 0 && (is(",") || is(")")))) {
            Token token = next();
            squares += token.is("[") ? 1 : token.is("]") ? -1 : 0;
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
    }

    /** The number of brackets opened since a position that are still open. */
    private int opened(int from) {
        int open = 0;
        for (Token token : tokens.subList(from, at)) {
            open += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
        return open;
    }

    /** Goes on after the {@code end} of the rule or declare, or before the next section where it has none. */
    void skipSection() {
        while (!atEnd() && !atSection()) {
            Token token = next();
            if (token.is("end") && (token.first() || atEnd() || atSection())) {
                return;
            }
        }
    }

    private Syntax.Name take(Token.Kind kind, Text what) {
        if (!isKind(kind)) {
            throw expected(what);
        }
        Token token = next();
        return new Syntax.Name(token.text(), token.place());
    }
}
