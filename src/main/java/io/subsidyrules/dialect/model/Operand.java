package io.subsidyrules.dialect.model;

import io.subsidyrules.dialect.table.Table;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
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

        T aggregate(MemberAggregate aggregate);

        T lookup(Lookup lookup);
    }

    /** The case of this operand's kind. */
    <T> T match(Cases<T> cases);

    ValueType type();

    /** Calls back for each field that it reads, in the order of reading; a field may come twice. */
    void forEachField(Consumer<FieldValue> reader);

    /** Calls back for each field, and for each aggregate of members as a whole, that it is worked out from. */
    default void forEachSource(Consumer<Operand> reader) {
        forEachField(reader::accept);
    }

    /** Whether it is worked out from other values, and is neither a value nor a date that is moved. */
    default boolean isComputed() {
        return false;
    }

    /** Whether it reads a table. */
    default boolean hasLookup() {
        return false;
    }

    /** The rows of the tables that it reads. */
    default int rows() {
        return 0;
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
         * @param number a field that is a number, a year, an aggregate of members, or the number of a table
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
        public void forEachSource(Consumer<Operand> reader) {
            terms.forEach(term -> term.number().forEachSource(reader));
        }

        @Override
        public boolean isComputed() {
            return true;
        }

        @Override
        public boolean hasLookup() {
            return terms.stream().anyMatch(term -> term.number().hasLookup());
        }

        @Override
        public int rows() {
            return terms.stream().mapToInt(term -> term.number().rows()).sum();
        }
    }

    /**
     * The number that a table has for some keys.
     *
     * @param keys one for each key of the table: a field, a year, a sum, or the date of the evaluation
     * @param complete whether there is a row whatever the keys are
     */
    record Lookup(Table table, List<Operand> keys, boolean complete) implements Operand {
        public Lookup {
            keys = List.copyOf(keys);
        }

        /** The same in another table of the same keys. */
        public Lookup in(Table other) {
            return new Lookup(other, keys, complete);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.lookup(this);
        }

        @Override
        public ValueType type() {
            return ValueType.DECIMAL;
        }

        @Override
        public void forEachField(Consumer<FieldValue> reader) {
            keys.forEach(key -> key.forEachField(reader));
        }

        @Override
        public void forEachSource(Consumer<Operand> reader) {
            keys.forEach(key -> key.forEachSource(reader));
        }

        @Override
        public boolean isComputed() {
            return true;
        }

        @Override
        public boolean hasLookup() {
            return true;
        }

        @Override
        public int rows() {
            return table.rows().size();
        }
    }

    /**
     * A number of the members of a list that fulfil conditions: how many there are, or what a number of theirs comes
     * to. Of no member there is a count and a sum, and neither a least nor a greatest number.
     *
     * @param list the field of the applicant or of the claim that has them
     * @param member their type
     * @param conditions all that a member must fulfil; they read its fields, those of the applicant and of the claim,
     *     and the date
     * @param of the field of the members that is a number; empty for a count
     */
    record MemberAggregate(
            FieldValue list, FactType member, List<Condition> conditions, Function function, Optional<FieldValue> of)
            implements Operand {
        public MemberAggregate {
            conditions = List.copyOf(conditions);
        }

        /** How members come to one number. */
        public enum Function {
            COUNT("count"),
            SUM("sum"),
            MIN("min"),
            MAX("max");

            private final String word;

            Function(String word) {
                this.word = word;
            }

            /** The word for it in a rule file. */
            public String word() {
                return word;
            }

            /** The function of that word. */
            public static Optional<Function> of(String word) {
                return Stream.of(values())
                        .filter(function -> function.word.equals(word))
                        .findFirst();
            }
        }

        /** How many members fulfil the same conditions. */
        public MemberAggregate count() {
            return new MemberAggregate(list, member, conditions, Function.COUNT, Optional.empty());
        }

        /** The same of members that fulfil other conditions. */
        public MemberAggregate with(List<Condition> others) {
            return new MemberAggregate(list, member, others, function, of);
        }

        /** All that a member must fulfil, as one expression. */
        public Expression where() {
            return new Expression.Junction(
                    true, conditions.stream().map(Condition::expression).toList());
        }

        /** How many comparisons and values of lists its conditions have. */
        public int size() {
            return conditions.stream().mapToInt(Condition::size).sum();
        }

        /** How long it takes to work out at most: its conditions are looked at for each member. */
        public int weight() {
            return (1 + size()) * list.field().mostMembers();
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.aggregate(this);
        }

        @Override
        public ValueType type() {
            return function == Function.COUNT
                    ? ValueType.INTEGER
                    : function == Function.SUM
                            ? ValueType.DECIMAL
                            : of.map(FieldValue::type).orElse(ValueType.DECIMAL);
        }

        /** Those of the list itself, and what its conditions read of the applicant and of the claim. */
        @Override
        public void forEachField(Consumer<FieldValue> reader) {
            reader.accept(list);
            conditions.forEach(condition -> condition.reads().stream()
                    .filter(read -> !read.of().isMember())
                    .forEach(reader));
        }

        @Override
        public void forEachSource(Consumer<Operand> reader) {
            reader.accept(this);
        }

        @Override
        public boolean isComputed() {
            return true;
        }

        /** Two are equal that say the same, wherever they are written. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof MemberAggregate aggregate
                    && aggregate.list.equals(list)
                    && aggregate.function == function
                    && aggregate.of.equals(of)
                    && aggregate.where().equals(where());
        }

        @Override
        public int hashCode() {
            return 31 * (31 * list.hashCode() + function.word().hashCode()) + conditions.size();
        }
    }
}
