package io.subsidyrules.meaning.space;

import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.value.Operator;
import io.subsidyrules.meaning.form.WrittenForm;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The way in which two numbers or dates are compared: where the one has its limit, given the other.
 *
 * @param days by how many days the limit is later than the other, at least and at most; empty where one of
 *     them is computed
 * @param form the comparison where it is not plain, all that decides where its limit lies
 */
record PairShape(Optional<Days> days, Object form) {

    private static final int SHORTEST_MONTH = 28;
    private static final int LONGEST_MONTH = 31;
    private static final int SHORTEST_YEAR = 365;
    private static final int LONGEST_YEAR = 366;

    /** A number of days, as far as it is known. */
    record Days(long least, long most) {}

    static PairShape of(RuleTest test) {
        if (!(test.expression() instanceof Expression.Comparison comparison)) {
            return new PairShape(Optional.empty(), test.expression());
        }
        if (comparison.isComputed()) {
            // The limit of "at least" is the one of "less", and another than that of "at most" and "more".
            Operator operator = comparison.operator();
            boolean closed = operator == Operator.GREATER_OR_EQUAL || operator == Operator.LESS;
            Operator kind = closed ? Operator.LESS : operator.isEquality() ? Operator.EQUAL : Operator.GREATER;
            Expression plain = new Expression.Comparison(comparison.left(), kind, comparison.right());
            return new PairShape(Optional.empty(), WrittenForm.of(plain));
        }
        Days left = shift(comparison.left());
        Days right = shift(comparison.right());
        String first = name(comparison.left());
        boolean turned = first.compareTo(name(comparison.right())) > 0;
        Days between = new Days(right.least() - left.most(), right.most() - left.least());
        Days days = turned ? new Days(-between.most(), -between.least()) : between;
        return new PairShape(Optional.of(days), shifts(comparison, turned));
    }

    /**
     * Whether no value of the one makes room between the limits of both that another value does not make. Limits a
     * day or a step apart are always so far apart.
     */
    boolean agrees(PairShape other) {
        if (days.isEmpty() || other.days.isEmpty()) {
            return days.isEmpty() && other.days.isEmpty() && form.equals(other.form);
        }
        Days own = days.get();
        Days others = other.days.get();
        return form.equals(other.form)
                || own.most() + 1 < others.least()
                || others.most() + 1 < own.least()
                || (own.least() == own.most() && others.least() == others.most());
    }

    private static Object shifts(Expression.Comparison comparison, boolean turned) {
        Object left = shiftOf(comparison.left());
        Object right = shiftOf(comparison.right());
        return List.of(turned ? right : left, turned ? left : right);
    }

    private static Object shiftOf(Operand operand) {
        return operand instanceof Operand.Shifted shifted && shifted.amount() != 0
                ? List.of(shifted.unit(), shifted.amount())
                : "";
    }

    private static String name(Operand operand) {
        Operand read = operand instanceof Operand.Shifted shifted ? shifted.date() : operand;
        return read instanceof Operand.FieldValue field ? new Variable.OfField(field).id() : "asOf";
    }

    private static Days shift(Operand operand) {
        if (!(operand instanceof Operand.Shifted shifted)) {
            return new Days(0, 0);
        }
        boolean years = shifted.unit() == ChronoUnit.YEARS;
        boolean months = shifted.unit() == ChronoUnit.MONTHS;
        long one = (long) shifted.amount() * (years ? SHORTEST_YEAR : months ? SHORTEST_MONTH : 1);
        long other = (long) shifted.amount() * (years ? LONGEST_YEAR : months ? LONGEST_MONTH : 1);
        return new Days(Math.min(one, other), Math.max(one, other));
    }
}
