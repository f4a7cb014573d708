package io.subsidyrules.engine.fact;

import io.subsidyrules.dialect.model.Operand;
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
        return applicant.asOf();
    }
}
