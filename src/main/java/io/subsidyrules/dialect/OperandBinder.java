package io.subsidyrules.dialect;

import io.subsidyrules.policy.FaultCode;
import io.subsidyrules.policy.Place;
import io.subsidyrules.policy.Spelling;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;

/** Looks up the names of one side of a comparison: fields of the pattern's fact, variables, constants, values. */
final class OperandBinder {

    private static final int LONGEST_SHIFT = 100_000;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    private final FactType on;
    private final Scope scope;

    OperandBinder(FactType on, Scope scope) {
        this.on = on;
        this.scope = scope;
    }

    /** A field of the pattern's own fact. */
    Operand.FieldValue fieldValue(Syntax.Name name) {
        if (on.isClaim() && name.text().equals("id")) {
            throw fault(
                    name.place(),
                    FaultCode.NOT_IN_DIALECT,
                    "A rule cannot ask for the id of a claim: callers choose it as they like.",
                    "规则不能使用申报事项的 id：它由调用方任意指定。");
        }
        return on.field(name.text())
                .map(field -> new Operand.FieldValue(on, field))
                .orElseThrow(() -> unknownField(name));
    }

    /** An operand, its name looked up. */
    Operand operand(Syntax.Operand operand) {
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
