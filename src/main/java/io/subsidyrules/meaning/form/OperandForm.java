package io.subsidyrules.meaning.form;

import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.table.Cell;
import io.subsidyrules.dialect.table.Table;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Operands as nested lists and sets that are equal where they say the same: fields and constants by their names, tables
 * by their rows.
 */
final class OperandForm implements Operand.Cases<Object> {

    private final Function<List<Condition>, Object> conditions;

    /** @param conditions the form of the conditions on members, which have operands in turn */
    OperandForm(Function<List<Condition>, Object> conditions) {
        this.conditions = conditions;
    }

    Object of(Operand operand) {
        return operand.match(this);
    }

    Object scope(AwardChoice.Scope scope) {
        return scope instanceof AwardChoice.OfGroup group ? of(group.field()) : scope;
    }

    /** A value without what does not count of it. */
    static Object plain(Object value) {
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }
        if (value instanceof Integer number) {
            return plain(BigDecimal.valueOf(number));
        }
        if (value instanceof Collection<?> several) {
            return new HashSet<>(several.stream().map(OperandForm::plain).toList());
        }
        return value instanceof Constant constant ? List.of(constant.enumName(), constant.name()) : value;
    }

    @Override
    public Object field(Operand.FieldValue field) {
        return List.of("field", field.of().name(), field.field().name());
    }

    @Override
    public Object asOf(Operand.AsOf asOf) {
        return asOf;
    }

    @Override
    public Object literal(Operand.Literal literal) {
        return plain(literal.value());
    }

    @Override
    public Object shifted(Operand.Shifted shifted) {
        return List.of("shifted", of(shifted.date()), shifted.unit(), shifted.amount());
    }

    @Override
    public Object year(Operand.Year year) {
        return List.of("year", of(year.date()));
    }

    @Override
    public Object sum(Operand.WeightedSum sum) {
        return List.of(
                "sum",
                new HashSet<>(sum.terms().stream()
                        .map(term -> List.of(plain(term.factor()), of(term.number())))
                        .toList()),
                plain(sum.constant()));
    }

    @Override
    public Object aggregate(Operand.MemberAggregate aggregate) {
        return List.of(
                of(aggregate.list()),
                aggregate.function(),
                conditions.apply(aggregate.conditions()),
                aggregate.of().map(this::of));
    }

    @Override
    public Object lookup(Operand.Lookup lookup) {
        return List.of(lookup.keys().stream().map(this::of).toList(), lookup.complete(), rows(lookup.table()));
    }

    private static Object rows(Table table) {
        return new HashSet<>(table.rows().stream()
                .map(row -> List.of(row.cells().stream().map(OperandForm::cell).toList(), plain(row.value())))
                .toList());
    }

    private static Object cell(Cell cell) {
        return cell instanceof Cell.Between between
                ? List.of(plain(between.steps().least()), plain(between.steps().most()))
                : plain(((Cell.One) cell).value());
    }

    private static Object plain(Optional<BigDecimal> number) {
        return number.map(OperandForm::plain);
    }
}
