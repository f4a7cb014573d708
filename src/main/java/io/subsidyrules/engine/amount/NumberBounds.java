package io.subsidyrules.engine.amount;

import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.dialect.value.Bounds;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.KeyValues;
import io.subsidyrules.engine.fact.Lookups;
import io.subsidyrules.engine.fact.Values;
import io.subsidyrules.engine.fact.Variables;
import io.subsidyrules.engine.values.ValueSet;
import io.subsidyrules.engine.values.ValueSets;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The numbers that an operand can be: one where its facts are known, else those of its unknown fields. */
final class NumberBounds implements Operand.Cases<Bounds> {

    private final Facts facts;
    private final FieldValues unknown;
    private final Map<Operand.FieldValue, ValueSet> others;
    private final FieldValues changed;

    /** @param unknown the values that an unknown field, or members, can be */
    NumberBounds(Facts facts, FieldValues unknown) {
        this(facts, unknown, Map.of());
    }

    /** @param others the values that fields would be, whatever they are now */
    NumberBounds(Facts facts, FieldValues unknown, Map<Operand.FieldValue, ValueSet> others) {
        this.facts = facts;
        this.unknown = unknown;
        this.others = others;
        this.changed = source -> source instanceof Operand.FieldValue field && others.containsKey(field)
                ? others.get(field)
                : unknown.of(source);
    }

    Bounds of(Operand operand) {
        return operand.match(this);
    }

    private @Nullable Object known(Operand operand) {
        return isChanged(operand) ? null : facts.value(operand);
    }

    private boolean isChanged(Operand operand) {
        return !others.isEmpty() && Variables.of(operand).stream().anyMatch(others::containsKey);
    }

    private FieldValues valuesOf(Operand.FieldValue field) {
        return others.containsKey(field) ? changed : unknown;
    }

    @Override
    public Bounds field(Operand.FieldValue field) {
        Object value = known(field);
        return value == null ? valuesOf(field).numbers(field) : Bounds.of(Values.decimal(value));
    }

    @Override
    public Bounds asOf(Operand.AsOf asOf) {
        throw new IllegalArgumentException("A date is not a number.");
    }

    @Override
    public Bounds literal(Operand.Literal literal) {
        return Bounds.of(Values.decimal(literal.value()));
    }

    @Override
    public Bounds shifted(Operand.Shifted shifted) {
        throw new IllegalArgumentException("A date is not a number.");
    }

    @Override
    public Bounds year(Operand.Year year) {
        Object date = known(year.date());
        if (date == null) {
            Operand.FieldValue field = (Operand.FieldValue) year.date();
            return valuesOf(field).numbers(field);
        }
        return Bounds.of(BigDecimal.valueOf(((LocalDate) date).getYear()));
    }

    @Override
    public Bounds aggregate(Operand.MemberAggregate aggregate) {
        if (isChanged(aggregate)) {
            return ((FieldValues) ValueSets::all).numbers(aggregate);
        }
        Object value = facts.value(aggregate);
        return value == null ? unknown.numbers(aggregate) : Bounds.of(Values.decimal(value));
    }

    @Override
    public Bounds sum(Operand.WeightedSum sum) {
        Bounds bounds = Bounds.of(sum.constant());
        for (Operand.WeightedSum.Term term : sum.terms()) {
            bounds = bounds.plus(term.number().match(this).times(term.factor()));
        }
        return bounds;
    }

    /** The numbers of the rows that can still count; nothing where none can. */
    @Override
    public Bounds lookup(Operand.Lookup lookup) {
        List<Table.Row> rows = Lookups.possible(lookup, this::known, this::unknown);
        BigDecimal least =
                rows.stream().map(Table.Row::value).reduce(BigDecimal::min).orElse(BigDecimal.ZERO);
        BigDecimal most =
                rows.stream().map(Table.Row::value).reduce(BigDecimal::max).orElse(BigDecimal.ZERO);
        return Bounds.of(least, most);
    }

    private KeyValues unknown(Operand key) {
        if (key instanceof Operand.FieldValue field) {
            return valuesOf(field).ofKey(field);
        }
        return KeyValues.between(of(key));
    }
}
