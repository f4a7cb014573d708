package io.subsidyrules.engine.values;

import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.value.Operator;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.engine.fact.Values;
import io.subsidyrules.engine.fact.Variables;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds all values of one variable for which an expression is TRUE while everything else stays as it is. An expression
 * is in negation normal form, so that what reads something unknown, or the variable on both sides, leaves no value.
 */
public final class ValueSolver implements Expression.Cases<ValueSet> {

    private final Operand variable;
    private final Facts facts;

    /** Whether the values are looked for with which the expression is false. */
    private final boolean falsely;

    private ValueSolver(Operand variable, Facts facts, boolean falsely) {
        this.variable = variable;
        this.facts = facts;
        this.falsely = falsely;
    }

    /** The values of a field, or of the date of the evaluation, for which the expression is true. */
    public static ValueSet of(Expression expression, Operand variable, Facts facts) {
        return expression.match(new ValueSolver(variable, facts, false));
    }

    /**
     * The values for which the expression is surely false. They are those for which its negation is true, and those
     * for which a table has no row.
     */
    public static ValueSet never(Expression expression, Operand variable, Facts facts) {
        return expression.match(new ValueSolver(variable, facts, true));
    }

    @Override
    public ValueSet junction(Expression.Junction junction) {
        boolean all = junction.all() != falsely;
        ValueSet values = all ? ValueSets.all(variable) : ValueSets.none(variable);
        for (Expression part : junction.parts()) {
            ValueSet next = part.match(this);
            values = all ? values.and(next) : values.or(next);
        }
        return values;
    }

    /** A test that does not read the variable holds for all of its values, or for none. */
    private ValueSet withoutVariable(Expression test) {
        return facts.truth(test) == Truth.TRUE ? ValueSets.all(variable) : ValueSets.none(variable);
    }

    private boolean isVariable(Operand operand) {
        return Variables.of(operand).contains(variable);
    }

    /** Whether the number that members come to changes with the variable: it is not solved for that. */
    private boolean hangsOnVariable(Operand.MemberAggregate aggregate) {
        return !aggregate.equals(variable) && isVariable(aggregate);
    }

    @Override
    public ValueSet earlier(Expression.EarlierAward earlier) {
        return withoutVariable(earlier);
    }

    @Override
    public ValueSet text(Expression.TextTest written) {
        Expression.TextTest test = falsely ? written.negated() : written;
        return isVariable(test.left())
                ? TextSet.having(((Operand.FieldValue) variable).field(), test.property(), test.not())
                : withoutVariable(test);
    }

    @Override
    public ValueSet comparison(Expression.Comparison written) {
        if (written.hasLookup()) {
            return new LookupSolver(variable, facts, falsely, this::comparison).of(written);
        }
        Expression.Comparison comparison = falsely ? written.negated() : written;
        Operator operator = comparison.operator();
        boolean onLeft = isVariable(comparison.left());
        boolean onRight = isVariable(comparison.right());
        if (!onLeft && !onRight) {
            return withoutVariable(comparison);
        }
        if (comparison.aggregates().stream().anyMatch(this::hangsOnVariable)) {
            return ValueSets.none(variable);
        }
        if (comparison.isComputed()) {
            return new SumSolver(variable, facts).of(comparison);
        }
        if (onLeft && onRight) {
            OptionalInt compared = withItself(comparison.left(), comparison.right());
            return compared.isPresent() && operator.holds(compared.getAsInt())
                    ? ValueSets.all(variable)
                    : ValueSets.none(variable);
        }
        Operand side = onLeft ? comparison.left() : comparison.right();
        Object other = facts.value(onLeft ? comparison.right() : comparison.left());
        return compared(side, onLeft ? operator : operator.mirrored(), other);
    }

    /**
     * The comparison of a value with itself, if that is the same for all values. It is not if, say, a month is
     * compared with 30 days; of these no value is suggested.
     */
    private static OptionalInt withItself(Operand left, Operand right) {
        Shift one = Shift.of(left);
        Shift other = Shift.of(right);
        if (one.unit() == other.unit() || one.amount() == 0 || other.amount() == 0) {
            return OptionalInt.of(Long.compare(one.amount(), other.amount()));
        }
        if (one.most() < other.least() || one.least() > other.most()) {
            return OptionalInt.of(Long.compare(one.least(), other.least()));
        }
        return OptionalInt.empty();
    }

    /** The period added to a date: nothing, or days, months or years. */
    private record Shift(long amount, ChronoUnit unit) {

        static Shift of(Operand operand) {
            return operand instanceof Operand.Shifted shifted
                    ? new Shift(shifted.amount(), shifted.unit())
                    : new Shift(0, ChronoUnit.DAYS);
        }

        /** At least so many days. */
        long least() {
            return Math.min(amount * shortest(), amount * longest());
        }

        /** At most so many days. */
        long most() {
            return Math.max(amount * shortest(), amount * longest());
        }

        private int shortest() {
            return unit == ChronoUnit.YEARS ? 365 : unit == ChronoUnit.MONTHS ? 28 : 1;
        }

        private int longest() {
            return unit == ChronoUnit.YEARS ? 366 : unit == ChronoUnit.MONTHS ? 31 : 1;
        }
    }

    private ValueSet compared(Operand side, Operator operator, @Nullable Object other) {
        if (other == null) {
            return ValueSets.none(variable);
        }
        return switch (variable.type()) {
            case CONSTANT, BOOLEAN -> {
                Set<Object> values = new LinkedHashSet<>(((ValueSet.Choices) ValueSets.all(variable)).values());
                values.removeIf(value -> !operator.holds(Values.compare(value, other)));
                yield new ValueSet.Choices(values);
            }
            case TEXT ->
                TextSet.among(
                        ((Operand.FieldValue) variable).field(),
                        Set.of((String) other),
                        operator == Operator.NOT_EQUAL);
            case INTEGER, DECIMAL, DATE -> ordered(side, operator, other);
            case MEMBERS -> ValueSets.none(variable);
        };
    }

    /** The values of a number or a date, as its side of the comparison has it: a later date perhaps. */
    private NumberSet ordered(Operand side, Operator operator, Object other) {
        Scale scale = Scale.of(variable);
        return side instanceof Operand.Shifted shifted
                ? NumberSet.compared(
                        scale, day -> ((LocalDate) day).plus(shifted.amount(), shifted.unit()), operator, other)
                : NumberSet.compared(scale, operator, other);
    }

    /** A list of numbers as comparisons with each. */
    private static Expression compared(Expression.Membership membership) {
        Operator operator = membership.not() ? Operator.NOT_EQUAL : Operator.EQUAL;
        List<Expression> parts = new ArrayList<>();
        membership
                .members()
                .forEach(member -> parts.add(new Expression.Comparison(membership.left(), operator, member)));
        return new Expression.Junction(membership.not(), parts);
    }

    @Override
    public ValueSet listed(Expression.Listed written) {
        Expression.Listed listed = falsely ? written.negated() : written;
        return isVariable(listed.left()) ? ListedValues.of(listed) : withoutVariable(listed);
    }

    @Override
    public ValueSet membership(Expression.Membership written) {
        Expression.Membership membership = falsely ? written.negated() : written;
        if (!isVariable(membership.left())) {
            return withoutVariable(membership);
        }
        if (membership.left().isComputed()) {
            return of(compared(membership), variable, facts);
        }
        boolean not = membership.not();
        ValueSet values = not ? ValueSets.all(variable) : ValueSets.none(variable);
        for (Operand.Literal member : membership.members()) {
            ValueSet one = compared(membership.left(), not ? Operator.NOT_EQUAL : Operator.EQUAL, member.value());
            values = not ? values.and(one) : values.or(one);
        }
        return values;
    }
}
