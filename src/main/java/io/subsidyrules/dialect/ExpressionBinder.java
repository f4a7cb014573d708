package io.subsidyrules.dialect;

import io.subsidyrules.policy.FaultCode;
import io.subsidyrules.policy.Faults;
import io.subsidyrules.policy.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Looks up the names of a condition and checks its types. The first fault of a condition ends it. */
final class ExpressionBinder {

    private final OperandBinder operands;

    ExpressionBinder(OperandBinder operands) {
        this.operands = operands;
    }

    Expression bind(Syntax.Expression expression) {
        if (expression instanceof Syntax.Junction junction) {
            return new Expression.Junction(
                    junction.all(), junction.parts().stream().map(this::bind).toList());
        }
        if (expression instanceof Syntax.Negation negation) {
            return new Expression.Negation(bind(negation.of()));
        }
        if (expression instanceof Syntax.Comparison comparison) {
            return comparison(comparison);
        }
        if (expression instanceof Syntax.Membership membership) {
            return membership(membership);
        }
        if (expression instanceof Syntax.StartsWith startsWith) {
            return new Expression.StartsWith(
                    text(startsWith.left()), startsWith.prefix().text());
        }
        Syntax.Matches matches = (Syntax.Matches) expression;
        Faults wrong = new Faults();
        Operand left = text(matches.left());
        return DeclareBinder.pattern(matches.pattern(), wrong)
                .map(pattern -> (Expression) new Expression.Matches(left, pattern))
                .orElseThrow(() -> OperandBinder.fault(
                        matches.pattern().place(),
                        FaultCode.SYNTAX,
                        "This is not a pattern: %s.".formatted(matches.pattern().text()),
                        "该匹配模式有误：%s。".formatted(matches.pattern().text())));
    }

    private Expression comparison(Syntax.Comparison comparison) {
        Operand left = operands.operand(comparison.left());
        Operand right = operands.operand(comparison.right());
        Operator operator = Operator.of(comparison.operator().text());
        Place place = comparison.operator().place();
        if (left instanceof Operand.Literal && right instanceof Operand.Literal) {
            throw OperandBinder.fault(
                    place,
                    FaultCode.WRONG_TYPE,
                    "One side of %s must be a field or asOf.".formatted(operator.symbol()),
                    "%s 至少有一侧应为字段或 asOf。".formatted(operator.symbol()));
        }
        if (left instanceof Operand.Literal text && text.type() == ValueType.TEXT && right.type() == ValueType.DATE) {
            throw OperandBinder.fault(
                    comparison.left().place(),
                    FaultCode.NOT_IN_DIALECT,
                    "Write the field before the date; Drools takes the date for a text otherwise.",
                    "请把字段写在日期之前，否则 Drools 会把日期当作文本。");
        }
        if (left instanceof Operand.Literal) {
            left = fitted(left, right, comparison.left().place());
        } else {
            right = fitted(right, left, comparison.right().place());
        }
        if (!operator.isEquality() && !left.type().isOrdered()) {
            throw OperandBinder.fault(
                    place,
                    FaultCode.WRONG_TYPE,
                    "%s compares numbers and dates; for a %s write == or !=."
                            .formatted(operator.symbol(), described(left)),
                    "%s 只用于数字和日期；%s请使用 == 或 !=。".formatted(operator.symbol(), described(left)));
        }
        return new Expression.Comparison(left, operator, right);
    }

    private Expression membership(Syntax.Membership membership) {
        Operand left = operands.operand(membership.left());
        List<Operand.Literal> members = new ArrayList<>();
        for (Syntax.Operand member : membership.members()) {
            if (!(fitted(operands.operand(member), left, member.place()) instanceof Operand.Literal literal)) {
                throw OperandBinder.fault(
                        member.place(),
                        FaultCode.WRONG_TYPE,
                        "The list after in holds constants and values only.",
                        "in 之后的列表只能包含常量和值。");
            }
            members.add(literal);
        }
        if (left instanceof Operand.Literal) {
            throw OperandBinder.fault(
                    membership.place(), FaultCode.WRONG_TYPE, "Before in stands a field or asOf.", "in 之前应为字段或 asOf。");
        }
        return new Expression.Membership(left, membership.negated(), members);
    }

    private Operand text(Syntax.Operand operand) {
        Operand text = operands.operand(operand);
        if (text.type() != ValueType.TEXT || text instanceof Operand.Literal) {
            throw OperandBinder.fault(
                    operand.place(),
                    FaultCode.WRONG_TYPE,
                    "Only a field of type String can stand here.",
                    "此处只能是 String 类型的字段。");
        }
        return text;
    }

    /** The operand, a literal of it turned into the type of what it is compared with. */
    private static Operand fitted(Operand operand, Operand other, Place place) {
        ValueType wanted = other.type();
        if (operand instanceof Operand.Literal literal) {
            if (literal.type() == ValueType.TEXT && wanted == ValueType.DATE) {
                return new Operand.Literal(
                        ValueType.DATE,
                        OperandBinder.date(new Syntax.Name(literal.value().toString(), place)));
            }
            if (literal.value() instanceof BigDecimal number && wanted == ValueType.INTEGER) {
                return wholeIfPossible(number);
            }
        }
        if (wanted == ValueType.CONSTANT && operand instanceof Operand.Literal text && text.type() == ValueType.TEXT) {
            throw OperandBinder.fault(
                    place,
                    FaultCode.WRONG_TYPE,
                    "A constant is written with its enum and without quotes: %s.%s"
                            .formatted(enumOf(other), text.value()),
                    "常量须连同枚举名书写且不加引号：%s.%s".formatted(enumOf(other), text.value()));
        }
        boolean sameEnum = !(wanted == ValueType.CONSTANT && operand.type() == ValueType.CONSTANT)
                || enumOf(operand).equals(enumOf(other));
        boolean bothNumbers = wanted.isNumber() && operand.type().isNumber();
        if (!sameEnum || (operand.type() != wanted && !bothNumbers)) {
            throw OperandBinder.fault(
                    place,
                    FaultCode.WRONG_TYPE,
                    "A %s cannot be compared with a %s.".formatted(described(operand), described(other)),
                    "%s不能与%s比较。".formatted(described(operand), described(other)));
        }
        return operand;
    }

    private static Operand.Literal wholeIfPossible(BigDecimal number) {
        boolean whole = number.stripTrailingZeros().scale() <= 0
                && number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
        return whole
                ? new Operand.Literal(ValueType.INTEGER, number.intValueExact())
                : new Operand.Literal(ValueType.DECIMAL, number);
    }

    private static String enumOf(Operand operand) {
        if (operand instanceof Operand.FieldValue value) {
            return value.field().constants().map(EnumType::name).orElse("");
        }
        return operand instanceof Operand.Literal literal && literal.value() instanceof Constant constant
                ? constant.enumName()
                : "";
    }

    private static String described(Operand operand) {
        return operand.type() == ValueType.CONSTANT
                ? enumOf(operand)
                : operand.type().declared();
    }
}
