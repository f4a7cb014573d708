package io.subsidyrules.dialect;

import io.subsidyrules.policy.FaultCode;
import io.subsidyrules.policy.Place;
import java.util.List;
import java.util.Optional;

/** The words of a file with a position among them. Not thread-safe. */
final class Cursor {

    private final String file;
    private final String text;
    private final List<Token> tokens;
    private int at;

    Cursor(String file, String text) {
        this.file = file;
        this.text = text;
        this.tokens = Lexer.tokens(file, text);
    }

    String file() {
        return file;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peekAfter() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
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
        return peek().kind() == Token.Kind.END_OF_FILE;
    }

    boolean is(String symbolOrName) {
        return peek().is(symbolOrName);
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
            throw expected("\"" + symbolOrName + "\"");
        }
    }

    Syntax.Name name(String what) {
        return take(Token.Kind.NAME, what);
    }

    Syntax.Name variable() {
        return take(Token.Kind.VARIABLE, "a variable such as $applicant");
    }

    Syntax.Name string(String what) {
        return take(Token.Kind.STRING, what + " in double quotes");
    }

    Syntax.Name number(String what) {
        return take(Token.Kind.NUMBER, what);
    }

    boolean isKind(Token.Kind kind) {
        return peek().kind() == kind;
    }

    SyntaxException expected(String what) {
        return new SyntaxException(
                place(),
                FaultCode.SYNTAX,
                "Expected %s here, but found %s.".formatted(what, peek().quoted()),
                "此处应为 %s，却出现了 %s。".formatted(what, peek().quoted()));
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

    /** The first word of the file that is this name. */
    Optional<Token> first(String name) {
        return tokens.stream()
                .filter(token -> token.kind() == Token.Kind.NAME && token.text().equals(name))
                .findFirst();
    }

    /** Goes on at the next line, or before the semicolon that comes first. */
    void skipLine(Place place) {
        while (!atEnd() && !is(";") && place().line() == place.line()) {
            next();
        }
    }

    /** Goes on after the next {@code end} that stands first in its line. */
    void recover() {
        while (!atEnd()) {
            Token token = next();
            if (token.is("end") && token.place().column() == 1) {
                return;
            }
        }
    }

    private Syntax.Name take(Token.Kind kind, String what) {
        if (!isKind(kind)) {
            throw expected(what);
        }
        Token token = next();
        return new Syntax.Name(token.text(), token.place());
    }
}
