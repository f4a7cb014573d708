package io.subsidyrules.dialect.model;

import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** One side of a comparison. */
public sealed interface Operand {

    ValueType type();

    /** The value of a field of the applicant or of the claim; null while it is unknown. */
    record FieldValue(FactType of, Field field) implements Operand {
        @Override
        public ValueType type() {
            return field.type();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof FieldValue value && value.of.equals(of) && value.field.index() == field.index();
        }

        @Override
        public int hashCode() {
            return 31 * of.hashCode() + field.index();
        }
    }

    /** The date of the evaluation. */
    record AsOf() implements Operand {
        @Override
        public ValueType type() {
            return ValueType.DATE;
        }
    }

    /** A date so many years, months or days later; the last day of the month where it has no such day. */
    record Shifted(FieldValue date, ChronoUnit unit, int amount) implements Operand {
        @Override
        public ValueType type() {
            return ValueType.DATE;
        }
    }

    /**
     * A value that the rule file writes.
     *
     * @param value a String, Integer, BigDecimal, Boolean, LocalDate or {@link Constant}, as the type says
     */
    record Literal(ValueType type, Object value) implements Operand {}
}
