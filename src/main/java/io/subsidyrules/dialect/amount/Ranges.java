package io.subsidyrules.dialect.amount;

import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.value.Bounds;
import java.math.BigDecimal;
import java.util.Optional;

/** The numbers that an operand can be by the ranges of its fields alone; without an end where a field has no range. */
final class Ranges implements Operand.Cases<Bounds> {

    private Ranges() {}

    static Bounds of(Operand operand) {
        return operand.match(new Ranges());
    }

    @Override
    public Bounds field(Operand.FieldValue value) {
        Field field = value.field();
        Optional<Field.Range> declared =
                field.range().filter(range -> !range.equals(Field.Range.ofDecimals(field.decimals())));
        Optional<BigDecimal> least = field.type() == ValueType.DECIMAL && declared.isEmpty()
                ? Optional.of(BigDecimal.ZERO)
                : declared.map(Field.Range::min);
        return new Bounds(least, declared.map(Field.Range::max));
    }

    @Override
    public Bounds asOf(Operand.AsOf asOf) {
        throw noNumber(asOf);
    }

    @Override
    public Bounds literal(Operand.Literal literal) {
        return Bounds.of(new BigDecimal(literal.value().toString()));
    }

    @Override
    public Bounds shifted(Operand.Shifted shifted) {
        throw noNumber(shifted);
    }

    @Override
    public Bounds year(Operand.Year year) {
        return Bounds.of(BigDecimal.valueOf(Field.FIRST_YEAR), BigDecimal.valueOf(Field.LAST_YEAR));
    }

    @Override
    public Bounds sum(Operand.WeightedSum sum) {
        Bounds bounds = Bounds.of(sum.constant());
        for (Operand.WeightedSum.Term term : sum.terms()) {
            bounds = bounds.plus(term.number().match(this).times(term.factor()));
        }
        return bounds;
    }

    /** A count by how many members there can be; other numbers where the fields of the members have ranges. */
    @Override
    public Bounds aggregate(Operand.MemberAggregate aggregate) {
        BigDecimal most = BigDecimal.valueOf(aggregate.list().field().mostMembers());
        Bounds each = aggregate.of().map(of -> of.match(this)).orElse(Bounds.of(BigDecimal.ONE));
        return switch (aggregate.function()) {
            case COUNT -> Bounds.of(BigDecimal.ZERO, most);
            case SUM ->
                new Bounds(
                        each.least().map(least -> least.min(BigDecimal.ZERO).multiply(most)),
                        each.most()
                                .map(greatest -> greatest.max(BigDecimal.ZERO).multiply(most)));
            case MIN, MAX -> each;
        };
    }

    @Override
    public Bounds lookup(Operand.Lookup lookup) {
        return Bounds.of(lookup.table().least(), lookup.table().most());
    }

    private static IllegalArgumentException noNumber(Operand operand) {
        return new IllegalArgumentException("It is no number: %s, of type %s.".formatted(operand, ValueType.DATE));
    }
}
