package io.subsidyrules.meaning.space;

import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.engine.values.Scale;
import io.subsidyrules.text.Text;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Some values of a variable that the rules do not tell apart, one of which is looked at for all of them. */
public sealed interface ValueClass {

    /** The value that is looked at; empty where nothing is known. */
    Optional<Object> value();

    /** All that is said of the class, without the value that was looked at: equal where two say the same. */
    Label label();

    /** That which a class says of its values. */
    sealed interface Label {

        /**
         * Whether a request is one of those that are meant.
         *
         * @param value of the variable; empty if it is unknown
         * @param facts of the request
         */
        boolean includes(Optional<Object> value, Facts facts);
    }

    /** The variable is not known. */
    record Unknown() implements ValueClass, Label {
        @Override
        public boolean includes(Optional<Object> value, Facts facts) {
            return value.isEmpty();
        }

        @Override
        public Optional<Object> value() {
            return Optional.empty();
        }

        @Override
        public Label label() {
            return this;
        }
    }

    /** One of some constants, of true and false, or of whether there is an award. */
    record OneOf(List<Object> values) implements ValueClass, Label {

        public OneOf {
            values = List.copyOf(values);
        }

        @Override
        public boolean includes(Optional<Object> value, Facts facts) {
            return value.filter(one -> values.stream().anyMatch(other -> isSame(one, other)))
                    .isPresent();
        }

        /** Rulebooks may call the same constant by other titles. */
        private static boolean isSame(Object one, Object other) {
            return (one instanceof Constant first && other instanceof Constant second)
                    ? first.name().equals(second.name())
                    : one.equals(other);
        }

        @Override
        public Optional<Object> value() {
            return Optional.of(values.get(0));
        }

        @Override
        public Label label() {
            return this;
        }
    }

    /**
     * Numbers or dates from one to another that compare alike with other variables.
     *
     * @param within what is said of them; its interval is wider than the class where other variables bound it
     * @param first the first of them, given what was chosen of other variables
     * @param last the last of them
     * @param chosen the one that is looked at
     */
    record Steps(Interval within, BigInteger first, BigInteger last, BigInteger chosen) implements ValueClass {

        @Override
        public Optional<Object> value() {
            return Optional.of(within.scale().value(chosen));
        }

        @Override
        public Label label() {
            return within;
        }

        /** The same class where another of its values is looked at. */
        public Steps at(BigInteger step) {
            return new Steps(within, first, last, step);
        }
    }

    /**
     * The numbers or dates from one to another, both included, of which something holds.
     *
     * @param relations how they compare with other variables, in the order of the rules
     */
    record Interval(Scale scale, BigInteger first, BigInteger last, List<Relation> relations) implements Label {
        public Interval {
            relations = List.copyOf(relations);
        }

        @Override
        public boolean includes(Optional<Object> value, Facts facts) {
            Optional<BigInteger> step = value.map(scale::step);
            return step.filter(one -> first.compareTo(one) <= 0 && one.compareTo(last) <= 0)
                            .isPresent()
                    && relations.stream().allMatch(relation -> relation.holds(facts));
        }
    }

    /**
     * A test of the rules with its truth. Two are equal that say the same.
     *
     * @param test as one of the rulebooks says it, or its negation
     * @param negated whether the rules ask for the contrary
     * @param truth of the test: true, or false where its negation need not be true
     */
    record Relation(Object form, Expression test, Text words, boolean negated, Truth truth) {

        boolean holds(Facts facts) {
            return facts.truth(test) == truth;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Relation relation && relation.form.equals(form);
        }

        @Override
        public int hashCode() {
            return form.hashCode();
        }
    }

    /** Texts of which the same tests are true. */
    record Texts(String example, Tested tested) implements ValueClass {
        @Override
        public Optional<Object> value() {
            return Optional.of(example);
        }

        @Override
        public Label label() {
            return tested;
        }
    }

    /**
     * The tests of texts that are true, or the negations of those that are not.
     *
     * @param relations in the order of the rules
     */
    record Tested(List<Relation> relations) implements Label {
        public Tested {
            relations = List.copyOf(relations);
        }

        @Override
        public boolean includes(Optional<Object> value, Facts facts) {
            return value.isPresent() && relations.stream().allMatch(relation -> relation.holds(facts));
        }
    }

    /**
     * A list of members, for all lists that look like it.
     *
     * @param members the values of each by the names of its fields
     */
    record Members(List<Map<String, Object>> members, Listed listed) implements ValueClass {
        @Override
        public Optional<Object> value() {
            return Optional.of(members);
        }

        @Override
        public Label label() {
            return listed;
        }
    }

    /** Words for lists of members. */
    record Listed(Text words) implements Label {

        /** An example says nothing for sure of another list. */
        @Override
        public boolean includes(Optional<Object> value, Facts facts) {
            return value.isPresent();
        }
    }
}
