package io.subsidyrules.dialect.model;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One side of a comparison, or a number that an amount is worked out from. */
public sealed interface Operand {

    /** A case for each kind of operand. A new kind does not compile until every reader has one. */
    interface Cases<T> {

        T field(FieldValue field);

        T asOf(AsOf asOf);

        T literal(Literal literal);

        T shifted(Shifted shifted);

        T year(Year year);

        T sum(WeightedSum sum);
    }

    /** The case of this operand's kind. */
    <T> T match(Cases<T> cases);

    ValueType type();

    /** Calls back for each field that it reads, in the order of reading; a field may come twice. */
    void forEachField(Consumer<FieldValue> reader);

    /** Whether it is worked out from other values, and is neither a value nor a date that is moved. */
    default boolean isComputed() {
        return false;
    }

    /** The value of a field of the applicant or of the claim; null while it is unknown. */
    record FieldValue(FactType of, Field field) implements Operand {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.field(this);
        }

        @Override
        public ValueType type() {
            return field.type();
        }

        @Override
        public void forEachField(Consumer<FieldValue> reader) {
            reader.accept(this);
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
        public <T> T match(Cases<T> cases) {
            return cases.asOf(this);
        }

        @Override
        public ValueType type() {
            return ValueType.DATE;
        }

        @Override
        public void forEachField(Consumer<FieldValue> reader) {
            // It reads none.
        }
    }

    /** A date so many years, months or days later; the last day of the month where it has no such day. */
    record Shifted(FieldValue date, ChronoUnit unit, int amount) implements Operand {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.shifted(this);
        }

        @Override
        public ValueType type() {
            return ValueType.DATE;
        }

        @Override
        public void forEachField(Consumer<FieldValue> reader) {
            reader.accept(date);
        }
    }

    /**
     * A value that the rule file writes.
     *
     * @param value a String, Integer, BigDecimal, Boolean, LocalDate or {@link Constant}, as the type says
     */
    record Literal(ValueType type, Object value) implements Operand {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.literal(this);
        }

        @Override
        public void forEachField(Consumer<FieldValue> reader) {
            // It reads none.
        }
    }

    /**
     * The year of a date.
     *
     * @param date a field that is a date, or the date of the evaluation
     */
    record Year(Operand date) implements Operand {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.year(this);
        }

        @Override
        public ValueType type() {
            return ValueType.INTEGER;
        }

        @Override
        public void forEachField(Consumer<FieldValue> reader) {
            date.forEachField(reader);
        }

        @Override
        public boolean isComputed() {
            return true;
        }
    }

    /**
     * Numbers, each multiplied by a factor, added up.
     *
     * @param terms no two of one number, none of the factor zero, in the order of the rule file; at least one
     * @param constant a number that is added to them
     */
    record WeightedSum(List<Term> terms, BigDecimal constant) implements Operand {
        public WeightedSum {
            terms = List.copyOf(terms);
        }

        /**
         * A number with its factor.
         *
         * @param number a field that is a number, or a year
         */
        public record Term(BigDecimal factor, Operand number) {}

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.sum(this);
        }

        @Override
        public ValueType type() {
            return ValueType.DECIMAL;
        }

        @Override
        public void forEachField(Consumer<FieldValue> reader) {
            terms.forEach(term -> term.number().forEachField(reader));
        }

        @Override
        public boolean isComputed() {
            return true;
        }
    }
}
