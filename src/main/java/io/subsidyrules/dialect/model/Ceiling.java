package io.subsidyrules.dialect.model;

import java.math.BigDecimal;
import java.util.Optional;

/** How far the awards go that a limit counts. */
public sealed interface Ceiling {

    /** A case for each kind of ceiling. A new kind does not compile until every reader has one. */
    interface Cases<T> {

        T sum(Sum sum);

        T count(Count count);

        T highest(Highest highest);
    }

    /** The case of this ceiling's kind. */
    <T> T match(Cases<T> cases);

    /** The number that it names; empty where it names none. */
    Optional<Bound> number();

    /** The number of a ceiling, or where it is read. */
    sealed interface Bound {}

    /** The same for everybody. */
    record Fixed(BigDecimal value) implements Bound {}

    /** The value of a field of the applicant. */
    record OfField(Operand.FieldValue field) implements Bound {}

    /**
     * At most so many yuan together.
     *
     * @param orNothing whether an award that does not fit in whole is refused; else it is cut to what is left
     */
    record Sum(Bound yuan, boolean orNothing) implements Ceiling {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.sum(this);
        }

        @Override
        public Optional<Bound> number() {
            return Optional.of(yuan);
        }
    }

    /** At most so many awards, the dearest first. */
    record Count(Bound awards) implements Ceiling {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.count(this);
        }

        @Override
        public Optional<Bound> number() {
            return Optional.of(awards);
        }
    }

    /**
     * Of several awards the highest.
     *
     * @param toppingUp whether a higher one after recorded lower ones comes to the difference; else it comes to nothing
     */
    record Highest(boolean toppingUp) implements Ceiling {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.highest(this);
        }

        @Override
        public Optional<Bound> number() {
            return Optional.empty();
        }
    }
}
