package io.subsidyrules.engine.fact;

import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The facts that an item is judged on: the applicant, and the claim or, for an item on the applicant alone, the
 * applicant again.
 */
public record Facts(Fact applicant, Fact claim) {

    /** The fact that the type of a field's owner names. */
    Fact of(Operand.FieldValue value) {
        return value.of().isClaim() ? claim : applicant;
    }

    /** The date of the evaluation. */
    public LocalDate asOf() {
        return applicant.asOf();
    }

    /** The day that decides whether a rule is in force, and by which its dated values are taken; null if unknown. */
    public @Nullable LocalDate decidingDay(Rule rule) {
        return rule.decides().isEmpty()
                ? asOf()
                : (LocalDate) value(rule.decides().get());
    }

    /** The value of a field or of the date; null if it is unknown. */
    @Nullable
    public Object value(Operand operand) {
        return Operands.value(operand, applicant, claim);
    }

    public Truth truth(Expression expression) {
        return expression.match(new ThreeValued(this::value));
    }

    /** The JSON pointer of the field, or of the date, in the request. */
    public String pointerOf(Operand operand) {
        return operand instanceof Operand.FieldValue value ? of(value).pointerOf(value.field()) : "/asOf";
    }

    /** Adds the field by its pointer where it is unknown. */
    public void addIfUnknown(Operand.FieldValue value, Map<String, Field> unknown) {
        of(value).addIfUnknown(value.field(), unknown);
    }

    /** The same with another value of a field, or of the date. */
    public Facts with(Operand operand, Object value) {
        boolean alone = applicant == claim;
        if (!(operand instanceof Operand.FieldValue field)) {
            Fact changed = applicant.on((LocalDate) value);
            return new Facts(changed, alone ? changed : claim);
        }
        if (field.of().isClaim()) {
            return new Facts(applicant, claim.with(field.field(), value));
        }
        Fact changed = applicant.with(field.field(), value);
        return new Facts(changed, alone ? changed : claim);
    }
}
