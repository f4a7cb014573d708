package io.subsidyrules.dialect;

import io.subsidyrules.policy.FaultCode;
import io.subsidyrules.policy.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one condition: comparisons joined by {@code ||}, {@code &&}, {@code !} and brackets, in that order of binding. */
final class ExpressionParser {

    private static final Set<String> OPERATORS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> SHIFTS = Set.of("plusYears", "plusMonths", "plusDays");
    private static final Set<String> NOT_VALUES = Set.of("new", "this", "instanceof", "super", "class");
    private static final Set<String> OPERATOR_WORDS = Set.of("not", "in", "matches", "str", "contains", "memberOf");
    private static final Set<String> NEGATIONS = Set.of("not", "非", "不");
    private static final Map<String, String> MISSPELT = Map.of("=", "==", "=>", ">=", "=<", "<=", "<>", "!=");
    private static final Map<String, String> SYMBOLS = Map.of(
            "and", "&&", "or", "||", "且", "&&", "并且", "&&", "和", "&&", "或", "||", "或者", "||", "&", "&&", "|", "||");
    private static final Text ALL_OPERATORS = new Text(
            "Write ==, !=, <, <=, >, >=, in, not in, matches or str[startsWith].",
            "请使用 ==、!=、<、<=、>、>=、in、not in、matches 或 str[startsWith]。");
    private static final Text POSSIBLE_CALLS = new Text(
            "Only plusYears, plusMonths and plusDays of a date can be called.",
            "只能调用日期的 plusYears、plusMonths 和 plusDays。");
    private static final Text OPERAND = new Text("A field, asOf, a constant, a number or a text", "字段、asOf、常量、数字或文字");
    private static final Text PATTERN = new Text("A pattern", "匹配模式");
    private static final Text BEGINNING = new Text("The beginning", "开头");
    private static final Text WHOLE_NUMBER = new Text("A whole number", "整数");

    private final Cursor cursor;
    private int depth;
    private int brackets;
    private int comparisons;

    ExpressionParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /** The symbol that a word between conditions means. */
    static Optional<String> symbolFor(Token token) {
        return Optional.ofNullable(SYMBOLS.get(token.text().toLowerCase(Locale.ROOT)))
                .filter(symbol -> !token.isKind(Token.Kind.STRING));
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
        } else if (cursor.is("(")) {
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
            throw cursor.fault(
                    FaultCode.TOO_MANY, new Text("comparisons in one condition", "一个条件中的比较"), Limits.COMPARISONS);
        }
        Syntax.Operand left = operand();
        Token operator = cursor.peek();
        if (operator.isKind(Token.Kind.SYMBOL) && OPERATORS.contains(operator.text())) {
            cursor.next();
            return new Syntax.Comparison(left, new Syntax.Name(operator.text(), operator.place()), operand());
        }
        String meant = MISSPELT.get(operator.text());
        if (meant != null && operator.isKind(Token.Kind.SYMBOL)) {
            Text remedy = new Text("Write " + meant + " instead.", "请改为 " + meant + "。");
            cursor.fault(FaultCode.OPERATOR_REFUSED, operator.quoted(), remedy).addTo(cursor.faults());
            cursor.next();
            return new Syntax.Comparison(left, new Syntax.Name(meant, operator.place()), operand());
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
            return new Syntax.Matches(left, cursor.string(PATTERN));
        }
        if (operator.is("str")) {
            cursor.next();
            cursor.expect("[");
            if (!cursor.is("startsWith")) {
                throw new SyntaxException(
                        operator.place(),
                        FaultCode.OPERATOR_REFUSED,
                        Token.quote("str[" + cursor.peek().text() + "]"),
                        ALL_OPERATORS);
            }
            cursor.next();
            cursor.expect("]");
            return new Syntax.StartsWith(left, cursor.string(BEGINNING));
        }
        throw noOperator(left);
    }

    private SyntaxException noOperator(Syntax.Operand left) {
        Token found = cursor.peek();
        if (found.is(":") && left instanceof Syntax.Word word) {
            return new SyntaxException(
                    left.place(),
                    FaultCode.EXPECTED,
                    Cursor.VARIABLE,
                    Token.quote(word.name().text()));
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

    /** What stands after an operand, or after a condition, and cannot. */
    static SyntaxException afterOperand(Cursor cursor) {
        Token found = cursor.peek();
        if (found.isKind(Token.Kind.NAME) && NOT_VALUES.contains(found.text())) {
            return cursor.fault(FaultCode.EXPRESSION_REFUSED, found.quoted());
        }
        if (found.isKind(Token.Kind.NAME) || found.is(":=")) {
            return cursor.fault(FaultCode.OPERATOR_REFUSED, found.quoted(), ALL_OPERATORS);
        }
        if (found.isKind(Token.Kind.SYMBOL) && !found.is(")") && !found.is(",") && !found.is(";")) {
            return cursor.fault(FaultCode.EXPRESSION_REFUSED, found.quoted());
        }
        return cursor.expected(new Text("A comparison, a comma or the bracket )", "比较、逗号或括号“)”"));
    }

    private List<Syntax.Operand> members() {
        Token opening = cursor.open("(");
        List<Syntax.Operand> members = new ArrayList<>();
        do {
            members.add(operand());
            if (cursor.isKind(Token.Kind.SYMBOL)
                    && OPERATORS.contains(cursor.peek().text())) {
                throw new SyntaxException(opening.place(), FaultCode.BRACKET_NOT_CLOSED, opening.text(), ")");
            }
            if (members.size() > Limits.LIST) {
                throw cursor.fault(FaultCode.TOO_MANY, new Text("values in one list", "列表中的值"), Limits.LIST);
            }
        } while (cursor.skip(","));
        if (!cursor.is(")") && !cursor.isForgotten()) {
            throw afterOperand(cursor);
        }
        cursor.close(opening, ")");
        return members;
    }

    private Syntax.Operand operand() {
        if (cursor.isKind(Token.Kind.STRING)) {
            Token text = cursor.next();
            return new Syntax.Text(new Syntax.Name(text.text(), text.place()));
        }
        if (cursor.isKind(Token.Kind.NUMBER)) {
            Token number = cursor.next();
            return new Syntax.Numeral(new Syntax.Name(number.text(), number.place()));
        }
        int from = cursor.position();
        Token first = cursor.peek();
        if (NOT_VALUES.contains(first.text()) && first.isKind(Token.Kind.NAME)) {
            throw cursor.fault(FaultCode.EXPRESSION_REFUSED, first.quoted());
        }
        if (first.isKind(Token.Kind.SYMBOL) && !cursor.isForgotten() && !first.is(")") && !first.is(",")) {
            throw OPERATORS.contains(first.text())
                    ? cursor.expected(OPERAND)
                    : cursor.fault(FaultCode.EXPRESSION_REFUSED, first.quoted());
        }
        Syntax.Operand operand = first.isKind(Token.Kind.VARIABLE)
                ? new Syntax.Variable(cursor.variable())
                : new Syntax.Word(cursor.name(OPERAND));
        if (cursor.is("(")) {
            throw new SyntaxException(first.place(), FaultCode.CALL_REFUSED, first.text(), POSSIBLE_CALLS);
        }
        if (!cursor.is(".")) {
            return notIndexed(operand, from);
        }
        cursor.next();
        Token member = cursor.peek();
        if (member.isKind(Token.Kind.NAME) && SHIFTS.contains(member.text())) {
            return shift(operand, cursor.next());
        }
        if (operand instanceof Syntax.Word word && member.isKind(Token.Kind.NAME)) {
            cursor.next();
            if (!cursor.is("(") && !cursor.is(".")) {
                return notIndexed(
                        new Syntax.EnumConstant(word.name(), new Syntax.Name(member.text(), member.place())), from);
            }
        }
        throw chained(first, from);
    }

    private Syntax.Operand shift(Syntax.Operand date, Token method) {
        Token opening = cursor.open("(");
        Syntax.Name amount = cursor.number(WHOLE_NUMBER);
        cursor.close(opening, ")");
        if (cursor.is(".")) {
            throw cursor.fault(FaultCode.CALL_REFUSED, cursor.peekAfter().text(), POSSIBLE_CALLS);
        }
        return new Syntax.Shift(date, new Syntax.Name(method.text(), method.place()), amount);
    }

    private Syntax.Operand notIndexed(Syntax.Operand operand, int from) {
        if (cursor.is("[")) {
            String indexed = cursor.sourceFrom(from) + "[";
            throw cursor.fault(FaultCode.EXPRESSION_REFUSED, Token.quote(indexed));
        }
        return operand;
    }

    /** Names with points between them, or a call. */
    private SyntaxException chained(Token first, int from) {
        while (cursor.isKind(Token.Kind.NAME) || cursor.is(".")) {
            cursor.next();
        }
        String chain = cursor.sourceFrom(from);
        String shown = chain.length() > Limits.NAME ? chain.substring(0, Limits.NAME) + "…" : chain;
        return cursor.is("(")
                ? new SyntaxException(first.place(), FaultCode.CALL_REFUSED, shown, POSSIBLE_CALLS)
                : new SyntaxException(first.place(), FaultCode.EXPRESSION_REFUSED, Token.quote(shown));
    }
}
