package io.subsidyrules.dialect.operand;

import io.subsidyrules.dialect.model.EnumType;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.source.Limits;
import io.subsidyrules.dialect.syntax.Syntax;
import io.subsidyrules.dialect.syntax.SyntaxException;
import io.subsidyrules.dialect.table.ValueList;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Spelling;
import io.subsidyrules.text.Shortened;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks up the names of one side of a comparison: fields of the pattern's fact, variables, constants, values. */
public final class OperandBinder {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(OperandBinder.class);
    private static final int LONGEST_SHIFT = 100_000;
    private static final String YEAR = "year";

    private static final Map<String, String> TRUTHS = Map.of(
            "true", "true", "yes", "true", "是", "true", "真", "true", "false", "false", "no", "false", "否", "false", "假",
            "false");

    private final FactType on;
    private final Scope scope;
    private final Faults faults;

    /**
     * A binder for the conditions of one pattern.
     *
     * @param on the type of the pattern
     */
    public OperandBinder(FactType on, Scope scope, Faults faults) {
        this.on = on;
        this.scope = scope;
        this.faults = faults;
    }

    /** A field of the pattern's own fact. */
    public Operand.FieldValue fieldValue(Syntax.Name name) {
        if (on.isClaim() && name.text().equals("id")) {
            throw new SyntaxException(name.place(), FaultCode.CLAIM_ID_REFUSED);
        }
        Field field = on.field(name.text()).orElseThrow(() -> unknownField(name, List.of()));
        if (field.type() == ValueType.MEMBERS) {
            throw new SyntaxException(
                    name.place(),
                    FaultCode.MEMBERS_AS_VALUE,
                    field.name(),
                    field.members().orElseThrow());
        }
        return new Operand.FieldValue(on, field);
    }

    /** The list of that name, its values read as those of a field. */
    public ValueList list(Syntax.Name name, Operand.FieldValue field) {
        return scope.known().tables().list(name, field);
    }

    /** An operand, its name looked up. */
    public Operand operand(Syntax.Operand operand) {
        if (operand instanceof Syntax.Word word) {
            return word(word.name());
        }
        if (operand instanceof Syntax.Variable variable) {
            return scope.value(variable.name().text()).orElseThrow(() -> unknownVariable(variable.name(), scope));
        }
        if (operand instanceof Syntax.EnumConstant constant) {
            return constant(constant);
        }
        if (operand instanceof Syntax.Member member) {
            ofFact(member);
            Operand of =
                    scope.value(member.variable().text()).orElseThrow(() -> unknownVariable(member.variable(), scope));
            return member(of, member.variable(), member.member());
        }
        if (operand instanceof Syntax.Lookup lookup) {
            return LookupBinder.bind(lookup, this::operand, scope);
        }
        if (SumBinder.binds(operand)) {
            return SumBinder.bind(operand, this::operand);
        }
        if (operand instanceof Syntax.Text text) {
            return new Operand.Literal(ValueType.TEXT, sound(text.string()).text());
        }
        if (operand instanceof Syntax.Numeral number) {
            return new Operand.Literal(ValueType.DECIMAL, number(sound(number.digits())));
        }
        return shifted((Syntax.Shift) operand);
    }

    /** Throws the fault of a field that is asked for by way of the variable of its fact. */
    private void ofFact(Syntax.Member member) {
        String field = member.member().text();
        String variable = member.variable().text();
        if (scope.fact(variable).isPresent()) {
            throw new SyntaxException(
                    member.place(),
                    FaultCode.FIELD_OF_ANOTHER,
                    variable + "." + field,
                    TEXTS.text("bindInPattern", field, variable));
        }
    }

    /** A value as it is written; nothing follows from one that has a fault. */
    private Syntax.Name sound(Syntax.Name written) {
        if (faults.isSettled(written.place())) {
            throw SyntaxException.toldElsewhere();
        }
        return written;
    }

    private Operand word(Syntax.Name name) {
        return switch (name.text()) {
            case "asOf" -> new Operand.AsOf();
            case "true", "false" -> new Operand.Literal(ValueType.BOOLEAN, Boolean.valueOf(name.text()));
            case "null" -> throw new SyntaxException(name.place(), FaultCode.NULL_REFUSED);
            default -> on.field(name.text()).isPresent() ? fieldValue(name) : otherWord(name);
        };
    }

    private Operand otherWord(Syntax.Name name) {
        String meant = TRUTHS.get(name.text().toLowerCase(Locale.ROOT));
        if (meant != null) {
            throw new SyntaxException(name.place(), FaultCode.WORD_FOR_SYMBOL, name.text(), meant);
        }
        throw unknownField(name, List.of("asOf", "true", "false"));
    }

    private SyntaxException unknownField(Syntax.Name name, List<String> others) {
        if (!scope.known().isWhole(on.name())) {
            return SyntaxException.toldElsewhere();
        }
        List<String> enums = scope.known().enumsOfConstant().getOrDefault(name.text(), List.of());
        if (!enums.isEmpty()) {
            String written = enums.stream()
                    .limit(5)
                    .map(type -> type + "." + name.text())
                    .collect(Collectors.joining(" / "));
            return new SyntaxException(name.place(), FaultCode.CONSTANT_WITHOUT_ENUM, on.name(), name.text(), written);
        }
        return new SyntaxException(
                name.place(),
                FaultCode.UNKNOWN_FIELD,
                on.name(),
                name.text(),
                Spelling.remedy(
                        name.text(),
                        Stream.concat(on.fieldNames().stream(), others.stream()).toList()));
    }

    /** The fault of a variable that nothing is bound to. */
    public static SyntaxException unknownVariable(Syntax.Name variable, Scope scope) {
        return new SyntaxException(
                variable.place(),
                FaultCode.UNKNOWN_VARIABLE,
                variable.text(),
                Spelling.remedy(variable.text(), scope.values().keySet()));
    }

    /** A part of a field, or of the date of the evaluation: the year of a date, a column of an enum. */
    static Operand member(Operand of, Syntax.Name name, Syntax.Name member) {
        if (of.type() == ValueType.DATE && member.text().equals(YEAR)) {
            return new Operand.Year(of);
        }
        Optional<Operand> column = LookupBinder.column(of, member);
        if (column.isPresent()) {
            return column.get();
        }
        throw new SyntaxException(
                member.place(),
                FaultCode.NO_PART_OF_FIELD,
                name.text(),
                member.text(),
                of.type() == ValueType.DATE
                        ? TEXTS.text("partOfDate", name.text())
                        : LookupBinder.columns(of, member).orElseGet(() -> TEXTS.text("noPart", name.text())));
    }

    private Operand constant(Syntax.EnumConstant written) {
        Syntax.Name typeName = written.type();
        Syntax.Name constantName = written.constant();
        if (typeName.text().equals("asOf") || on.field(typeName.text()).isPresent()) {
            return member(word(typeName), typeName, constantName);
        }
        EnumType type = scope.known().enums().get(typeName.text());
        if (type == null) {
            FieldOfAnother.check(written, on, scope.known());
            throw scope.known().complete()
                    ? new SyntaxException(
                            typeName.place(),
                            FaultCode.UNKNOWN_ENUM,
                            typeName.text(),
                            scope.known()
                                    .remedy(
                                            typeName.text(),
                                            scope.known().enums().keySet()))
                    : SyntaxException.toldElsewhere();
        }
        return type.constant(constantName.text())
                .map(constant -> new Operand.Literal(ValueType.CONSTANT, constant))
                .orElseThrow(() -> scope.known().isWhole(type.name())
                        ? new SyntaxException(
                                constantName.place(),
                                FaultCode.UNKNOWN_CONSTANT,
                                type.name(),
                                constantName.text(),
                                Spelling.remedy(type.meant(constantName.text()), type.names()))
                        : SyntaxException.toldElsewhere());
    }

    private Operand shifted(Syntax.Shift shift) {
        String method = shift.method().text();
        if (!(operand(shift.date()) instanceof Operand.FieldValue field) || field.type() != ValueType.DATE) {
            throw new SyntaxException(shift.method().place(), FaultCode.DATE_FIELD_NEEDED, method);
        }
        BigDecimal amount = number(shift.amount());
        if (amount.stripTrailingZeros().scale() > 0 || amount.compareTo(BigDecimal.valueOf(LONGEST_SHIFT)) > 0) {
            throw new SyntaxException(shift.amount().place(), FaultCode.SHIFT_OUT_OF_RANGE, LONGEST_SHIFT);
        }
        return new Operand.Shifted(field, unit(method), amount.intValueExact());
    }

    private static ChronoUnit unit(String method) {
        return switch (method) {
            case "plusYears" -> ChronoUnit.YEARS;
            case "plusMonths" -> ChronoUnit.MONTHS;
            default -> ChronoUnit.DAYS;
        };
    }

    /** The number that digits are. */
    public static BigDecimal number(Syntax.Name digits) {
        return new BigDecimal(digits.text().replace("_", ""));
    }

    /**
     * The date that a rule file writes.
     *
     * @throws SyntaxException if it is none, or lies before 1900 or after 2100
     */
    public static LocalDate date(Syntax.Name written) {
        try {
            LocalDate date = LocalDate.parse(written.text());
            if (date.getYear() < Field.FIRST_YEAR || date.getYear() > Field.LAST_YEAR) {
                throw new DateTimeException("out of range");
            }
            return date;
        } catch (DateTimeException wrong) {
            throw new SyntaxException(written.place(), FaultCode.BAD_DATE, Shortened.end(written.text(), Limits.NAME));
        }
    }
}
