package io.subsidyrules.dialect.syntax;

import io.subsidyrules.dialect.source.Limits;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Shortened;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads one side of a comparison: a field, {@code asOf}, a constant, a value, a variable, a date so much later, or a
 * number that is worked out from others by {@code +}, {@code -}, {@code *} and {@code percent( ... ).of( ... )}.
 */
final class OperandParser {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(OperandParser.class);
    private static final String TABLE = "table";
    private static final Set<String> SHIFTS = Set.of("plusYears", "plusMonths", "plusDays");
    private static final Text POSSIBLE_CALLS = TEXTS.text("dateCalls");
    private static final Text OPERAND = TEXTS.text("operand");

    private final TokenCursor cursor;
    private int depth;

    OperandParser(TokenCursor cursor) {
        this.cursor = cursor;
    }

    Syntax.Operand operand() {
        Syntax.Operand first = product();
        if (!cursor.is("+") && !cursor.is("-")) {
            return first;
        }
        List<Syntax.Sum.Signed> parts = new ArrayList<>();
        parts.add(new Syntax.Sum.Signed(false, first));
        while (cursor.is("+") || cursor.is("-")) {
            boolean negative = cursor.next().is("-");
            parts.add(new Syntax.Sum.Signed(negative, product()));
            if (parts.size() > Limits.TERMS) {
                throw cursor.fault(FaultCode.TOO_MANY, TEXTS.text("terms"), Limits.TERMS);
            }
        }
        return new Syntax.Sum(parts);
    }

    private Syntax.Operand product() {
        Syntax.Operand product = factor();
        int factors = 1;
        while (cursor.is("*")) {
            Token sign = cursor.next();
            product = new Syntax.Product(product, factor(), sign.place());
            if (++factors > Limits.TERMS) {
                throw cursor.fault(FaultCode.TOO_MANY, TEXTS.text("factors"), Limits.TERMS);
            }
        }
        if (cursor.is("/")) {
            throw cursor.fault(FaultCode.EXPRESSION_REFUSED, cursor.peek().quoted(), TEXTS.text("multiplyOtherSide"));
        }
        return product;
    }

    private Syntax.Operand factor() {
        if (cursor.is("(")) {
            return inBrackets();
        }
        if (cursor.is("-") && cursor.peekAfter().isKind(Token.Kind.NUMBER)) {
            Token minus = cursor.next();
            return new Syntax.Numeral(
                    new Syntax.Name("-" + cursor.number(OPERAND).text(), minus.place()));
        }
        if (cursor.is("-")
                && (cursor.peekAfter().isKind(Token.Kind.VARIABLE)
                        || cursor.peekAfter().isKind(Token.Kind.NAME))) {
            throw cursor.fault(
                    FaultCode.EXPRESSION_REFUSED,
                    Token.quote("-"),
                    TEXTS.text("zeroBeforeMinus", cursor.peekAfter().text()));
        }
        if (cursor.is("percent") && cursor.peekAfter().is("(")) {
            return percent();
        }
        return isLookup() ? lookup() : single();
    }

    /** Whether a number of a table comes next. */
    boolean isLookup() {
        return cursor.is(TABLE) && cursor.peekAfter().is("(");
    }

    /** The number that a table has for some keys. */
    Syntax.Lookup lookup() {
        Place place = cursor.next().place();
        Token opening = cursor.open("(");
        Syntax.Name table = cursor.string(TEXTS.text("nameOfTable"));
        cursor.close(opening, ")");
        List<Syntax.Operand> keys = new ArrayList<>();
        if (cursor.is(".") && cursor.peekAfter().is("at")) {
            cursor.next();
            cursor.next();
            Token bracket = cursor.open("(");
            while (!cursor.is(")") && !cursor.isForgotten()) {
                keys.add(operand());
                if (keys.size() > Limits.TABLE_KEYS) {
                    throw cursor.fault(FaultCode.TOO_MANY, TEXTS.text("keysOfTable"), Limits.TABLE_KEYS);
                }
                if (!cursor.skip(",")) {
                    break;
                }
            }
            cursor.close(bracket, ")");
        }
        return new Syntax.Lookup(table, keys, place);
    }

    private Syntax.Operand inBrackets() {
        if (++depth > Limits.NESTING) {
            throw cursor.fault(FaultCode.TOO_DEEP, Limits.NESTING);
        }
        Token opening = cursor.next();
        Syntax.Operand operand = operand();
        cursor.close(opening, ")");
        depth--;
        return operand;
    }

    /** So many per cent of a number. */
    private Syntax.Operand percent() {
        Place place = cursor.next().place();
        Syntax.Operand percent = inBrackets();
        cursor.expect(".");
        cursor.expect("of");
        if (!cursor.is("(")) {
            throw cursor.expected(Token.quote("("));
        }
        return new Syntax.Percent(percent, inBrackets(), place);
    }

    /** A value, or a name with what hangs on it. */
    private Syntax.Operand single() {
        if (cursor.isKind(Token.Kind.STRING)) {
            Token text = cursor.next();
            return new Syntax.Text(new Syntax.Name(text.text(), text.place()));
        }
        if (cursor.isKind(Token.Kind.NUMBER) || cursor.isKind(Token.Kind.TIME)) {
            return new Syntax.Numeral(cursor.number(OPERAND));
        }
        int from = cursor.position();
        Token first = cursor.peek();
        if (first.isKind(Token.Kind.NAME) && first.text().indexOf('-') > 0) {
            String apart = first.text().replace("-", " - ");
            throw cursor.fault(FaultCode.EXPRESSION_REFUSED, first.quoted(), TEXTS.text("blanksAroundMinus", apart));
        }
        if (ExpressionParser.NOT_VALUES.contains(first.text()) && first.isKind(Token.Kind.NAME)) {
            throw cursor.notAValue(first.quoted());
        }
        if (first.isKind(Token.Kind.SYMBOL) && !cursor.isForgotten() && !first.is(")") && !first.is(",")) {
            throw ExpressionParser.OPERATORS.contains(first.text())
                    ? cursor.expected(OPERAND)
                    : cursor.notAValue(first.quoted());
        }
        Syntax.Operand operand = first.isKind(Token.Kind.VARIABLE)
                ? new Syntax.Variable(cursor.variable())
                : new Syntax.Word(cursor.name(OPERAND));
        if (cursor.is("(")) {
            throw new SyntaxException(first.place(), FaultCode.CALL_REFUSED, first.text(), POSSIBLE_CALLS);
        }
        boolean bracketForgotten = cursor.peekAfter().isCallOfAmount();
        if (!cursor.is(".") || bracketForgotten) {
            return notIndexed(operand, from);
        }
        cursor.next();
        Token member = cursor.peek();
        if (member.isKind(Token.Kind.NAME) && SHIFTS.contains(member.text())) {
            return shift(operand, cursor.next());
        }
        if (member.isKind(Token.Kind.NAME)) {
            cursor.next();
            if (!cursor.is("(") && !cursor.is(".")) {
                return notIndexed(member(operand, new Syntax.Name(member.text(), member.place())), from);
            }
        }
        throw chained(first, from);
    }

    private static Syntax.Operand member(Syntax.Operand of, Syntax.Name member) {
        return of instanceof Syntax.Word word
                ? new Syntax.EnumConstant(word.name(), member)
                : new Syntax.Member(((Syntax.Variable) of).name(), member);
    }

    private Syntax.Operand shift(Syntax.Operand date, Token method) {
        Token opening = cursor.open("(");
        Syntax.Name amount = cursor.number(TEXTS.text("wholeNumber"));
        cursor.close(opening, ")");
        if (cursor.is(".")) {
            throw cursor.fault(FaultCode.CALL_REFUSED, cursor.peekAfter().text(), POSSIBLE_CALLS);
        }
        return new Syntax.Shift(date, new Syntax.Name(method.text(), method.place()), amount);
    }

    private Syntax.Operand notIndexed(Syntax.Operand operand, int from) {
        if (cursor.is("[")) {
            String indexed = cursor.sourceFrom(from) + "[";
            throw cursor.notAValue(Token.quote(indexed));
        }
        return operand;
    }

    /** Names with points between them, or a call. */
    private SyntaxException chained(Token first, int from) {
        while (cursor.isKind(Token.Kind.NAME) || cursor.is(".")) {
            cursor.next();
        }
        String chain = cursor.sourceFrom(from);
        String shown = Shortened.end(chain, Limits.NAME);
        return cursor.is("(")
                ? new SyntaxException(first.place(), FaultCode.CALL_REFUSED, shown, POSSIBLE_CALLS)
                : new SyntaxException(
                        first.place(),
                        FaultCode.EXPRESSION_REFUSED,
                        Token.quote(shown),
                        Form.CONDITION.possible(cursor.money()));
    }
}
