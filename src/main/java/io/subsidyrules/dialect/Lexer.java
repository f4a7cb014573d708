package io.subsidyrules.dialect;

import io.subsidyrules.policy.FaultCode;
import io.subsidyrules.policy.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Splits a rule file into its words; comments and blanks fall away. */
final class Lexer {

    private static final List<String> LONG_SYMBOLS = List.of("==", "!=", "<=", ">=", "&&", "||");
    private static final String SYMBOLS = "(){}[],;:.@=<>!&|-+*/?%^~";
    private static final Set<String> HYPHENATED = Set.of("date-effective", "date-expires");

    private final String file;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    private Lexer(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** The words of the file, the last of them END_OF_FILE. */
    static List<Token> tokens(String file, String text) {
        return new Lexer(file, text).run();
    }

    private List<Token> run() {
        while (skipBlanksAndComments()) {
            tokens.add(next());
        }
        tokens.add(new Token(Token.Kind.END_OF_FILE, "", place(), at, at));
        return tokens;
    }

    private Token next() {
        char first = text.charAt(at);
        if (first == '"') {
            return string();
        }
        if (first == '$') {
            return word(Token.Kind.VARIABLE, at + 1);
        }
        if (isLetter(first)) {
            return word(Token.Kind.NAME, at);
        }
        if (isDigit(first)) {
            return number();
        }
        for (String symbol : LONG_SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                return take(Token.Kind.SYMBOL, at + 2);
            }
        }
        if (SYMBOLS.indexOf(first) >= 0) {
            return take(Token.Kind.SYMBOL, at + 1);
        }
        throw unknown(first);
    }

    private SyntaxException unknown(char character) {
        String plain = plain(character);
        String named = "%c (U+%04X)".formatted(character, (int) character);
        return new SyntaxException(
                place(),
                FaultCode.SYNTAX,
                "The character %s does not belong here.".formatted(named)
                        + (plain.isEmpty() ? "" : " Write %s instead.".formatted(plain)),
                "此处不能使用字符 %s。".formatted(named) + (plain.isEmpty() ? "" : "请改用半角 %s。".formatted(plain)));
    }

    /** The half-width character that a full-width one stands for, or "". */
    private static String plain(char character) {
        int known = "“”‘’，；：（）！＝＜＞。【】、＂".indexOf(character);
        if (known >= 0) {
            return String.valueOf("\"\"\"\",;:()!=<>.[],\"".charAt(known));
        }
        return "";
    }

    private Token string() {
        StringBuilder content = new StringBuilder();
        int from = at;
        int end = at + 1;
        while (true) {
            if (end >= text.length() || text.charAt(end) == '\n') {
                throw new SyntaxException(
                        place(),
                        FaultCode.SYNTAX,
                        "The string that begins here has no end. Close it with \" on the same line.",
                        "此处开始的字符串没有结束，请在同一行用 \" 结束。");
            }
            char next = text.charAt(end);
            if (next == '"') {
                break;
            }
            if (next == '\\') {
                end++;
                next = end < text.length() ? text.charAt(end) : '\n';
                if (next != '"' && next != '\\') {
                    throw new SyntaxException(
                            place(),
                            FaultCode.NOT_IN_DIALECT,
                            "In a string only \\\" and \\\\ may follow a backslash.",
                            "字符串中的反斜杠之后只能是 \" 或 \\。");
                }
            } else if (Character.isISOControl(next)) {
                throw new SyntaxException(
                        place(),
                        FaultCode.NOT_IN_DIALECT,
                        "The string holds a control character (U+%04X). Remove it.".formatted((int) next),
                        "字符串中含有控制字符（U+%04X），请删除。".formatted((int) next));
            }
            content.append(next);
            end++;
        }
        Token token = new Token(Token.Kind.STRING, content.toString(), place(), from, end + 1);
        at = end + 1;
        return token;
    }

    private Token word(Token.Kind kind, int from) {
        int end = endOfName(from);
        if (end < text.length() && text.charAt(end) == '-') {
            int longer = endOfName(end + 1);
            if (HYPHENATED.contains(text.substring(from, longer))) {
                end = longer;
            }
        }
        return take(kind, end);
    }

    private int endOfName(int from) {
        int end = from;
        while (end < text.length() && (isLetter(text.charAt(end)) || isDigit(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    private Token number() {
        int end = at;
        while (end < text.length() && (isDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        if (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(text.charAt(end + 1))) {
            end++;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
        }
        if (end < text.length() && isLetter(text.charAt(end))) {
            throw new SyntaxException(
                    place(),
                    FaultCode.NOT_IN_DIALECT,
                    "A number is written with digits, _ between them and a decimal point only: 300_000 or 0.5.",
                    "数字只能由数字、分隔用的 _ 和小数点组成，例如 300_000 或 0.5。");
        }
        return take(Token.Kind.NUMBER, end);
    }

    private Token take(Token.Kind kind, int end) {
        Token token = new Token(kind, text.substring(at, end), place(), at, end);
        at = end;
        return token;
    }

    private boolean skipBlanksAndComments() {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '\n') {
                at++;
                line++;
                lineStart = at;
            } else if (next == ' ' || next == '\t' || next == '\r') {
                at++;
            } else if (text.startsWith("//", at)) {
                skipTo(text.indexOf('\n', at));
            } else if (text.startsWith("/*", at)) {
                blockComment();
            } else {
                return true;
            }
        }
        return false;
    }

    private void blockComment() {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            throw new SyntaxException(
                    place(),
                    FaultCode.SYNTAX,
                    "The comment that begins here has no end. Close it with */.",
                    "此处开始的注释没有结束，请用 */ 结束。");
        }
        for (; at < end + 2; at++) {
            if (text.charAt(at) == '\n') {
                line++;
                lineStart = at + 1;
            }
        }
    }

    private void skipTo(int index) {
        at = index < 0 ? text.length() : index;
    }

    private Place place() {
        return new Place(file, line, at - lineStart + 1);
    }

    private static boolean isLetter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || character == '_';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
