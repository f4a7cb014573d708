package io.subsidyrules.dialect.syntax;

import io.subsidyrules.dialect.source.Limits;
import io.subsidyrules.dialect.value.TextProperty;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.text.Shortened;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one condition: comparisons joined by {@code ||}, {@code &&}, {@code !} and brackets, in that order of binding.
 */
final class ExpressionParser {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(ExpressionParser.class);

    static final Set<String> OPERATORS = Set.of("==", "!=", "<", "<=", ">", ">=");
    static final Set<String> NOT_VALUES = Set.of("new", "this", "instanceof", "super", "class");
    private static final Set<String> OPERATOR_WORDS = Set.of("not", "in", "matches", "str", "contains", "memberOf");
    private static final Set<String> NEGATIONS = Set.of("not", "非", "不");
    private static final Map<String, String> MISSPELT = Map.of("=", "==", "=>", ">=", "=<", "<=", "<>", "!=");
    private static final Map<String, String> SYMBOLS = Map.of(
            "and", "&&", "or", "||", "且", "&&", "并且", "&&", "和", "&&", "或", "||", "或者", "||", "&", "&&", "|", "||");
    private static final Text ALL_OPERATORS = TEXTS.text("operators");
    private static final Set<String> TEMPORAL = Set.of(
            "after",
            "before",
            "coincides",
            "during",
            "finishes",
            "finishedby",
            "includes",
            "meets",
            "metby",
            "overlaps",
            "overlappedby",
            "starts",
            "startedby");

    private final TokenCursor cursor;
    private final OperandParser operands;
    private int depth;
    private int brackets;
    private int comparisons;

    ExpressionParser(TokenCursor cursor) {
        this.cursor = cursor;
        this.operands = new OperandParser(cursor);
    }

    /** The symbol that a word between conditions means. */
    static Optional<String> symbolFor(Token token) {
        return Optional.ofNullable(SYMBOLS.get(token.text().toLowerCase(Locale.ROOT)))
                .filter(symbol -> !token.isKind(Token.Kind.STRING));
    }

    /** Whether a comparison goes on with it, behind its first side. */
    static boolean isOperator(Token token) {
        return token.isKind(Token.Kind.SYMBOL)
                ? OPERATORS.contains(token.text()) || MISSPELT.containsKey(token.text())
                : token.isKind(Token.Kind.NAME) && OPERATOR_WORDS.contains(token.text());
    }

    /** Whether a name can begin a condition. */
    static boolean canBeValue(Token name) {
        return symbolFor(name).isEmpty() && !NOT_VALUES.contains(name.text()) && !OPERATOR_WORDS.contains(name.text());
    }

    Syntax.Expression expression() {
        List<Syntax.Expression> parts = new ArrayList<>();
        do {
            parts.add(conjunction());
        } while (joined("||"));
        return parts.size() == 1 ? parts.get(0) : new Syntax.Junction(false, parts);
    }

    private Syntax.Expression conjunction() {
        List<Syntax.Expression> parts = new ArrayList<>();
        do {
            parts.add(unary());
        } while (joined("&&"));
        return parts.size() == 1 ? parts.get(0) : new Syntax.Junction(true, parts);
    }

    /** Passes the symbol; a word for it too, with a fault, so that what follows is read. */
    private boolean joined(String symbol) {
        if (cursor.skip(symbol)) {
            return true;
        }
        if (!symbolFor(cursor.peek()).equals(Optional.of(symbol)) || cursor.isForgotten()) {
            return false;
        }
        cursor.faults()
                .add(cursor.place(), FaultCode.WORD_FOR_SYMBOL, cursor.next().text(), symbol);
        return true;
    }

    private Syntax.Expression unary() {
        if (++depth > Limits.NESTING) {
            throw cursor.fault(FaultCode.TOO_DEEP, Limits.NESTING);
        }
        Syntax.Expression expression;
        if (cursor.skip("!") || negated()) {
            expression = new Syntax.Negation(unary());
        } else if (cursor.is("(") && !cursor.isNumberInBrackets()) {
            Token opening = cursor.next();
            brackets++;
            expression = expression();
            closeGroup(opening);
        } else {
            expression = test();
        }
        depth--;
        return expression;
    }

    /** Passes a word for the symbol of negation, with a fault. */
    private boolean negated() {
        Token word = cursor.peek();
        boolean negated = word.isKind(Token.Kind.NAME)
                && NEGATIONS.contains(word.text())
                && (cursor.peekAfter().isKind(Token.Kind.NAME)
                        || cursor.peekAfter().is("("));
        if (negated) {
            cursor.faults().add(cursor.next().place(), FaultCode.WORD_FOR_SYMBOL, word.text(), "!");
        }
        return negated;
    }

    private void closeGroup(Token opening) {
        if (cursor.is(",") && cursor.closings() <= brackets) {
            cursor.faults().add(opening.place(), FaultCode.BRACKET_NOT_CLOSED, opening.text(), ")");
        } else if (!cursor.is(")") && !cursor.is(",") && !cursor.isForgotten()) {
            throw afterOperand(cursor);
        } else {
            cursor.close(opening, ")");
        }
        brackets--;
    }

    private Syntax.Expression test() {
        if (++comparisons > Limits.COMPARISONS) {
            throw cursor.fault(FaultCode.TOO_MANY, TEXTS.text("comparisons"), Limits.COMPARISONS);
        }
        cursor.form(Form.CONDITION);
        int from = cursor.position();
        Token first = cursor.peek();
        if (first.is("this") && isTemporal(cursor.peekAfter())) {
            cursor.next();
            throw temporal(first, from);
        }
        Syntax.Operand left = operands.operand();
        Token operator = cursor.peek();
        if (isTemporal(operator)) {
            throw temporal(first, from);
        }
        if (operator.isKind(Token.Kind.SYMBOL) && OPERATORS.contains(operator.text())) {
            cursor.next();
            return new Syntax.Comparison(left, new Syntax.Name(operator.text(), operator.place()), operands.operand());
        }
        String meant = MISSPELT.get(operator.text());
        if (meant != null && operator.isKind(Token.Kind.SYMBOL)) {
            Text remedy = TEXTS.text("writeInstead", meant);
            cursor.fault(FaultCode.OPERATOR_REFUSED, operator.quoted(), remedy).addTo(cursor.faults());
            cursor.next();
            return new Syntax.Comparison(left, new Syntax.Name(meant, operator.place()), operands.operand());
        }
        if (operator.is("memberOf") || (operator.is("not") && cursor.peekAfter().is("memberOf"))) {
            boolean negated = cursor.skip("not");
            cursor.next();
            return new Syntax.ListMembership(left, negated, cursor.name(TEXTS.text("nameOfList")));
        }
        if (operator.is("not") || operator.is("in")) {
            cursor.next();
            boolean negated = operator.is("not");
            if (negated) {
                cursor.expect("in");
            }
            return new Syntax.Membership(left, negated, members(), operator.place());
        }
        if (operator.is("matches")) {
            cursor.next();
            return new Syntax.Matches(left, cursor.string(TEXTS.text("pattern")));
        }
        if (operator.is("str")) {
            cursor.next();
            return affix(left, operator);
        }
        throw noOperator(left);
    }

    private Syntax.Expression affix(Syntax.Operand left, Token operator) {
        cursor.expect("[");
        TextProperty.End end = TextProperty.End.of(cursor.peek().text())
                .orElseThrow(() -> new SyntaxException(
                        operator.place(),
                        FaultCode.OPERATOR_REFUSED,
                        Token.quote("str[" + cursor.peek().text() + "]"),
                        ALL_OPERATORS));
        cursor.next();
        cursor.expect("]");
        return new Syntax.Affix(left, end, cursor.string(end.title()));
    }

    private static boolean isTemporal(Token word) {
        return word.isKind(Token.Kind.NAME) && TEMPORAL.contains(word.text());
    }

    /** A comparison of times of Drools, which is passed over as a whole. */
    private SyntaxException temporal(Token first, int from) {
        cursor.next();
        if (cursor.skip("[")) {
            while (!cursor.skip("]") && !cursor.isForgotten()) {
                cursor.next();
            }
        }
        while (!cursor.is(",") && !cursor.is(")") && !cursor.isForgotten() && !cursor.is("&&") && !cursor.is("||")) {
            cursor.next();
        }
        String source = cursor.sourceFrom(from);
        String shown = Shortened.end(source, Limits.NAME);
        return new SyntaxException(
                first.place(), FaultCode.OPERATOR_REFUSED, Token.quote(shown), TEXTS.text("noTimes"));
    }

    private SyntaxException noOperator(Syntax.Operand left) {
        Token found = cursor.peek();
        if (found.is(":") && left instanceof Syntax.Word word) {
            return new SyntaxException(
                    left.place(),
                    FaultCode.EXPECTED,
                    TokenCursor.VARIABLE,
                    Token.quote(word.name().text()),
                    TEXTS.text("variableBegins", word.name().text()));
        }
        boolean over =
                found.is(",") || found.is(")") || symbolFor(found).isPresent() || found.is("&&") || found.is("||");
        if ((over || cursor.isForgotten()) && left instanceof Syntax.Word word) {
            return new SyntaxException(
                    left.place(), FaultCode.BARE_CONDITION, word.name().text());
        }
        if (over && left instanceof Syntax.EnumConstant constant) {
            String written = constant.type().text() + "." + constant.constant().text();
            return new SyntaxException(left.place(), FaultCode.BARE_CONDITION, written);
        }
        return afterOperand(cursor);
    }

    /** The fault of a text after an operand, or after a condition, that cannot be there. */
    static SyntaxException afterOperand(TokenCursor cursor) {
        Token found = cursor.peek();
        if (found.isKind(Token.Kind.NAME) && NOT_VALUES.contains(found.text())) {
            return cursor.notAValue(found.quoted());
        }
        if (found.isKind(Token.Kind.NAME) || found.is(":=")) {
            return cursor.fault(FaultCode.OPERATOR_REFUSED, found.quoted(), ALL_OPERATORS);
        }
        if (found.isKind(Token.Kind.SYMBOL) && !found.is(")") && !found.is(",") && !found.is(";")) {
            return cursor.notAValue(found.quoted());
        }
        return cursor.expected(TEXTS.text(found.is(")") || found.is(",") ? "comparison" : "comparisonOrBracket"));
    }

    private List<Syntax.Operand> members() {
        Token opening = cursor.open("(");
        List<Syntax.Operand> members = new ArrayList<>();
        do {
            members.add(operands.operand());
            if (cursor.isKind(Token.Kind.SYMBOL)
                    && OPERATORS.contains(cursor.peek().text())) {
                throw new SyntaxException(opening.place(), FaultCode.BRACKET_NOT_CLOSED, opening.text(), ")");
            }
            if (members.size() > Limits.LIST) {
                cursor.skipBrackets();
                throw new SyntaxException(opening.place(), FaultCode.LIST_TOO_LONG, Limits.LIST);
            }
        } while (cursor.comma());
        if (!cursor.is(")") && !cursor.isForgotten()) {
            throw afterOperand(cursor);
        }
        cursor.close(opening, ")");
        return members;
    }
}
