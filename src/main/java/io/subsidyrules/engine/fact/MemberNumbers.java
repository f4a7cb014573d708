package io.subsidyrules.engine.fact;

import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.value.Bounds;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that members of a list can still come to: a count lies between the members that surely fulfil the
 * conditions and those that still can, and every other number between what these allow.
 */
public final class MemberNumbers {

    private static final Bounds WHOLE =
            Bounds.of(BigDecimal.valueOf(-Integer.MAX_VALUE), BigDecimal.valueOf(Integer.MAX_VALUE));

    private final Operand.MemberAggregate aggregate;
    private final List<Bounds> sure = new ArrayList<>();
    private final List<Bounds> possible = new ArrayList<>();

    private MemberNumbers(Operand.MemberAggregate aggregate, List<Fact> members, Function<Fact, Truth> fulfils) {
        this.aggregate = aggregate;
        for (Fact member : members) {
            Truth truth = fulfils.apply(member);
            if (truth == Truth.TRUE) {
                sure.add(number(member));
            } else if (truth == Truth.UNKNOWN) {
                possible.add(number(member));
            }
        }
    }

    /**
     * The numbers that the members can come to; empty where none of them can have a least or a greatest number.
     *
     * @param fulfils whether a member fulfils the conditions
     */
    public static Optional<Bounds> of(
            Operand.MemberAggregate aggregate, List<Fact> members, Function<Fact, Truth> fulfils) {
        return new MemberNumbers(aggregate, members, fulfils).bounds();
    }

    /** The numbers that members of which nothing is known can come to, as many as there can be. */
    public static Bounds whatever(Operand.MemberAggregate aggregate) {
        Field list = aggregate.list().field();
        BigDecimal most = BigDecimal.valueOf(list.mostMembers());
        BigDecimal least = list.range().map(Field.Range::min).orElse(BigDecimal.ZERO);
        Bounds count = Bounds.of(aggregate.conditions().isEmpty() ? least : BigDecimal.ZERO, most);
        Bounds each = aggregate.of().map(MemberNumbers::whatever).orElse(WHOLE);
        return switch (aggregate.function()) {
            case COUNT -> count;
            case SUM ->
                Bounds.of(
                        low(each).min(BigDecimal.ZERO).multiply(most),
                        high(each).max(BigDecimal.ZERO).multiply(most));
            case MIN, MAX -> each;
        };
    }

    /** The members of a list; null where it is unknown. */
    @SuppressWarnings("unchecked")
    public static @Nullable List<Fact> members(@Nullable Object list) {
        return (List<Fact>) list;
    }

    private static Bounds whatever(Operand.FieldValue number) {
        return number.field()
                .range()
                .filter(range -> number.type() == ValueType.DECIMAL || number.type() == ValueType.INTEGER)
                .map(range -> Bounds.of(range.min(), range.max()))
                .orElse(WHOLE);
    }

    /** The number of a member that is counted, or all that it can be; of a count, one. */
    private Bounds number(Fact member) {
        if (aggregate.of().isEmpty()) {
            return Bounds.of(BigDecimal.ONE);
        }
        Operand.FieldValue of = aggregate.of().get();
        Object value = member.value(of.field());
        return value == null ? whatever(of) : Bounds.of(Values.decimal(value));
    }

    private Optional<Bounds> bounds() {
        return switch (aggregate.function()) {
            case COUNT, SUM -> Optional.of(sum());
            case MIN -> sure.isEmpty() && possible.isEmpty() ? Optional.empty() : Optional.of(least());
            case MAX -> sure.isEmpty() && possible.isEmpty() ? Optional.empty() : Optional.of(greatest());
        };
    }

    private Bounds sum() {
        Bounds sum = Bounds.of(BigDecimal.ZERO);
        for (Bounds one : sure) {
            sum = sum.plus(one);
        }
        for (Bounds one : possible) {
            sum = sum.plus(Bounds.of(low(one).min(BigDecimal.ZERO), high(one).max(BigDecimal.ZERO)));
        }
        return sum;
    }

    /** If none is sure, any of those that can be counted may be the only one. */
    private Bounds least() {
        BigDecimal low = all().map(MemberNumbers::low).reduce(BigDecimal::min).orElseThrow();
        BigDecimal high = sure.isEmpty()
                ? possible.stream()
                        .map(MemberNumbers::high)
                        .reduce(BigDecimal::max)
                        .orElseThrow()
                : sure.stream().map(MemberNumbers::high).reduce(BigDecimal::min).orElseThrow();
        return Bounds.of(low, high);
    }

    private Bounds greatest() {
        BigDecimal high = all().map(MemberNumbers::high).reduce(BigDecimal::max).orElseThrow();
        BigDecimal low = sure.isEmpty()
                ? possible.stream()
                        .map(MemberNumbers::low)
                        .reduce(BigDecimal::min)
                        .orElseThrow()
                : sure.stream().map(MemberNumbers::low).reduce(BigDecimal::max).orElseThrow();
        return Bounds.of(low, high);
    }

    private Stream<Bounds> all() {
        return Stream.concat(sure.stream(), possible.stream());
    }

    private static BigDecimal low(Bounds bounds) {
        return bounds.least().orElseThrow();
    }

    private static BigDecimal high(Bounds bounds) {
        return bounds.most().orElseThrow();
    }
}
