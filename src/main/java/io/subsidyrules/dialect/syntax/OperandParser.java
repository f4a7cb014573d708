package io.subsidyrules.dialect.syntax;

import io.subsidyrules.dialect.source.Limits;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.text.Shortened;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.Set;

/** Reads one side of a comparison: a field, {@code asOf}, a constant, a value, a variable or a date so much later. */
final class OperandParser {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(OperandParser.class);
    private static final Set<String> SHIFTS = Set.of("plusYears", "plusMonths", "plusDays");
    private static final Text POSSIBLE_CALLS = TEXTS.text("dateCalls");
    private static final Text OPERAND = TEXTS.text("operand");

    private final TokenCursor cursor;

    OperandParser(TokenCursor cursor) {
        this.cursor = cursor;
    }

    Syntax.Operand operand() {
        if (cursor.isKind(Token.Kind.STRING)) {
            Token text = cursor.next();
            return new Syntax.Text(new Syntax.Name(text.text(), text.place()));
        }
        if (cursor.isKind(Token.Kind.NUMBER) || cursor.isKind(Token.Kind.TIME)) {
            return new Syntax.Numeral(cursor.number(OPERAND));
        }
        int from = cursor.position();
        Token first = cursor.peek();
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
                        first.place(), FaultCode.EXPRESSION_REFUSED, Token.quote(shown), Form.CONDITION.possible());
    }
}
