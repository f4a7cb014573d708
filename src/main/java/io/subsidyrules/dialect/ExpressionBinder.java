package io.subsidyrules.dialect;

import io.subsidyrules.policy.FaultCode;
import io.subsidyrules.policy.Faults;
import io.subsidyrules.policy.Place;
import io.subsidyrules.policy.Spelling;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Looks up the names of a condition and checks its types. The first fault of a condition ends it. */
final class ExpressionBinder {

    private static final int LONGEST_SHIFT = 100_000;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    private final FactType on;
    private final Scope scope;

    ExpressionBinder(FactType on, Scope scope) {
        this.on = on;
        this.scope = scope;
    }

    /** A field of the pattern's own fact. */
    Operand.FieldValue fieldValue(Syntax.Name name) {
        return on.field(name.text())
                .map(field -> new Operand.FieldValue(on, field))
                .orElseThrow(() -> unknownField(name));
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
                .orElseThrow(() -> fault(
                        matches.pattern().place(),
                        FaultCode.SYNTAX,
                        "This is not a pattern: %s.".formatted(matches.pattern().text()),
                        "该匹配模式有误：%s。".formatted(matches.pattern().text())));
    }

    private Expression comparison(Syntax.Comparison comparison) {
        Operand left = operand(comparison.left());
        Operand right = operand(comparison.right());
        Operator operator = Operator.of(comparison.operator().text());
        Place place = comparison.operator().place();
        if (left instanceof Operand.Literal && right instanceof Operand.Literal) {
            throw fault(
                    place,
                    FaultCode.WRONG_TYPE,
                    "One side of %s must be a field or asOf.".formatted(operator.symbol()),
                    "%s 至少有一侧应为字段或 asOf。".formatted(operator.symbol()));
        }
        if (left instanceof Operand.Literal) {
            left = fitted(left, right, comparison.left().place());
        } else {
            right = fitted(right, left, comparison.right().place());
        }
        if (!operator.isEquality() && !left.type().isOrdered()) {
            throw fault(
                    place,
                    FaultCode.WRONG_TYPE,
                    "%s compares numbers and dates; for a %s write == or !=."
                            .formatted(operator.symbol(), described(left)),
                    "%s 只用于数字和日期；%s请使用 == 或 !=。".formatted(operator.symbol(), described(left)));
        }
        return new Expression.Comparison(left, operator, right);
    }

    private Expression membership(Syntax.Membership membership) {
        Operand left = operand(membership.left());
        List<Operand.Literal> members = new ArrayList<>();
        for (Syntax.Operand member : membership.members()) {
            if (!(fitted(operand(member), left, member.place()) instanceof Operand.Literal literal)) {
                throw fault(
                        member.place(),
                        FaultCode.WRONG_TYPE,
                        "The list after in holds constants and values only.",
                        "in 之后的列表只能包含常量和值。");
            }
            members.add(literal);
        }
        if (left instanceof Operand.Literal) {
            throw fault(
                    membership.place(), FaultCode.WRONG_TYPE, "Before in stands a field or asOf.", "in 之前应为字段或 asOf。");
        }
        return new Expression.Membership(left, membership.negated(), members);
    }

    private Operand text(Syntax.Operand operand) {
        Operand text = operand(operand);
        if (text.type() != ValueType.TEXT || text instanceof Operand.Literal) {
            throw fault(
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
                        ValueType.DATE, date(new Syntax.Name(literal.value().toString(), place)));
            }
            if (literal.value() instanceof BigDecimal number && wanted == ValueType.INTEGER) {
                return wholeIfPossible(number);
            }
        }
        if (wanted == ValueType.CONSTANT && operand instanceof Operand.Literal text && text.type() == ValueType.TEXT) {
            throw fault(
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
            throw fault(
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

    private Operand operand(Syntax.Operand operand) {
        if (operand instanceof Syntax.Word word) {
            return word(word.name());
        }
        if (operand instanceof Syntax.Variable variable) {
            return value(variable.name());
        }
        if (operand instanceof Syntax.EnumConstant constant) {
            return constant(constant);
        }
        if (operand instanceof Syntax.Text text) {
            return new Operand.Literal(ValueType.TEXT, text.string().text());
        }
        if (operand instanceof Syntax.Numeral number) {
            return new Operand.Literal(ValueType.DECIMAL, number(number.digits()));
        }
        return shifted((Syntax.Shift) operand);
    }

    private Operand word(Syntax.Name name) {
        return switch (name.text()) {
            case "asOf" -> new Operand.AsOf();
            case "true", "false" -> new Operand.Literal(ValueType.BOOLEAN, Boolean.valueOf(name.text()));
            case "null" ->
                throw fault(
                        name.place(),
                        FaultCode.NOT_IN_DIALECT,
                        "A rule cannot ask for null: an unknown field makes its condition unknown, never false.",
                        "规则不能判断 null：字段未知时，条件的结果是“未知”，而不是“否”。");
            default -> fieldValue(name);
        };
    }

    private SyntaxException unknownField(Syntax.Name name) {
        List<String> constants = scope.enums().values().stream()
                .filter(type -> type.constant(name.text()).isPresent())
                .map(type -> type.name() + "." + name.text())
                .sorted()
                .toList();
        if (!constants.isEmpty()) {
            String written = String.join(" / ", constants);
            return fault(
                    name.place(),
                    FaultCode.UNKNOWN_NAME,
                    "%s has no field %s. A constant is written with its enum: %s."
                            .formatted(on.name(), name.text(), written),
                    "%s 没有字段 %s。常量须连同枚举名书写：%s。".formatted(on.name(), name.text(), written));
        }
        return unknown(name, on.name(), "field", "字段", on.fieldNames());
    }

    private Operand.FieldValue value(Syntax.Name variable) {
        return scope.value(variable.text())
                .orElseThrow(() -> unknown(
                        variable,
                        "The rule",
                        "variable of a field",
                        "字段变量",
                        scope.values().keySet()));
    }

    private Operand constant(Syntax.EnumConstant written) {
        EnumType type = scope.enums().get(written.type().text());
        if (type == null) {
            throw unknown(
                    written.type(), "The file", "enum", "枚举", scope.enums().keySet());
        }
        return type.constant(written.constant().text())
                .map(constant -> new Operand.Literal(ValueType.CONSTANT, constant))
                .orElseThrow(() -> unknown(written.constant(), type.name(), "constant", "常量", type.names()));
    }

    private Operand shifted(Syntax.Shift shift) {
        Operand date = operand(shift.date());
        if (date.type() != ValueType.DATE || !(date instanceof Operand.FieldValue field)) {
            throw fault(
                    shift.method().place(),
                    FaultCode.WRONG_TYPE,
                    "Before .%s stands a field of type LocalDate."
                            .formatted(shift.method().text()),
                    ".%s 之前应为 LocalDate 类型的字段。".formatted(shift.method().text()));
        }
        BigDecimal amount = number(shift.amount());
        if (amount.stripTrailingZeros().scale() > 0 || amount.compareTo(BigDecimal.valueOf(LONGEST_SHIFT)) > 0) {
            throw fault(
                    shift.amount().place(),
                    FaultCode.OUT_OF_RANGE,
                    "Write a whole number of at most %s here.".formatted(LONGEST_SHIFT),
                    "此处应为不超过 %s 的整数。".formatted(LONGEST_SHIFT));
        }
        return new Operand.Shifted(field, unit(shift.method().text()), amount.intValueExact());
    }

    private static ChronoUnit unit(String method) {
        return switch (method) {
            case "plusYears" -> ChronoUnit.YEARS;
            case "plusMonths" -> ChronoUnit.MONTHS;
            default -> ChronoUnit.DAYS;
        };
    }

    static BigDecimal number(Syntax.Name digits) {
        return new BigDecimal(digits.text().replace("_", ""));
    }

    static LocalDate date(Syntax.Name written) {
        try {
            LocalDate date = LocalDate.parse(written.text());
            if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
                throw new DateTimeException("out of range");
            }
            return date;
        } catch (DateTimeException wrong) {
            throw fault(
                    written.place(),
                    FaultCode.SYNTAX,
                    "\"%s\" is not a date from %s to %s. Write year, month and day: \"2022-09-06\"."
                            .formatted(written.text(), FIRST_YEAR, LAST_YEAR),
                    "“%s”不是 1900 至 2100 年间的日期，请按年-月-日书写：\"2022-09-06\"。".formatted(written.text()));
        }
    }

    static SyntaxException unknown(Syntax.Name name, String owner, String what, String zh, Collection<String> known) {
        String list = String.join(", ", known);
        return fault(
                name.place(),
                FaultCode.UNKNOWN_NAME,
                "%s has no %s %s.%s Known are: %s."
                        .formatted(owner, what, name.text(), Spelling.maybe(name.text(), known), list),
                "没有名为 %s 的%s。%s可用的有：%s。".formatted(name.text(), zh, Spelling.maybeZh(name.text(), known), list));
    }

    static SyntaxException fault(Place place, FaultCode code, String en, String zh) {
        return new SyntaxException(place, code, en, zh);
    }
}
