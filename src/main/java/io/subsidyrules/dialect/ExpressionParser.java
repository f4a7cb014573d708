package io.subsidyrules.dialect;

import io.subsidyrules.policy.FaultCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads one condition: comparisons joined by {@code ||}, {@code &&}, {@code !} and brackets, in that order of binding. */
final class ExpressionParser {

    /** No condition of a policy comes near; it keeps the reader's own recursion shallow. */
    private static final int DEEPEST = 50;

    private static final Set<String> OPERATORS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> SHIFTS = Set.of("plusYears", "plusMonths", "plusDays");

    private final Cursor cursor;
    private int depth;

    ExpressionParser(Cursor cursor) {
        this.cursor = cursor;
    }

    Syntax.Expression expression() {
        List<Syntax.Expression> parts = new ArrayList<>();
        do {
            parts.add(conjunction());
        } while (cursor.skip("||"));
        return parts.size() == 1 ? parts.get(0) : new Syntax.Junction(false, parts);
    }

    private Syntax.Expression conjunction() {
        List<Syntax.Expression> parts = new ArrayList<>();
        do {
            parts.add(unary());
        } while (cursor.skip("&&"));
        return parts.size() == 1 ? parts.get(0) : new Syntax.Junction(true, parts);
    }

    private Syntax.Expression unary() {
        if (++depth > DEEPEST) {
            throw new SyntaxException(
                    cursor.place(),
                    FaultCode.OUT_OF_RANGE,
                    "The brackets and negations are nested deeper than %s.".formatted(DEEPEST),
                    "括号与否定的嵌套超过 %s 层。".formatted(DEEPEST));
        }
        Syntax.Expression expression;
        if (cursor.skip("!")) {
            expression = new Syntax.Negation(unary());
        } else if (cursor.skip("(")) {
            expression = expression();
            cursor.expect(")");
        } else {
            expression = test();
        }
        depth--;
        return expression;
    }

    private Syntax.Expression test() {
        Syntax.Operand left = operand();
        Token operator = cursor.next();
        if (operator.kind() == Token.Kind.SYMBOL && OPERATORS.contains(operator.text())) {
            return new Syntax.Comparison(left, new Syntax.Name(operator.text(), operator.place()), operand());
        }
        if (operator.is("not")) {
            cursor.expect("in");
            return new Syntax.Membership(left, true, members(), operator.place());
        }
        if (operator.is("in")) {
            return new Syntax.Membership(left, false, members(), operator.place());
        }
        if (operator.is("matches")) {
            return new Syntax.Matches(left, cursor.string("a pattern"));
        }
        if (operator.is("str")) {
            cursor.expect("[");
            cursor.expect("startsWith");
            cursor.expect("]");
            return new Syntax.StartsWith(left, cursor.string("the beginning"));
        }
        throw new SyntaxException(
                operator.place(),
                FaultCode.NOT_IN_DIALECT,
                "Expected ==, !=, <, <=, >, >=, in, not in, matches or str[startsWith] here, but found %s."
                        .formatted(operator.quoted()),
                "此处应为 ==、!=、<、<=、>、>=、in、not in、matches 或 str[startsWith]，却出现了 %s。".formatted(operator.quoted()));
    }

    private List<Syntax.Operand> members() {
        cursor.expect("(");
        List<Syntax.Operand> members = new ArrayList<>();
        do {
            members.add(operand());
        } while (cursor.skip(","));
        cursor.expect(")");
        return members;
    }

    private Syntax.Operand operand() {
        if (cursor.isKind(Token.Kind.STRING)) {
            return new Syntax.Text(cursor.string("a text"));
        }
        if (cursor.isKind(Token.Kind.NUMBER)) {
            return new Syntax.Numeral(cursor.number("a number"));
        }
        Syntax.Operand operand = cursor.isKind(Token.Kind.VARIABLE)
                ? new Syntax.Variable(cursor.variable())
                : new Syntax.Word(cursor.name("a field, asOf, a constant or a value"));
        if (!cursor.skip(".")) {
            return operand;
        }
        Syntax.Name member = cursor.name("a constant, or plusYears, plusMonths or plusDays");
        if (SHIFTS.contains(member.text())) {
            cursor.expect("(");
            Syntax.Name amount = cursor.number("a whole number");
            cursor.expect(")");
            return new Syntax.Shift(operand, member, amount);
        }
        if (operand instanceof Syntax.Word word && !cursor.is("(") && !cursor.is(".")) {
            return new Syntax.EnumConstant(word.name(), member);
        }
        throw new SyntaxException(
                member.place(),
                FaultCode.NOT_IN_DIALECT,
                "Only plusYears, plusMonths and plusDays of a date can be called here, not %s."
                        .formatted(member.text()),
                "此处只能调用日期的 plusYears、plusMonths 和 plusDays，不能使用 %s。".formatted(member.text()));
    }
}
