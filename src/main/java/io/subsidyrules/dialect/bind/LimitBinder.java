package io.subsidyrules.dialect.bind;

import io.subsidyrules.dialect.model.Ceiling;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.operand.OperandBinder;
import io.subsidyrules.dialect.operand.Scope;
import io.subsidyrules.dialect.syntax.AnnotationNames;
import io.subsidyrules.dialect.syntax.Syntax;
import io.subsidyrules.dialect.value.Period;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import java.math.BigDecimal;
import java.util.Optional;

/** Binds a rule that limits awards: its number, whose awards it counts, and when it is in force. */
final class LimitBinder {

    /** The most awards that a limit can name. */
    private static final BigDecimal MOST_AWARDS = new BigDecimal(1_000_000);

    private final String folder;
    private final Faults faults;
    private final OutcomeBinder outcomes;

    /** @param outcomes those of the policy, which know its currency */
    LimitBinder(String folder, OutcomeBinder outcomes, Faults faults) {
        this.folder = folder;
        this.outcomes = outcomes;
        this.faults = faults;
    }

    /** Tells the patterns on awards of a rule that limits none. */
    void superfluous(Syntax.RuleDeclare declare) {
        declare.counted()
                .forEach(awards -> faults.add(awards.type().place(), FaultCode.AWARDS_WITHOUT_LIMIT, outcomes.word()));
    }

    /** The limit; empty, with its faults, where it is not whole. */
    Optional<BoundLimit> limit(Syntax.RuleDeclare declare, BoundConditions body, Syntax.Limit limit) {
        Annotations annotations =
                new Annotations(declare.annotations(), AnnotationNames.OF_LIMIT, declare.name(), faults);
        Syntax.Name clause = annotations.requiredValue("clause");
        Optional<Period> period = outcomes.period(declare);
        if (!body.whole()) {
            return Optional.empty();
        }
        if (body.claim().isPresent()) {
            faults.add(
                    declare.name().place(),
                    FaultCode.LIMIT_ON_CLAIM,
                    body.claim().get().name());
        }
        Optional<Syntax.Awards> awards = awards(declare, limit);
        Optional<Operand.FieldValue> group = awards.flatMap(pattern -> group(pattern, body.scope()));
        boolean grouped = awards.filter(LimitBinder::hasGroup).isPresent();
        Optional<Ceiling> ceiling = ceiling(limit, body.scope());
        boolean whole = body.claim().isEmpty()
                && period.isPresent()
                && awards.isPresent()
                && ceiling.isPresent()
                && grouped == group.isPresent();
        return whole
                ? Optional.of(new BoundLimit(
                        declare.name().text(),
                        folder,
                        clause,
                        body.readings(),
                        period.get(),
                        body.conditions(),
                        awards.get(),
                        group,
                        ceiling.get(),
                        limit.source(),
                        declare.name().place(),
                        limit.number()
                                .map(Syntax.Operand::place)
                                .orElse(limit.kind().place())))
                : Optional.empty();
    }

    /** The pattern that the outcome names; others are one too many. */
    private Optional<Syntax.Awards> awards(Syntax.RuleDeclare declare, Syntax.Limit limit) {
        Optional<Syntax.Awards> named = declare.counted().stream()
                .filter(awards -> awards.variable()
                        .filter(variable ->
                                variable.text().equals(limit.target().text()))
                        .isPresent())
                .findFirst();
        if (named.isEmpty()) {
            faults.add(
                    limit.target().place(),
                    FaultCode.LIMIT_WITHOUT_AWARDS,
                    limit.target().text());
            return named;
        }
        declare.counted().stream()
                .filter(awards -> !awards.equals(named.get()))
                .forEach(awards -> faults.add(awards.type().place(), FaultCode.AWARDS_WITHOUT_LIMIT, outcomes.word()));
        return named;
    }

    private static boolean hasGroup(Syntax.Awards awards) {
        return awards.parts().stream()
                .anyMatch(part -> part instanceof Syntax.Of of && of.whose() instanceof Syntax.Variable);
    }

    private Optional<Operand.FieldValue> group(Syntax.Awards awards, Scope scope) {
        for (Syntax.AwardsPart part : awards.parts()) {
            if (part instanceof Syntax.Of of && of.whose() instanceof Syntax.Variable variable) {
                return value(variable.name(), scope);
            }
        }
        return Optional.empty();
    }

    private Optional<Operand.FieldValue> value(Syntax.Name variable, Scope scope) {
        Optional<Operand> value = scope.value(variable.text());
        if (value.isEmpty()) {
            OperandBinder.unknownVariable(variable, scope).addTo(faults);
        }
        Optional<Operand.FieldValue> field =
                value.filter(Operand.FieldValue.class::isInstance).map(Operand.FieldValue.class::cast);
        if (value.isPresent() && field.isEmpty()) {
            faults.add(variable.place(), FaultCode.MEMBERS_AS_VALUE, "$" + variable.text(), "limit");
        }
        return field;
    }

    private Optional<Ceiling> ceiling(Syntax.Limit limit, Scope scope) {
        String kind = limit.kind().text();
        boolean money = !kind.equals("highest") && !kind.equals("awards");
        if (money) {
            outcomes.money(limit.kind());
        }
        String fitting = money ? "orNothing" : kind.equals("highest") ? "toppingUp" : "";
        boolean modified = limit.modifier().isPresent();
        if (modified && !limit.modifier().get().text().equals(fitting)) {
            Syntax.Name modifier = limit.modifier().get();
            faults.add(modifier.place(), FaultCode.LIMIT_MODIFIER, modifier.text(), kind);
            return Optional.empty();
        }
        return switch (kind) {
            case "highest" -> Optional.of(new Ceiling.Highest(modified));
            case "awards" -> number(limit, scope, ValueType.INTEGER).map(Ceiling.Count::new);
            default -> number(limit, scope, ValueType.DECIMAL).map(number -> new Ceiling.Sum(number, modified));
        };
    }

    private Optional<Ceiling.Bound> number(Syntax.Limit limit, Scope scope, ValueType type) {
        Syntax.Operand written = limit.number().orElseThrow();
        if (written instanceof Syntax.Variable variable) {
            Optional<Operand.FieldValue> field = value(variable.name(), scope);
            if (field.isPresent() && !fits(field.get(), type)) {
                faults.add(
                        variable.name().place(),
                        FaultCode.LIMIT_FIELD,
                        variable.name().text(),
                        field.get().type().declared(),
                        type.declared());
                return Optional.empty();
            }
            return field.map(Ceiling.OfField::new);
        }
        return fixed(((Syntax.Numeral) written).digits(), type);
    }

    private static boolean fits(Operand.FieldValue field, ValueType type) {
        return field.type() == type
                && (type != ValueType.DECIMAL || field.field().isMoney());
    }

    private Optional<Ceiling.Bound> fixed(Syntax.Name digits, ValueType type) {
        if (faults.isSettled(digits.place())) {
            return Optional.empty();
        }
        BigDecimal number = OperandBinder.number(digits);
        boolean fits = type == ValueType.DECIMAL
                ? number.scale() <= 2 && number.signum() > 0 && Field.Range.YUAN.contains(number)
                : number.stripTrailingZeros().scale() <= 0 && number.signum() > 0 && number.compareTo(MOST_AWARDS) <= 0;
        if (!fits && type == ValueType.DECIMAL) {
            faults.add(digits.place(), FaultCode.AMOUNT_OUT_OF_RANGE, digits.text());
        } else if (!fits) {
            faults.add(digits.place(), FaultCode.LIMIT_COUNT, digits.text(), MOST_AWARDS.toPlainString());
        }
        return fits ? Optional.of(new Ceiling.Fixed(number)) : Optional.empty();
    }
}
