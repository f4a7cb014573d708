package io.subsidyrules.dialect.model;

import io.subsidyrules.dialect.table.ValueList;
import io.subsidyrules.dialect.value.Operator;
import io.subsidyrules.dialect.value.TextProperty;
import io.subsidyrules.text.Text;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The expression of a condition, with every name looked up and every type checked. Negation is pushed down to the tests
 * when an expression is made, which by De Morgan's laws leaves its truth as it is, in strong Kleene logic too.
 */
public sealed interface Expression {

    /** A case for each kind of expression. A new kind does not compile until every reader has one. */
    interface Cases<T> {

        T comparison(Comparison comparison);

        T membership(Membership membership);

        T listed(Listed listed);

        T text(TextTest test);

        T junction(Junction junction);

        T earlier(EarlierAward earlier);
    }

    /** The case of this expression's kind. */
    <T> T match(Cases<T> cases);

    /** The expression that is true if this one is false, false if it is true, and unknown where it is. */
    Expression negated();

    /** Calls back for each field that the expression reads, in the order of reading; a field may come twice. */
    void forEachField(Consumer<Operand.FieldValue> reader);

    /** Calls back for each field, and each aggregate of members as a whole, that it reads; one may come twice. */
    void forEachSource(Consumer<Operand> reader);

    /** The number of comparisons and of values in lists: how long it takes to evaluate. */
    int size();

    /** The aggregates of members that it reads, once each. */
    default List<Operand.MemberAggregate> aggregates() {
        Set<Operand.MemberAggregate> aggregates = new LinkedHashSet<>();
        forEachSource(source -> {
            if (source instanceof Operand.MemberAggregate aggregate) {
                aggregates.add(aggregate);
            }
        });
        return List.copyOf(aggregates);
    }

    /** How long it takes to solve for a field at most, in comparisons, with rows of tables and values of long lists. */
    default int solvingWeight() {
        return size() + memberWeight();
    }

    /** How long it takes at most to work out what members come to, in comparisons of members. */
    default int memberWeight() {
        return aggregates().stream().mapToInt(Operand.MemberAggregate::weight).sum();
    }

    /** The size of the conditions on members in an expression. */
    private static int sizeOf(Expression expression) {
        return expression.aggregates().stream()
                .mapToInt(Operand.MemberAggregate::size)
                .sum();
    }

    /** Whether a pattern is part of it, which no sentence can say in plain words. */
    default boolean hasPattern() {
        return false;
    }

    /** Two values compared; texts, booleans and constants for equality only. */
    record Comparison(Operand left, Operator operator, Operand right) implements Expression {

        /** Whether a side of it is worked out from other values. */
        public boolean isComputed() {
            return left.isComputed() || right.isComputed();
        }

        /** Whether a side of it reads a table. Where the table has no row, the comparison is false. */
        public boolean hasLookup() {
            return left.hasLookup() || right.hasLookup();
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.comparison(this);
        }

        @Override
        public Comparison negated() {
            return new Comparison(left, operator.negated(), right);
        }

        @Override
        public void forEachField(Consumer<Operand.FieldValue> reader) {
            left.forEachField(reader);
            right.forEachField(reader);
        }

        @Override
        public void forEachSource(Consumer<Operand> reader) {
            left.forEachSource(reader);
            right.forEachSource(reader);
        }

        @Override
        public int size() {
            return 1 + sizeOf(this);
        }

        @Override
        public int solvingWeight() {
            return size() + memberWeight() + left.rows() + right.rows();
        }
    }

    /** A value that is, or with {@code not} is not, one of a list. */
    record Membership(Operand left, boolean not, List<Operand.Literal> members) implements Expression {
        public Membership {
            members = List.copyOf(members);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.membership(this);
        }

        @Override
        public Membership negated() {
            return new Membership(left, !not, members);
        }

        @Override
        public void forEachField(Consumer<Operand.FieldValue> reader) {
            left.forEachField(reader);
        }

        @Override
        public void forEachSource(Consumer<Operand> reader) {
            left.forEachSource(reader);
        }

        @Override
        public int size() {
            return members.size() + sizeOf(this);
        }
    }

    /** A field's value that is, or with {@code not} is not, in a list that is a file of its own. */
    record Listed(Operand.FieldValue left, boolean not, ValueList list) implements Expression {

        /** So many values of a list that is kept in order take as long as a comparison. */
        private static final int VALUES = 20;

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.listed(this);
        }

        @Override
        public Listed negated() {
            return new Listed(left, !not, list);
        }

        /** Whether the value passes the test. */
        public boolean passes(Object value) {
            return list.contains(value) != not;
        }

        @Override
        public void forEachField(Consumer<Operand.FieldValue> reader) {
            left.forEachField(reader);
        }

        @Override
        public void forEachSource(Consumer<Operand> reader) {
            left.forEachSource(reader);
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public int solvingWeight() {
            return size() + list.values().size() / VALUES;
        }
    }

    /** A text that has, or with {@code not} lacks, a property. */
    record TextTest(Operand left, boolean not, TextProperty property) implements Expression {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.text(this);
        }

        @Override
        public TextTest negated() {
            return new TextTest(left, !not, property);
        }

        /** Whether the text passes the test. */
        public boolean passes(String text) {
            return property.of(text) != not;
        }

        @Override
        public void forEachField(Consumer<Operand.FieldValue> reader) {
            left.forEachField(reader);
        }

        @Override
        public void forEachSource(Consumer<Operand> reader) {
            left.forEachSource(reader);
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public boolean hasPattern() {
            return property instanceof TextProperty.Form;
        }
    }

    /**
     * Whether an earlier award is recorded, or with {@code not} that none is. It is unknown where recorded awards are
     * not looked at.
     *
     * @param choice the awards of which there must be one, or none
     * @param by the fields that say whose awards are asked for: the applicant's id, the field of its group, or the key
     *     fields of the claim
     * @param what the awards, as a sentence names them: "“Design purchase”", "clause 1.1"
     */
    record EarlierAward(AwardChoice choice, List<Operand.FieldValue> by, Text what, boolean not) implements Expression {
        public EarlierAward {
            by = List.copyOf(by);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.earlier(this);
        }

        @Override
        public EarlierAward negated() {
            return new EarlierAward(choice, by, what, !not);
        }

        @Override
        public void forEachField(Consumer<Operand.FieldValue> reader) {
            by.forEach(reader);
        }

        @Override
        public void forEachSource(Consumer<Operand> reader) {
            forEachField(reader::accept);
        }

        @Override
        public int size() {
            return 1;
        }
    }

    /** Several expressions of which all, or at least one, must hold. */
    record Junction(boolean all, List<Expression> parts) implements Expression {
        public Junction {
            parts = List.copyOf(parts);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.junction(this);
        }

        @Override
        public Junction negated() {
            return new Junction(!all, parts.stream().map(Expression::negated).toList());
        }

        @Override
        public void forEachField(Consumer<Operand.FieldValue> reader) {
            parts.forEach(part -> part.forEachField(reader));
        }

        @Override
        public void forEachSource(Consumer<Operand> reader) {
            parts.forEach(part -> part.forEachSource(reader));
        }

        @Override
        public int size() {
            return parts.stream().mapToInt(Expression::size).sum();
        }

        @Override
        public int solvingWeight() {
            return parts.stream().mapToInt(Expression::solvingWeight).sum();
        }

        @Override
        public boolean hasPattern() {
            return parts.stream().anyMatch(Expression::hasPattern);
        }
    }
}
