package io.subsidyrules.engine.fact;

import io.subsidyrules.dialect.model.Operand;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The value of an operand for an applicant and a claim. */
public final class Operands {

    private Operands() {}

    /** The value; null if a field that it needs is unknown. */
    public static @Nullable Object value(Operand operand, Fact applicant, Fact claim) {
        if (operand instanceof Operand.FieldValue field) {
            return (field.of().isClaim() ? claim : applicant).value(field.field());
        }
        if (operand instanceof Operand.Literal literal) {
            return literal.value();
        }
        if (operand instanceof Operand.Shifted shifted) {
            Object date = value(shifted.date(), applicant, claim);
            return date == null ? null : ((LocalDate) date).plus(shifted.amount(), shifted.unit());
        }
        if (operand instanceof Operand.Year year) {
            Object date = value(year.date(), applicant, claim);
            return date == null ? null : ((LocalDate) date).getYear();
        }
        return operand instanceof Operand.WeightedSum sum ? sum(sum, applicant, claim) : applicant.asOf();
    }

    /** The exact sum; null if a number of it is unknown. */
    private static @Nullable BigDecimal sum(Operand.WeightedSum sum, Fact applicant, Fact claim) {
        BigDecimal value = sum.constant();
        for (Operand.WeightedSum.Term term : sum.terms()) {
            Object number = value(term.number(), applicant, claim);
            if (number == null) {
                return null;
            }
            value = value.add(term.factor().multiply(Values.decimal(number)));
        }
        return value;
    }
}
