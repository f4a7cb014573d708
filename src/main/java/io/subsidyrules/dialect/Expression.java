package io.subsidyrules.dialect;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.function.Consumer;

/** The expression of a condition, with every name looked up and every type checked. */
public sealed interface Expression {

    /** Calls back for each field that the expression reads, in the order of reading; a field may come twice. */
    void forEachField(Consumer<Operand.FieldValue> reader);

    /** The number of comparisons and of values in lists: how long it takes to evaluate. */
    int size();

    /** Whether a pattern is part of it, which no sentence can say in plain words. */
    default boolean hasPattern() {
        return false;
    }

    private static void forField(Operand operand, Consumer<Operand.FieldValue> reader) {
        if (operand instanceof Operand.FieldValue field) {
            reader.accept(field);
        } else if (operand instanceof Operand.Shifted shifted) {
            reader.accept(shifted.date());
        }
    }

    /** Two values compared; texts, booleans and constants for equality only. */
    record Comparison(Operand left, Operator operator, Operand right) implements Expression {
        @Override
        public void forEachField(Consumer<Operand.FieldValue> reader) {
            forField(left, reader);
            forField(right, reader);
        }

        @Override
        public int size() {
            return 1;
        }
    }

    /** A value that is, or with {@code negated} is not, one of a list. */
    record Membership(Operand left, boolean negated, List<Operand.Literal> members) implements Expression {
        public Membership {
            members = List.copyOf(members);
        }

        @Override
        public void forEachField(Consumer<Operand.FieldValue> reader) {
            forField(left, reader);
        }

        @Override
        public int size() {
            return members.size();
        }
    }

    /** A text with a beginning. */
    record StartsWith(Operand left, String prefix) implements Expression {
        @Override
        public void forEachField(Consumer<Operand.FieldValue> reader) {
            forField(left, reader);
        }

        @Override
        public int size() {
            return 1;
        }
    }

    /** A text that matches a pattern as a whole, in linear time. */
    record Matches(Operand left, Pattern pattern) implements Expression {
        @Override
        public void forEachField(Consumer<Operand.FieldValue> reader) {
            forField(left, reader);
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public boolean hasPattern() {
            return true;
        }
    }

    /** Several expressions of which all, or at least one, must hold. */
    record Junction(boolean all, List<Expression> parts) implements Expression {
        public Junction {
            parts = List.copyOf(parts);
        }

        @Override
        public void forEachField(Consumer<Operand.FieldValue> reader) {
            parts.forEach(part -> part.forEachField(reader));
        }

        @Override
        public int size() {
            return parts.stream().mapToInt(Expression::size).sum();
        }

        @Override
        public boolean hasPattern() {
            return parts.stream().anyMatch(Expression::hasPattern);
        }
    }

    /** An expression that must not hold. */
    record Negation(Expression of) implements Expression {
        @Override
        public void forEachField(Consumer<Operand.FieldValue> reader) {
            of.forEachField(reader);
        }

        @Override
        public int size() {
            return of.size();
        }

        @Override
        public boolean hasPattern() {
            return of.hasPattern();
        }
    }
}
