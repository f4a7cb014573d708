package io.subsidyrules.engine.fact;

import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.dialect.value.Bounds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The value of an operand for an applicant and a claim. */
public final class Operands {

    private Operands() {}

    /**
     * The value; null if a field that it needs is unknown, members can still come to several numbers, or a table has no
     * row.
     */
    public static @Nullable Object value(Operand operand, Fact applicant, Fact claim) {
        return value(operand, applicant, claim, null);
    }

    /**
     * The value where a member of a list is looked at.
     *
     * @param member the one whose fields are read; null where none is looked at
     */
    public static @Nullable Object value(Operand operand, Fact applicant, Fact claim, @Nullable Fact member) {
        if (operand instanceof Operand.FieldValue field) {
            return of(field.of(), applicant, claim, member).value(field.field());
        }
        if (operand instanceof Operand.Literal literal) {
            return literal.value();
        }
        if (operand instanceof Operand.Shifted shifted) {
            Object date = value(shifted.date(), applicant, claim, member);
            return date == null ? null : ((LocalDate) date).plus(shifted.amount(), shifted.unit());
        }
        if (operand instanceof Operand.Year year) {
            Object date = value(year.date(), applicant, claim, member);
            return date == null ? null : ((LocalDate) date).getYear();
        }
        if (operand instanceof Operand.MemberAggregate aggregate) {
            return numbers(aggregate, applicant, claim)
                    .filter(Bounds::isKnown)
                    .flatMap(Bounds::least)
                    .map(number ->
                            aggregate.of().filter(of -> of.field().isMoney()).isPresent()
                                    ? number.setScale(Field.FEN)
                                    : number)
                    .orElse(null);
        }
        if (operand instanceof Operand.Lookup lookup) {
            return Lookups.row(lookup, key -> value(key, applicant, claim, member))
                    .map(Table.Row::value)
                    .orElse(null);
        }
        return operand instanceof Operand.WeightedSum sum ? sum(sum, applicant, claim, member) : applicant.asOf();
    }

    private static Fact of(FactType type, Fact applicant, Fact claim, @Nullable Fact member) {
        return switch (type.kind()) {
            case APPLICANT -> applicant;
            case CLAIM -> claim;
            case MEMBER -> Objects.requireNonNull(member);
        };
    }

    /** The numbers that members can come to; empty where nothing is told of them, or none of them has one. */
    static Optional<Bounds> numbers(Operand.MemberAggregate aggregate, Fact applicant, Fact claim) {
        List<Fact> members = MemberNumbers.members(value(aggregate.list(), applicant, claim));
        if (members == null) {
            return Optional.empty();
        }
        Expression where = aggregate.where();
        return MemberNumbers.of(aggregate, members, member -> truth(where, applicant, claim, member));
    }

    /** Whether an earlier award is recorded, or none; unknown where that was not looked up. */
    public static Truth awarded(Expression.EarlierAward earlier, Fact applicant, Fact claim) {
        boolean project = earlier.choice().scope() instanceof AwardChoice.OfProject;
        Truth awarded = (project ? claim : applicant).awarded(earlier.choice());
        return earlier.not() ? awarded.not() : awarded;
    }

    /** Whether a member fulfils a condition. */
    public static Truth truth(Expression condition, Fact applicant, Fact claim, Fact member) {
        return condition.match(new ThreeValued(new OfMember(applicant, claim, member)));
    }

    /** The values that a condition on a member reads; it counts no members itself. */
    private record OfMember(Fact applicant, Fact claim, Fact member) implements ThreeValued.Known {

        @Override
        public @Nullable Object value(Operand operand) {
            return Operands.value(operand, applicant, claim, member);
        }

        @Override
        public Optional<Bounds> numbers(Operand.MemberAggregate aggregate) {
            return Optional.empty();
        }

        @Override
        public Truth awarded(Expression.EarlierAward earlier) {
            return Operands.awarded(earlier, applicant, claim);
        }
    }

    /** The exact sum; null if a number of it is unknown. */
    private static @Nullable BigDecimal sum(
            Operand.WeightedSum sum, Fact applicant, Fact claim, @Nullable Fact member) {
        BigDecimal value = sum.constant();
        for (Operand.WeightedSum.Term term : sum.terms()) {
            Object number = value(term.number(), applicant, claim, member);
            if (number == null) {
                return null;
            }
            value = value.add(term.factor().multiply(Values.decimal(number)));
        }
        return value;
    }
}
